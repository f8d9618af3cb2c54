//! The table of `prolings dev coverage`: each item of the curriculum with the exercises that teach it.

use std::io::{self, Write};

use serde::Serialize;

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;

/// What a course's exercises cover of its curriculum.
#[derive(Debug, Serialize)]
pub struct Coverage {
    /// In the order of the curriculum.
    pub items: Vec<Item>,
    /// How many items no exercise teaches.
    pub missing: usize,
    /// How many exercises the course has.
    pub exercises: usize,
    /// Exercises that teach no item.
    pub uncovering: Vec<String>,
}

/// An item of the curriculum.
#[derive(Debug, Serialize)]
pub struct Item {
    /// What exercises call it.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The exercises that teach it, in the order of the course.
    pub exercises: Vec<String>,
}

/// Writes the table and the count.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, coverage: &Coverage) -> io::Result<()> {
    let mut page = Page::new(style);
    let symbols = style.symbols();
    let ids = coverage.items.iter().map(|item| width(&item.id)).max().unwrap_or(0);
    let mut section = "";
    for item in &coverage.items {
        let own = item.id.split('.').next().unwrap_or_default();
        if own != section {
            section = own;
            page.blank();
        }
        let fill = " ".repeat(ids.saturating_sub(width(&item.id)) + 2);
        let mut body = vec![style.plain(&item.title)];
        let badge = if item.exercises.is_empty() {
            style.span(Role::Failed, &format!("{} ", symbols.failed))
        } else {
            let exercises = format!("  {}", item.exercises.join(", "));
            body.push(style.span(Role::Quiet, &exercises));
            style.span(Role::Passed, &format!("{} ", symbols.passed))
        };
        let line = Line::prose(0, body)
            .lead(badge)
            .lead(style.span(Role::Strong, &item.id))
            .lead(style.plain(&fill));
        page.put(line);
    }
    page.blank();
    if !coverage.uncovering.is_empty() {
        let text =
            format!("without an item in `covers`: {}", words::list(Style::default(), &coverage.uncovering));
        page.put(Line::prose(0, style.with_code(Role::Quiet, &text)));
    }
    let all = coverage.items.len();
    let covered = format!(
        "{} of {} covered by {}",
        all - coverage.missing,
        words::count(all, "item"),
        words::count(coverage.exercises, "exercise")
    );
    let (symbol, end) = match coverage.missing {
        0 => (symbols.passed, format!("{covered}.")),
        missing => (symbols.failed, format!("{covered}; {missing} without exercise.")),
    };
    page.prose(0, Role::Strong, &format!("{symbol} {end}"));
    out.write_all(page.render().as_bytes())
}
