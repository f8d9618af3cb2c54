//! What `init` and `update` did with a course, and what comes next.

use std::io::{self, Write};
use std::path::Path;

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words::count;
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
    let place = folder.map_or_else(|| "this folder".to_owned(), |folder| folder.display().to_string());
    page.prose(0, Role::Plain, &format!("{title}: {} in {place}", count(exercises, "exercise")));
    page.blank();
    let mut commands = Vec::new();
    commands.extend(folder.map(|folder| format!("`cd {}`", quoted(folder))));
    commands.extend(["`prolings next`  shows the first task".to_owned()]);
    commands.extend(["`prolings check` judges what you have edited".to_owned()]);
    for (index, command) in commands.iter().enumerate() {
        let lead = if index == 0 { "Next: " } else { "      " };
        page.put(Line::prose(0, style.with_code(Role::Plain, command)).lead(style.plain(lead)));
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
            page.prose(
                0,
                Role::Strong,
                &format!("{title}: version {before} {} {after}", style.symbols().here),
            );
        }
        (_, Some(version)) => page.prose(0, Role::Strong, &format!("{title}: version {version}")),
        _ => page.prose(0, Role::Strong, title),
    }
    if update.is_nothing() {
        page.prose(0, Role::Plain, "Everything is up to date.");
        return out.write_all(page.render().as_bytes());
    }
    let brought = match tense {
        Tense::Did => "brought up to date",
        Tense::Would => "would be brought up to date",
    };
    if update.files > 0 {
        page.prose(2, Role::Plain, &format!("{} {brought}", count(update.files, "file")));
    }
    names(&mut page, "new", &update.added);
    let renamed = update.renamed.iter().map(|(old, new)| format!("{old} is {new} now")).collect::<Vec<_>>();
    names(&mut page, "renamed", &renamed);
    names(&mut page, "left the course", &update.removed);
    let shelved = update.shelved.iter().map(|(name, folder)| format!("{name}, in {folder}"));
    paths(&mut page, "Left the course; what you wrote is kept:", shelved);
    let kept = update
        .kept
        .iter()
        .map(|(file, beside)| format!("{file}, new starter in {}", super::words::file_name(beside)));
    paths(&mut page, "Kept as you wrote them; the task has changed, and its new starter lies beside:", kept);
    paths(
        &mut page,
        "Changed by you, and not yours to edit: the course's files are back:",
        update.overruled.iter().cloned(),
    );
    paths(&mut page, "No longer part of the course:", update.dropped.iter().cloned());
    paths(&mut page, "Saved while an update was interrupted, and kept:", update.late.iter().cloned());
    if let Some(backup) = &update.backup {
        page.blank();
        let lead = match tense {
            Tense::Did => "A copy of all that you wrote is in ",
            Tense::Would => "A copy of all that you wrote would be put into ",
        };
        page.put(Line::prose(0, vec![style.plain(lead), style.span(Role::Path, backup)]));
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
