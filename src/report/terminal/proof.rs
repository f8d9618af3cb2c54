//! The screen of `prolings dev check`: every finding, grouped by exercise.

use std::io::{self, Write};

use serde::Serialize;

use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::{result, words};
use crate::language::{Text, say};
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
    pub skipped: Vec<Text>,
    /// What was not looked at, with the reason.
    pub unchecked: Vec<Text>,
    /// How solutions fare when their tests run apart from them, tried now, or when they were proved.
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
    pub what: Text,
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
        page.put(Line::prose(2, style.with_code(Role::Plain, &finding.what.by(style.language))).lead(symbol));
        if let Some(result) = &finding.result {
            result::evidence(&mut page, 6, result);
        }
    }
    for skipped in &proof.skipped {
        let body = vec![style.plain(&skipped.by(style.language))];
        page.put(Line::prose(0, body).lead(label(style, &say!(style, "proof-label-skipped"))));
    }
    for unchecked in &proof.unchecked {
        let body = style.with_code(Role::Plain, &unchecked.by(style.language));
        page.put(Line::prose(0, body).lead(label(style, &say!(style, "proof-label-unchecked"))));
    }
    split(&mut page, &proof.split);
    page.blank();
    let counted = counted(style, proof);
    let (symbol, end) = match proof.findings.len() {
        0 => (style.symbols().passed, say!(style, "proof-nothing-found", counted = counted)),
        number => (style.symbols().failed, say!(style, "proof-findings", number = number, counted = counted)),
    };
    page.prose(0, Role::Strong, &format!("{symbol} {end}"));
    out.write_all(page.render().as_bytes())
}

/// What stands before a line that is no finding.
fn label(style: Style, word: &str) -> Span {
    style.span(Role::Quiet, &format!("- {word}  "))
}

/// Which suites can be split: each by name, with the reason, when there are few.
fn split(page: &mut Page, notes: &[SplitNote]) {
    const FEW: usize = 5;
    let style = page.style;
    let lead = || label(style, &say!(style, "proof-label-split"));
    if notes.len() > FEW {
        let passing = notes.iter().filter(|note| note.passes).count();
        let open = notes.iter().filter(|note| note.passes && !note.allowed).count();
        let text = say!(style, "split-many", passing = passing, number = notes.len(), open = open);
        page.put(Line::prose(0, style.with_code(Role::Plain, &text)).lead(lead()));
        return;
    }
    for note in notes {
        let exercise = &note.exercise;
        let text = match (note.passes, note.allowed, &note.why) {
            (true, true, _) => say!(style, "split-passes", exercise = exercise),
            (true, false, _) => say!(style, "split-would-pass", exercise = exercise),
            (false, _, None) => say!(style, "split-fails", exercise = exercise),
            (false, _, Some(why)) => say!(style, "split-fails-because", exercise = exercise, why = why),
        };
        page.put(Line::prose(0, style.with_code(Role::Plain, &text)).lead(lead()));
    }
}

/// `21 of 23 exercises proved by 150 runs in 27 s, 1 skipped, 5 unchanged since they were proved`
fn counted(style: Style, proof: &Proof) -> String {
    let all = say!(style, "number-of-exercises", number = proof.exercises);
    let runs = say!(style, "number-of-runs", number = proof.runs);
    let time = words::seconds(style, proof.seconds);
    let mut parts = vec![match proof.sound {
        sound if sound == proof.exercises => say!(style, "proof-of-all", all = all, runs = runs, time = time),
        sound => say!(style, "proof-of-some", number = sound, all = all, runs = runs, time = time),
    }];
    if !proof.skipped.is_empty() {
        parts.push(say!(style, "tally-skipped", number = proof.skipped.len()));
    }
    if proof.unchanged > 0 {
        parts.push(say!(style, "proved-before", number = proof.unchanged));
    }
    parts.join(", ")
}
