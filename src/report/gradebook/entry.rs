//! A submission in few words: how each exercise stands, and what the learner is told of it in a line.

use crate::language::Language;
use crate::model::cause::Cause;
use crate::model::class::{Cell, Column, Entry, Row, Standing};
use crate::model::event::{ExerciseResult, Status};
use crate::model::grade::Score;
use crate::model::verdict::Verdict;
use crate::report::formats::told;
use crate::report::terminal::plain;

/// The longest line on an exercise, in bytes: a class has tens of thousands.
const LONGEST: usize = 200;

/// What a gradebook holds of a row: for programs in English, for people in `language`.
pub fn entry(row: &Row, columns: &[Column], language: Language) -> Entry {
    let cells: Vec<Cell> = match row.fault {
        Some(_) => Vec::new(),
        None => columns.iter().map(|column| cell(row, column, language)).collect(),
    };
    let mut score = Score::default();
    cells.iter().for_each(|cell| score.add(cell.score));
    Entry {
        submission: row.submission.clone(),
        path: row.path.clone(),
        commit: row.commit.clone(),
        fault: row.fault.clone(),
        score,
        cells,
        seed: row.seed,
        altered: row.altered.len(),
        seconds: row.seconds,
    }
}

fn cell(row: &Row, column: &Column, language: Language) -> Cell {
    match row.results.iter().find(|result| result.exercise.as_str() == column.exercise) {
        Some(result) => judged(result, language),
        None => Cell {
            status: Standing::NotStarted,
            score: Score { earned: 0.0, possible: column.points },
            can_be_forged: false,
            cause: None,
            told: String::new(),
            translated: None,
        },
    }
}

fn judged(result: &ExerciseResult, language: Language) -> Cell {
    let status = match result.status {
        Status::Passed => Standing::Passed,
        Status::Failed => Standing::Failed,
        Status::Fault => Standing::Fault,
        Status::Skipped | Status::Cancelled => Standing::Skipped,
    };
    let told = |language| if status == Standing::Passed { String::new() } else { told(result, language) };
    let translated = (language != Language::ENGLISH).then(|| told(language));
    let cause = (status == Standing::Failed).then(|| Cause::of(result)).flatten();
    let cause = cause.map(|cause| cause.what);
    Cell {
        status,
        score: result.score,
        can_be_forged: result.can_be_forged(),
        cause,
        told: told(Language::ENGLISH),
        translated,
    }
}

/// The course's own words on a mistake that was recognised, otherwise what happened.
fn told(result: &ExerciseResult, language: Language) -> String {
    let feedback = match result.first_problem().map(|check| &check.verdict) {
        Some(Verdict::Failed(failure)) => {
            failure.feedback.as_ref().map(|feedback| feedback.text.by(language))
        }
        _ => None,
    };
    let text = feedback.unwrap_or_else(|| plain::headline(language, result));
    told::cut(language, &told::one_line(language, &text), LONGEST).replace('\n', " ")
}
