//! What `init` and `update` did with a course, and what comes next.

use std::io::{self, Write};
use std::path::Path;

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::summary;
use crate::language::say;
use crate::model::update::Update;

/// Whether something was done, or would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// It was done.
    Did,
    /// It is what `--dry-run` tells.
    Would,
}

/// The course is in its folder. `folder` is named when it is not the current one.
///
/// # Errors
/// When it cannot be written.
pub fn initialised(
    out: &mut dyn Write,
    style: Style,
    title: &str,
    exercises: usize,
    folder: Option<&Path>,
) -> io::Result<()> {
    let mut page = Page::new(style);
    let place = folder.map_or_else(|| say!(style, "this-folder"), |folder| folder.display().to_string());
    page.prose(
        0,
        Role::Plain,
        &say!(page, "initialised", title = title, exercises = exercises, place = place),
    );
    page.blank();
    let mut commands = Vec::new();
    commands.extend(folder.map(|folder| format!("`cd {}`", quoted(folder))));
    commands.push(format!("`prolings next`  {}", say!(style, "next-shows")));
    commands.push(format!("`prolings check` {}", say!(style, "check-judges")));
    let next = summary::next_label(style);
    for (index, command) in commands.iter().enumerate() {
        let lead = if index == 0 { next.clone() } else { " ".repeat(width(&next)) };
        page.put(Line::prose(0, style.with_code(Role::Plain, command)).lead(style.plain(&lead)));
    }
    out.write_all(page.render().as_bytes())
}

/// A folder's name as a shell takes it.
fn quoted(folder: &Path) -> String {
    let text = folder.display().to_string();
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || "/._-+\\:".contains(c));
    if is_plain { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// What an update did.
///
/// # Errors
/// When it cannot be written.
pub fn updated(out: &mut dyn Write, style: Style, update: &Update, tense: Tense) -> io::Result<()> {
    let mut page = Page::new(style);
    let title = &update.title;
    match update.versions {
        (Some(before), Some(after)) if before != after => {
            let here = style.symbols().here;
            let text =
                say!(page, "version-change", title = title, before = before, arrow = here, after = after);
            page.prose(0, Role::Strong, &text);
        }
        (_, Some(version)) => {
            page.prose(0, Role::Strong, &say!(page, "version", title = title, version = version));
        }
        _ => page.prose(0, Role::Strong, title),
    }
    if update.is_nothing() {
        page.prose(0, Role::Plain, &say!(page, "up-to-date"));
        return out.write_all(page.render().as_bytes());
    }
    if update.files > 0 {
        let files = match tense {
            Tense::Did => say!(style, "files-brought", number = update.files),
            Tense::Would => say!(style, "files-would-be-brought", number = update.files),
        };
        page.prose(2, Role::Plain, &files);
    }
    names(&mut page, &say!(style, "update-new"), &update.added);
    let renamed = update.renamed.iter().map(|(old, new)| say!(style, "is-now", old = old, new = new));
    names(&mut page, &say!(style, "update-renamed"), &renamed.collect::<Vec<_>>());
    names(&mut page, &say!(style, "update-left"), &update.removed);
    let shelved =
        update.shelved.iter().map(|(name, folder)| say!(style, "shelved-in", name = name, folder = folder));
    paths(&mut page, &say!(style, "update-shelved"), shelved);
    let kept = update.kept.iter().map(|(file, beside)| {
        say!(style, "starter-beside", file = file, starter = super::words::file_name(beside))
    });
    paths(&mut page, &say!(style, "update-kept"), kept);
    paths(&mut page, &say!(style, "update-overruled"), update.overruled.iter().cloned());
    paths(&mut page, &say!(style, "update-dropped"), update.dropped.iter().cloned());
    paths(&mut page, &say!(style, "update-late"), update.late.iter().cloned());
    if let Some(backup) = &update.backup {
        page.blank();
        let lead = match tense {
            Tense::Did => say!(style, "backup-is-in"),
            Tense::Would => say!(style, "backup-would-be-in"),
        };
        page.put(Line::prose(0, vec![style.plain(&format!("{lead} ")), style.span(Role::Path, backup)]));
    }
    out.write_all(page.render().as_bytes())
}

fn names(page: &mut Page, what: &str, names: &[String]) {
    if !names.is_empty() {
        page.prose(2, Role::Plain, &format!("{what}: {}", names.join(", ")));
    }
}

fn paths(page: &mut Page, what: &str, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index == 0 {
            page.blank();
            page.prose(0, Role::Plain, what);
        }
        let style = page.style;
        page.put(Line::prose(2, vec![style.span(Role::Path, &item)]));
    }
}
