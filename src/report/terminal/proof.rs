//! The screen of `prolings dev check`: every finding, grouped by exercise.

use std::io::{self, Write};

use serde::Serialize;

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::{result, words};
use crate::model::event::ExerciseResult;
use crate::model::split::SplitNote;

/// What proving exercises came to.
#[derive(Debug, Serialize)]
pub struct Proof {
    /// How many exercises were looked at.
    pub exercises: usize,
    /// How many of them are sound: nothing was found, and they were run now or before.
    pub sound: usize,
    /// How many were not run, because they were proved before and nothing has changed.
    pub unchanged: usize,
    /// How many runs of starters, solutions and mistakes were judged.
    pub runs: usize,
    /// Exercises that this machine cannot judge, with the reason.
    pub skipped: Vec<String>,
    /// What was not looked at, with the reason.
    pub unchecked: Vec<String>,
    /// How solutions fare when their tests run apart from them: tried now, or when they were proved.
    pub split: Vec<SplitNote>,
    /// What is wrong, in the order of the course.
    pub findings: Vec<Shown>,
    /// Wall time.
    pub seconds: f64,
}

/// Something that is wrong with an exercise.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// The exercise, the topic, or `course.yaml`.
    pub exercise: String,
    /// What kind of thing it is.
    pub rule: Rule,
    /// What is wrong.
    pub what: String,
    /// The result that shows it.
    pub result: Option<ExerciseResult>,
}

/// What is asked of an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Its files are there, and no others.
    Files,
    /// Everything is written.
    Placeholder,
    /// The starter fails as declared.
    Starter,
    /// The solution passes.
    Solution,
    /// It passes every time, under all circumstances.
    Repeat,
    /// It needs less than half of its limits.
    Limits,
    /// It leaves nothing behind.
    LeftBehind,
    /// Each mistake fails and earns its feedback.
    Mistake,
    /// There are hints, and they do not give the answer.
    Hints,
    /// The task and the notes say what they should.
    Prose,
    /// Links lead somewhere.
    Links,
    /// Words are spelt right.
    Spelling,
    /// Code is formatted and clean.
    Style,
    /// No file hides a module.
    Modules,
    /// What the manifest allows holds with tests that run apart from the learner's code.
    Split,
    /// What groups preload can be imported before a fork.
    Preload,
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
    for unchecked in &proof.unchecked {
        page.put(
            Line::prose(0, style.with_code(Role::Plain, unchecked))
                .lead(style.span(Role::Quiet, "- not checked  ")),
        );
    }
    split(&mut page, &proof.split);
    page.blank();
    let end = match proof.findings.len() {
        0 => format!("{} {}.", style.symbols().passed, count(proof)),
        number => {
            format!("{} {}; {}.", style.symbols().failed, words::count(number, "finding"), count(proof))
        }
    };
    page.prose(0, Role::Strong, &end);
    out.write_all(page.render().as_bytes())
}

/// Which suites can be split: each by name, with the reason, when there are few.
fn split(page: &mut Page, notes: &[SplitNote]) {
    const FEW: usize = 5;
    let style = page.style;
    let lead = || style.span(Role::Quiet, "- split  ");
    if notes.len() > FEW {
        let passing = notes.iter().filter(|note| note.passes).count();
        let open = notes.iter().filter(|note| note.passes && !note.allowed).count();
        let text = format!(
            "{passing} of {} pass in `mode: split` too, {open} of them without `split: allowed`",
            words::count(notes.len(), "solution")
        );
        page.put(Line::prose(0, style.with_code(Role::Plain, &text)).lead(lead()));
        return;
    }
    for note in notes {
        let why = note.why.as_deref().map_or_else(String::new, |why| format!(" ({why})"));
        let text = match (note.passes, note.allowed) {
            (true, true) => {
                format!("{}: the solution passes in `mode: split` too, as allowed", note.exercise)
            }
            (true, false) => {
                format!("{}: the solution passes in `mode: split` too: `split: allowed`?", note.exercise)
            }
            (false, _) => format!("{}: the solution does not pass in `mode: split`{why}", note.exercise),
        };
        page.put(Line::prose(0, style.with_code(Role::Plain, &text)).lead(lead()));
    }
}

/// `21 of 23 exercises proved by 150 runs in 27 s, 1 skipped, 5 unchanged`
fn count(proof: &Proof) -> String {
    let all = words::count(proof.exercises, "exercise");
    let sound = if proof.sound == proof.exercises { all } else { format!("{} of {all}", proof.sound) };
    let mut parts = vec![format!(
        "{sound} proved by {} in {}",
        words::count(proof.runs, "run"),
        words::seconds(Style::default(), proof.seconds)
    )];
    let mut also = |number: usize, word: &str| {
        if number > 0 {
            parts.push(format!("{number} {word}"));
        }
    };
    also(proof.skipped.len(), "skipped");
    also(proof.unchanged, "unchanged since they were proved");
    if proof.findings.is_empty() {
        return format!("{}: nothing found", parts.join(", "));
    }
    parts.join(", ")
}
