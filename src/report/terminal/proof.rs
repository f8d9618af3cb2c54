//! The screen of `prolings dev check`: every finding, grouped by exercise.

use std::io::{self, Write};

use serde::Serialize;

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::{result, words};
use crate::model::event::ExerciseResult;

/// What proving exercises came to.
#[derive(Debug, Serialize)]
pub struct Proof {
    /// How many exercises were looked at.
    pub exercises: usize,
    /// How many runs of starters, solutions and mistakes were judged.
    pub judged: usize,
    /// Exercises that this machine cannot judge, with the reason.
    pub skipped: Vec<String>,
    /// What is wrong, in the order of the course.
    pub findings: Vec<Shown>,
    /// Wall time.
    pub seconds: f64,
}

/// Something that is wrong with an exercise.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// The exercise.
    pub exercise: String,
    /// What is wrong.
    pub what: String,
    /// The result that shows it.
    pub result: Option<ExerciseResult>,
}

/// Writes the findings and the count.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, proof: &Proof) -> io::Result<()> {
    let mut page = Page::new(style);
    let mut heading = "";
    for finding in &proof.findings {
        if finding.exercise != heading {
            heading = &finding.exercise;
            page.blank();
            page.put(Line::prose(0, vec![style.span(Role::Strong, heading)]));
        }
        let symbol = style.span(Role::Failed, &format!("{} ", style.symbols().failed));
        page.put(Line::prose(2, style.with_code(Role::Plain, &finding.what)).lead(symbol));
        if let Some(result) = &finding.result {
            result::evidence(&mut page, 6, result);
        }
    }
    for skipped in &proof.skipped {
        page.put(Line::prose(0, vec![style.plain(skipped)]).lead(style.span(Role::Quiet, "- skipped  ")));
    }
    page.blank();
    let judged = format!(
        "{} proved by {} in {}",
        words::count(proof.exercises, "exercise"),
        words::count(proof.judged, "run"),
        words::seconds(proof.seconds)
    );
    let end = match proof.findings.len() {
        0 => format!("{} {judged}: nothing found.", style.symbols().passed),
        number => format!("{} {}; {judged}.", style.symbols().failed, words::count(number, "finding")),
    };
    page.prose(0, Role::Strong, &end);
    out.write_all(page.render().as_bytes())
}
