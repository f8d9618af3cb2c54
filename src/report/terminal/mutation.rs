//! The screen of `prolings dev mutate`: a line for each exercise, and every change that no check notices.

use std::io::{self, Write};

use serde::Serialize;

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;

/// Lines shown of a change.
const DIFF_LINES: usize = 24;

/// How strong the checks of exercises are.
#[derive(Debug, Serialize)]
pub struct Mutation {
    /// In the order of the course.
    pub exercises: Vec<Mutated>,
    /// Of all together, in percent.
    pub score: f64,
    /// What each exercise must reach, in percent.
    pub least_each: f64,
    /// What all together must reach, in percent.
    pub least_all: f64,
    /// How many mutants were run; others were known.
    pub run: usize,
    /// Wall time.
    pub seconds: f64,
}

/// How strong the checks of an exercise are.
#[derive(Debug, Serialize)]
pub struct Mutated {
    /// The exercise.
    pub exercise: String,
    /// Mutants that a check noticed.
    pub killed: usize,
    /// Mutants that no check noticed.
    pub survivors: Vec<SurvivingMutant>,
    /// Mutants that are declared to be no different.
    pub equivalent: usize,
    /// Killed ones of those that count, in percent.
    pub score: f64,
    /// What is wrong apart from survivors: stale declarations, a solution that fails.
    pub findings: Vec<String>,
    /// What is worth knowing and is not wrong.
    pub notes: Vec<String>,
}

/// A change that no check notices.
#[derive(Debug, Serialize)]
pub struct SurvivingMutant {
    /// The file, as a path from the course's root.
    pub file: String,
    /// Where the change is, from 1.
    pub line: usize,
    /// What kind of change.
    pub operator: String,
    /// How a manifest names it: the lines before and after the change.
    pub mutant: String,
    /// The change as a unified diff.
    pub diff: String,
}

impl Mutation {
    /// Whether every exercise and all together reach what they must, and nothing else is wrong.
    pub fn is_enough(&self) -> bool {
        self.score >= self.least_all && self.exercises.iter().all(|exercise| self.enough(exercise))
    }

    fn enough(&self, exercise: &Mutated) -> bool {
        exercise.score >= self.least_each && exercise.findings.is_empty()
    }
}

/// Writes the table, the survivors and the count.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, mutation: &Mutation) -> io::Result<()> {
    let mut page = Page::new(style);
    for exercise in &mutation.exercises {
        one(&mut page, mutation, exercise);
    }
    page.blank();
    end(&mut page, mutation);
    out.write_all(page.render().as_bytes())
}

fn one(page: &mut Page, mutation: &Mutation, exercise: &Mutated) {
    let style = page.style;
    let of = exercise.killed + exercise.survivors.len();
    let (symbol, role) = match mutation.enough(exercise) {
        true => (style.symbols().passed, Role::Passed),
        false => (style.symbols().failed, Role::Failed),
    };
    let score = match of {
        0 => "no mutant".to_owned(),
        of => format!(
            "{} of {of} killed, {}",
            exercise.killed,
            words::percent(Style::default(), exercise.score)
        ),
    };
    let equivalent = match exercise.equivalent {
        0 => String::new(),
        number => format!(", {number} equivalent"),
    };
    let mut body = vec![style.span(Role::Strong, &exercise.exercise)];
    body.push(style.plain(&format!("  {score}{equivalent}")));
    page.put(Line::prose(0, body).lead(style.span(role, &format!("{symbol} "))));
    for finding in &exercise.findings {
        let lead = style.span(Role::Failed, &format!("{} ", style.symbols().failed));
        page.put(Line::prose(2, style.with_code(Role::Plain, finding)).lead(lead));
    }
    for note in &exercise.notes {
        page.prose(2, Role::Quiet, note);
    }
    for survivor in &exercise.survivors {
        page.blank();
        let place = format!("{}:{}", survivor.file, survivor.line);
        let body = vec![style.span(Role::Path, &place), style.plain(&format!("  {}", survivor.operator))];
        page.put(Line::prose(2, body));
        for line in survivor.diff.lines().take(DIFF_LINES) {
            let role = match line.as_bytes().first() {
                Some(b'-') => Role::Expected,
                Some(b'+') => Role::Yours,
                _ => Role::Quiet,
            };
            page.put(Line::text(4, vec![style.span(role, line)]));
        }
    }
    if !exercise.survivors.is_empty() {
        page.blank();
    }
}

fn end(page: &mut Page, mutation: &Mutation) {
    let killed: usize = mutation.exercises.iter().map(|exercise| exercise.killed).sum();
    let survivors: usize = mutation.exercises.iter().map(|exercise| exercise.survivors.len()).sum();
    let enough = mutation.is_enough();
    let symbol = if enough { page.style.symbols().passed } else { page.style.symbols().failed };
    let text = format!(
        "{symbol} {}: {killed} of {} killed, {}; {} run in {}.",
        words::count(mutation.exercises.len(), "exercise"),
        words::count(killed + survivors, "mutant"),
        words::percent(Style::default(), mutation.score),
        mutation.run,
        words::seconds(Style::default(), mutation.seconds),
    );
    page.prose(0, Role::Strong, &text);
    if !enough {
        let least = format!(
            "Each exercise must reach {}, all together {}.",
            words::percent(Style::default(), mutation.least_each),
            words::percent(Style::default(), mutation.least_all)
        );
        page.prose(2, Role::Plain, &least);
    }
    if survivors > 0 {
        let help = "Add a test that notices the change, or declare in exercise.yaml why none can: \
                    `equivalent: [{ mutant: \"OLD LINE => NEW LINE\", why: … }]`";
        page.prose(2, Role::Quiet, help);
    }
}
