//! The screen of `prolings dev mutate`: a line for each exercise, and every change that no check notices.

use std::io::{self, Write};

use serde::Serialize;

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;
use crate::language::{Text, say};

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
    pub findings: Vec<Text>,
    /// What is worth knowing and is not wrong.
    pub notes: Vec<Text>,
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
    let percent = words::percent(style, exercise.score);
    let mut score = match of {
        0 => say!(style, "no-mutant"),
        of => say!(style, "mutants-killed", killed = exercise.killed, of = of, percent = percent),
    };
    if exercise.equivalent > 0 {
        score = say!(style, "mutants-equivalent", score = score, number = exercise.equivalent);
    }
    let mut body = vec![style.span(Role::Strong, &exercise.exercise)];
    body.push(style.plain(&format!("  {score}")));
    page.put(Line::prose(0, body).lead(style.span(role, &format!("{symbol} "))));
    for finding in &exercise.findings {
        let lead = style.span(Role::Failed, &format!("{} ", style.symbols().failed));
        page.put(Line::prose(2, style.with_code(Role::Plain, &finding.by(style.language))).lead(lead));
    }
    for note in &exercise.notes {
        page.prose(2, Role::Quiet, &note.by(style.language));
    }
    for survivor in &exercise.survivors {
        page.blank();
        let place = format!("{}:{}", survivor.file, survivor.line);
        let operator = operator(style, &survivor.operator);
        let body = vec![style.span(Role::Path, &place), style.plain(&format!("  {operator}"))];
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
    let style = page.style;
    let text = say!(
        style,
        "mutants-end",
        exercises = say!(style, "number-of-exercises", number = mutation.exercises.len()),
        killed = killed,
        mutants = say!(style, "number-of-mutants", number = killed + survivors),
        percent = words::percent(style, mutation.score),
        run = mutation.run,
        time = words::seconds(style, mutation.seconds),
    );
    page.prose(0, Role::Strong, &format!("{symbol} {text}"));
    if !enough {
        let (each, all) = (mutation.least_each, mutation.least_all);
        let (each, all) = (words::percent(style, each), words::percent(style, all));
        page.prose(2, Role::Plain, &say!(style, "mutants-least", each = each, all = all));
    }
    if survivors > 0 {
        let equivalent = "equivalent: [{ mutant: \"OLD LINE => NEW LINE\", why: … }]";
        page.prose(2, Role::Quiet, &say!(style, "mutants-survive", declaration = equivalent));
    }
}

/// What kind of change it is. Reports that programs read have the helper's own word.
fn operator(style: Style, word: &str) -> String {
    match word {
        "arguments" => say!(style, "operator-arguments"),
        "arithmetic" => say!(style, "operator-arithmetic"),
        "assertion" => say!(style, "operator-assertion"),
        "assignment" => say!(style, "operator-assignment"),
        "await" => say!(style, "operator-await"),
        "boundary" => say!(style, "operator-boundary"),
        "comparison" => say!(style, "operator-comparison"),
        "condition" => say!(style, "operator-condition"),
        "constant" => say!(style, "operator-constant"),
        "context" => say!(style, "operator-context"),
        "decorator" => say!(style, "operator-decorator"),
        "exception" => say!(style, "operator-exception"),
        "loop" => say!(style, "operator-loop"),
        "return" => say!(style, "operator-return"),
        "statement" => say!(style, "operator-statement"),
        other => other.to_owned(),
    }
}
