//! A gradebook for programs: a line for each submission, or one document (`docs/at-scale.md`).

use std::io::{self, Write};

use serde::Serialize;

use super::csv::status;
use crate::language::Text;
use crate::model::class::{Cell, Column, Conditions, Entry, Gradebook, Standing};
use crate::model::grade::{Score, Shard};
use crate::report::jsonl::to_safe_json;

/// Version of the document and of the lines.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    /// Whether every submission is graded.
    complete: bool,
    course: &'a str,
    course_commit: Option<&'a str>,
    conditions: &'a Conditions,
    shard: Option<Shard>,
    exercises: &'a [Column],
    notices: &'a [Text],
    submissions: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    submission: &'a str,
    path: &'a str,
    commit: Option<&'a str>,
    status: &'static str,
    fault: Option<&'a str>,
    /// Absent where nothing could be graded.
    score: Option<Score>,
    percent: Option<f64>,
    seed: u64,
    altered: usize,
    seconds: f64,
    /// Where proof was wanted: what it passed without.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_forgery_proof: Option<Vec<&'a str>>,
    exercises: Vec<Exercise<'a>>,
}

#[derive(Serialize)]
struct Exercise<'a> {
    exercise: &'a str,
    status: Standing,
    earned: f64,
    possible: f64,
    cause: Option<&'a str>,
    told: &'a str,
}

/// Writes one document.
pub(super) fn document(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        version: VERSION,
        complete: book.is_complete(),
        course: &book.head.course,
        course_commit: book.head.course_commit.as_deref(),
        conditions: &book.head.conditions,
        shard: book.head.shard,
        exercises: &book.head.columns,
        notices: &book.notices,
        submissions: book.graded().map(|entry| line(entry, book)).collect(),
    };
    out.write_all(&to_safe_json(&document)?)?;
    out.write_all(b"\n")
}

/// Writes a line for each submission.
pub(super) fn lines(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    book.graded().try_for_each(|entry| {
        out.write_all(&to_safe_json(&line(entry, book))?)?;
        out.write_all(b"\n")
    })
}

fn line<'a>(entry: &'a Entry, book: &'a Gradebook) -> Line<'a> {
    let exercise = |(column, cell): (&'a Column, &'a Cell)| Exercise {
        exercise: &column.exercise,
        status: cell.status,
        earned: cell.score.earned,
        possible: cell.score.possible,
        cause: cell.cause.as_deref(),
        told: &cell.told,
    };
    Line {
        submission: &entry.submission,
        path: &entry.path,
        commit: entry.commit.as_deref(),
        status: status(entry),
        fault: entry.fault.as_deref(),
        score: entry.fault.is_none().then_some(entry.score),
        percent: entry.score.percent(),
        seed: entry.seed,
        altered: entry.altered,
        seconds: entry.seconds,
        not_forgery_proof: book.unproved(entry),
        exercises: book.head.columns.iter().zip(&entry.cells).map(exercise).collect(),
    }
}
