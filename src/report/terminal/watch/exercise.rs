//! The exercise on a page: its verdict with what explains it, hints, task, notes, and the one next step.

use super::super::layout::width;
use super::super::page::{Line, Page};
use super::super::style::{Role, Style};
use super::super::{reading, result, words};
use super::rows::lines;
use super::{Scene, Step};
use crate::model::event::Status;

/// Columns below which words are saved.
const NARROW: usize = 60;

/// Lines of the task that are shown at least, where it is not shown whole.
const TASK: usize = 4;

/// What stands between the top row and the bottom rows. The task of an untouched exercise comes first, whole or its
/// beginning, as far as the verdict leaves room.
pub(super) fn body(style: Style, scene: &Scene<'_>, room: usize) -> Vec<String> {
    let mut page = Page::new(style);
    verdict_with(&mut page, scene, 1);
    let judged = lines(&page);
    // A blank row stands between them.
    let rest = room.saturating_sub(judged.len() + 1);
    let mut task = if scene.pristine { task(style, scene.task, rest) } else { Vec::new() };
    if !task.is_empty() {
        task.push(String::new());
    }
    task.extend(judged);
    task
}

/// The task on at most `room` rows: whole, or as much of its beginning as fits; nothing rather than a word or two.
fn task(style: Style, text: &str, room: usize) -> Vec<String> {
    let draw = |put: &dyn Fn(&mut Page)| {
        let mut page = Page::new(style);
        put(&mut page);
        lines(&page)
    };
    let whole = draw(&|page| reading::text(page, text));
    if whole.len() <= room {
        return whole;
    }
    let beginnings =
        (TASK.min(room)..=room).rev().map(|most| draw(&|page| reading::opening(page, text, most)));
    beginnings.filter(|_| room > TASK).find(|rows| rows.len() <= room).unwrap_or_default()
}

/// The verdict and what explains it, with every hint.
pub(super) fn verdict(page: &mut Page, scene: &Scene<'_>) {
    verdict_with(page, scene, 0);
}

/// The newest hints.
pub(super) fn hints(page: &mut Page, scene: &Scene<'_>, newest: usize) {
    let (shown, all) = scene.hints;
    let style = page.style;
    for (index, hint) in shown.iter().enumerate().skip(shown.len().saturating_sub(newest)) {
        page.blank();
        let lead = style.span(Role::Strong, &format!("  hint {} of {all}  ", index + 1));
        let mut text = hint.trim_end().split('\n');
        let first = text.next().unwrap_or_default();
        page.put(Line::prose(0, style.with_code(Role::Plain, first)).lead(lead));
        for line in text {
            page.prose(4, Role::Plain, line);
        }
    }
}

pub(super) fn notes(page: &mut Page, scene: &Scene<'_>) {
    let passed = scene.result.is_some_and(|result| result.status == Status::Passed);
    if let (true, Some(notes)) = (passed, scene.notes) {
        page.blank();
        reading::text(page, notes);
    }
}

pub(super) fn heading(page: &mut Page, text: &str) {
    page.put(Line::prose(0, vec![page.style.span(Role::Strong, text)]));
}

/// The files to edit. A path that is too long keeps its end: that is what tells the file.
pub(super) fn edit(page: &mut Page, files: &[String]) {
    let style = page.style;
    let room = style.columns().saturating_sub(4);
    for file in files {
        let mut path = file.as_str();
        let mut lead = String::new();
        while width(path) + 2 > room
            && let Some((_, rest)) = path.split_once('/')
        {
            path = rest;
            lead = format!("{}/", style.symbols().more);
        }
        page.put(Line::prose(2, vec![style.span(Role::Path, &format!("{lead}{path}"))]));
    }
}

pub(super) fn next_step(page: &mut Page, scene: &Scene<'_>) {
    let style = page.style;
    let lead = || style.span(Role::Strong, "Next: ");
    match scene.step {
        Step::None => {}
        Step::Edit { hints, stuck } => {
            let files: Vec<String> =
                scene.files.iter().map(|path| words::file_name(path).to_owned()).take(3).collect();
            let edit = if files.is_empty() {
                "edit".to_owned()
            } else {
                format!("edit {}", words::list(style, &files))
            };
            let hint = match (hints, stuck) {
                (0, _) => "",
                // The keys say so in the next row.
                (_, false) if style.columns() < NARROW => "",
                (_, false) => "; `h` for a nudge",
                (_, true) => ". Stuck? `h` shows a hint",
            };
            page.put(
                Line::prose(0, style.with_code(Role::Plain, &format!("{edit} and save{hint}"))).lead(lead()),
            );
        }
        Step::GoOn(next) => {
            let title = if next.title.is_empty() { String::new() } else { format!(" ({})", next.title) };
            let mut body = style.with_code(Role::Plain, "`n` goes on to ");
            body.push(style.span(Role::Strong, next.exercise.as_str()));
            body.push(style.plain(&title));
            page.put(Line::prose(0, body).lead(lead()));
        }
        Step::CourseDone(words) => {
            page.prose(0, Role::Strong, words.unwrap_or("Every exercise of this course is done."));
        }
    }
}

fn verdict_with(page: &mut Page, scene: &Scene<'_>, newest: usize) {
    let style = page.style;
    match scene.result {
        Some(found) if found.status == Status::Failed => {
            result::title(page, found);
            edit(page, scene.files);
            if scene.changed {
                page.prose(2, Role::Quiet, "It passed before; the file has changed since.");
            }
            hints(page, scene, newest);
            result::explanation(page, found);
        }
        Some(found) => {
            result::in_full(page, found);
            if found.status == Status::Passed && newest > 0 {
                notes(page, scene);
            }
        }
        None => {
            let mut title = vec![style.span(Role::Strong, scene.exercise)];
            if !scene.title.is_empty() {
                title.push(style.plain(&format!(": {}", scene.title)));
            }
            let lead = style.span(Role::Quiet, &format!("{} not checked yet  ", style.symbols().pending));
            page.put(Line::prose(0, title).lead(lead));
            edit(page, scene.files);
            hints(page, scene, newest);
        }
    }
}
