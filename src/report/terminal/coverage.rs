//! The table of `prolings dev coverage`: each item of the curriculum with the exercises that teach it.

use std::io::{self, Write};

use serde::Serialize;

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;
use crate::language::say;

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
        let exercises = words::list(style, &coverage.uncovering);
        let text = say!(style, "covers-nothing", exercises = exercises);
        page.put(Line::prose(0, style.with_code(Role::Quiet, &text)));
    }
    let all = coverage.items.len();
    let covered = say!(
        style,
        "items-covered",
        number = all - coverage.missing,
        items = say!(style, "number-of-items", number = all),
        exercises = say!(style, "number-of-exercises", number = coverage.exercises),
    );
    let (symbol, end) = match coverage.missing {
        0 => (symbols.passed, say!(style, "coverage-complete", covered = covered)),
        missing => (symbols.failed, say!(style, "coverage-lacks", covered = covered, missing = missing)),
    };
    page.prose(0, Role::Strong, &format!("{symbol} {end}"));
    out.write_all(page.render().as_bytes())
}
