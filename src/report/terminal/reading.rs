//! Course texts on the screen: hints, tasks, solutions and notes.
//!
//! Markdown is shown as it is written: it was made to be read so.

use std::io::{self, Write};

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::summary;
use crate::language::say;
use crate::model::event::{NextExercise, Standing};

/// Lines of a file that are shown.
const MOST: usize = 2_000;

/// The hints seen so far, the newest last.
///
/// # Errors
/// When it cannot be written.
pub fn hints(
    out: &mut dyn Write,
    style: Style,
    exercise: &str,
    shown: &[&str],
    available: usize,
) -> io::Result<()> {
    let mut page = Page::new(style);
    for (index, hint) in shown.iter().enumerate() {
        page.blank();
        let number = say!(style, "hint-number", number = index + 1, all = available);
        let number = style.span(Role::Strong, &format!("{number} "));
        page.put(Line::prose(0, vec![number, style.span(Role::Quiet, exercise)]));
        page.prose(2, Role::Plain, hint);
    }
    page.blank();
    let left = available.saturating_sub(shown.len());
    let end = if left == 0 {
        say!(style, "last-hint")
    } else {
        say!(style, "more-hints", number = left, exercise = exercise)
    };
    page.prose(0, Role::Quiet, &end);
    out.write_all(page.render().as_bytes())
}

/// The exercise to work on: its files, then its task.
///
/// # Errors
/// When it cannot be written.
pub fn next(
    out: &mut dyn Write,
    style: Style,
    next: &NextExercise,
    files: &[String],
    task: &str,
    standing: &Standing,
) -> io::Result<()> {
    let mut page = Page::new(style);
    text(&mut page, task);
    page.blank();
    let here = format!("{} {} ", style.symbols().here, say!(style, "edit"));
    for file in files {
        page.put(Line::prose(0, vec![style.span(Role::Path, file)]).lead(style.plain(&here)));
    }
    page.prose(2, Role::Plain, &say!(page, "then-check", exercise = next.exercise.as_str()));
    page.blank();
    summary::standing(&mut page, standing);
    out.write_all(page.render().as_bytes())
}

/// What is shown when every exercise is done.
///
/// # Errors
/// When it cannot be written.
pub fn all_done(out: &mut dyn Write, style: Style, final_text: Option<&str>) -> io::Result<()> {
    let mut page = Page::new(style);
    let done = || say!(page, "every-exercise-done");
    let text = final_text.map_or_else(done, str::to_owned);
    page.prose(0, Role::Plain, &text);
    out.write_all(page.render().as_bytes())
}

/// A file with its name.
///
/// # Errors
/// When it cannot be written.
pub fn file(out: &mut dyn Write, style: Style, name: &str, content: &str) -> io::Result<()> {
    let mut page = Page::new(style);
    page.put(Line::prose(0, vec![style.span(Role::Path, name)]));
    page.put(Line::prose(0, Vec::new()));
    page.block(2, Role::Plain, content, MOST);
    writeln!(out, "{}", page.render())
}

/// A text of several paragraphs.
///
/// # Errors
/// When it cannot be written.
pub fn notes(out: &mut dyn Write, style: Style, content: &str) -> io::Result<()> {
    let mut page = Page::new(style);
    text(&mut page, content);
    out.write_all(page.render().as_bytes())
}

/// Markdown: headings stand out, code blocks keep their lines, prose wraps.
pub(super) fn text(page: &mut Page, content: &str) {
    let style = page.style;
    let mut fenced = false;
    for line in content.trim_end().split('\n') {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced || line.starts_with("    ") {
            page.put(Line::code(if fenced { 4 } else { 0 }, vec![style.span(Role::Code, line)]));
        } else if let Some(heading) = line.strip_prefix('#') {
            page.prose(0, Role::Strong, heading.trim_start_matches('#').trim());
        } else {
            page.prose(0, Role::Plain, if line.is_empty() { " " } else { line });
        }
    }
}

/// The beginning of a text: at most about `most` of its lines, as whole paragraphs where possible, and that there is more.
pub(super) fn opening(page: &mut Page, content: &str, most: usize) {
    let lines: Vec<&str> = content.trim_end().split('\n').collect();
    let end = (1..=most.min(lines.len()))
        .rev()
        .find(|end| lines.get(*end).is_none_or(|line| line.trim().is_empty()));
    let shown = &lines[..end.filter(|end| *end > 1).unwrap_or(most.min(lines.len()))];
    text(page, &shown.join("\n"));
    if shown.len() < lines.len() {
        let style = page.style;
        let text = format!("{} {}", style.symbols().more, say!(style, "whole-task"));
        page.put(Line::prose(0, style.with_code(Role::Quiet, &text)));
    }
}
