//! Events made by hand, for the tests of reports.
#![allow(dead_code, reason = "each test file uses a part of it")]

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use prolings::model::check::Trust;
use prolings::model::event::{
    CheckResult, EVENTS_VERSION, Event, ExerciseResult, NextExercise, RunSummary, Standing, Status,
};
use prolings::model::grade::Score;
use prolings::model::job::Target;
use prolings::model::names::{ExerciseName, TopicName};
use prolings::model::record::{Comparison, Frame, PyException, SyntaxDetails, TestOutcome};
use prolings::model::verdict::{
    ComparedSides, Diff, DiffLine, Failure, Fault, Feedback, Mismatch, Note, TestFailure, Verdict, Word,
};
use prolings::report::Reporter;

/// A writer whose bytes the test can read.
#[derive(Clone, Default)]
pub(crate) struct Sink(Arc<Mutex<Vec<u8>>>);

impl Sink {
    pub(crate) fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        String::from_utf8(bytes).expect("reports are UTF-8")
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Tells a reporter the events of a run of these results, in this order.
pub(crate) fn report(reporter: &mut dyn Reporter, results: &[ExerciseResult], next: Option<NextExercise>) {
    for event in run(results, next) {
        reporter.on(&event).expect("the sink takes everything");
    }
}

pub(crate) fn run(results: &[ExerciseResult], next: Option<NextExercise>) -> Vec<Event> {
    let mut events = vec![Event::RunStarted {
        version: EVENTS_VERSION,
        prolings: "0.1.0",
        course: "Advanced Python (Pro)".into(),
        exercises: results.len(),
        isolation: vec!["landlock".into(), "seccomp".into()],
    }];
    let mut summary = RunSummary { wall: Duration::from_millis(1234), ..RunSummary::default() };
    for result in results {
        events.push(Event::JobStarted {
            exercise: result.exercise.clone(),
            target: result.target.clone(),
            check: result.checks.first().map(|check| check.check.clone()).unwrap_or_default(),
        });
        summary.count(result);
        events.extend(
            result
                .checks
                .iter()
                .map(|check| Event::JobFinished { exercise: result.exercise.clone(), result: check.clone() }),
        );
        events.push(Event::ExerciseFinished(result.clone()));
    }
    let done = if next.is_some() { 2 + summary.passed } else { 12 };
    let pending = if next.is_some() { 12 - done - summary.failed } else { 0 };
    summary.standing = Some(Standing { done, total: 12, pending, changed: 0, next });
    events.push(Event::RunFinished(summary));
    events
}

/// The exercise that most screens are about.
pub(crate) fn exercise(check: &str, verdict: Verdict) -> ExerciseResult {
    named("my_meta", 4, "A hook on class creation", check, verdict)
}

pub(crate) fn named(name: &str, index: usize, title: &str, check: &str, verdict: Verdict) -> ExerciseResult {
    let status = match &verdict {
        Verdict::Passed { .. } => Status::Passed,
        Verdict::Failed(_) => Status::Failed,
        Verdict::Fault(_) => Status::Fault,
        Verdict::Skipped { .. } => Status::Skipped,
    };
    ExerciseResult {
        exercise: ExerciseName::new(name),
        index,
        topic: TopicName::new("a1_metaclasses"),
        title: title.into(),
        target: Target::Learner,
        files: vec![format!("exercises/a1_metaclasses/{index:02}_{name}/{name}.py")],
        hints: 3,
        score: Score { earned: f64::from(u8::from(status == Status::Passed)), possible: 1.0 },
        checks: vec![CheckResult {
            check: check.into(),
            verdict,
            trust: Trust::ForgeryProof,
            tally: None,
            versions: vec![],
            wall: Duration::from_millis(120),
        }],
        status,
        cached: false,
    }
}

pub(crate) fn next() -> NextExercise {
    NextExercise {
        exercise: ExerciseName::new("registry"),
        title: "Classes that register themselves".into(),
        file: "exercises/a1_metaclasses/03_registry/registry.py".into(),
        readme: "exercises/a1_metaclasses/03_registry/README.md".into(),
    }
}

pub(crate) fn failed(mismatch: Mismatch) -> Verdict {
    Verdict::Failed(Failure::of(mismatch))
}

pub(crate) fn with_feedback(mismatch: Mismatch, text: &str) -> Verdict {
    let feedback = Some(Feedback { mistake: "forgot_super".into(), text: text.into() });
    Verdict::Failed(Failure { feedback, ..Failure::of(mismatch) })
}

pub(crate) fn fault() -> Verdict {
    Verdict::Fault(Fault {
        what: "the course's list of tests no longer fits test_my_meta.py".into(),
        details: "locked, not found: test_announces\nfound, not locked: test_announces_each_class".into(),
        help: "run `prolings dev bless my_meta`, or tell the course's author".into(),
    })
}

pub(crate) fn skipped(reason: &str) -> Verdict {
    Verdict::Skipped { reason: reason.into() }
}

pub(crate) fn passed(notes: &[Note]) -> Verdict {
    Verdict::Passed { notes: notes.to_vec() }
}

/// A line's words: `[changed]` in brackets.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (index, part) in text.split(['[', ']']).enumerate() {
        if !part.is_empty() {
            words.push(Word { text: part.into(), changed: index % 2 == 1 });
        }
    }
    words
}

/// A diff from lines that begin with a space, `-` or `+`; changed words in brackets; `$` ends a line without newline.
pub(crate) fn diff(lines: &[&str]) -> Diff {
    let mut first = 1;
    let mut seen_change = false;
    let lines: Vec<DiffLine> = lines
        .iter()
        .map(|line| {
            let (sign, text) = line.split_at(1);
            let newline = !text.ends_with('$');
            let text = text.trim_end_matches('$');
            seen_change |= sign != " ";
            first += usize::from(!seen_change);
            match sign {
                "-" => DiffLine::Missing { words: words(text), newline },
                "+" => DiffLine::Extra { words: words(text), newline },
                _ => DiffLine::Same { text: text.into() },
            }
        })
        .collect();
    Diff { lines, whitespace_only: false, first, dropped: 0 }
}

pub(crate) fn output(lines: &[&str]) -> Mismatch {
    Mismatch::Output { diff: diff(lines) }
}

pub(crate) fn frame(file: &str, line: u32, function: &str, source: &str) -> Frame {
    Frame { file: file.into(), line, function: function.into(), source: Some(source.into()) }
}

pub(crate) fn exception(class: &str, message: &str, frames: &[Frame]) -> PyException {
    PyException {
        class: class.into(),
        message: message.into(),
        frames: frames.to_vec(),
        ..PyException::default()
    }
}

pub(crate) fn syntax(message: &str, line: u32, columns: (u32, u32), text: &str) -> PyException {
    PyException {
        class: "SyntaxError".into(),
        message: message.into(),
        syntax: Some(SyntaxDetails {
            file: "my_meta.py".into(),
            line,
            column: Some(columns.0),
            end_column: Some(columns.1),
            text: Some(text.into()),
        }),
        ..PyException::default()
    }
}

pub(crate) fn test(id: &str, message: &str) -> TestFailure {
    TestFailure {
        id: id.into(),
        outcome: TestOutcome::Failed,
        message: (!message.is_empty()).then(|| message.into()),
        comparison: None,
        explanation: None,
        exception: None,
        stdout: String::new(),
        stderr: String::new(),
    }
}

pub(crate) fn compared(op: &str, left: &str, right: &str) -> Option<ComparedSides> {
    let sides = Comparison { op: op.into(), left: left.into(), right: right.into() };
    Some(ComparedSides { sides, diff: None })
}
