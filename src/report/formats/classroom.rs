//! GitHub Classroom's runner result. Its reporters total in two ways: the scores of all tests, or only of those that
//! passed. Partial credit is therefore a test of its own that passed, beside the one that failed with nothing.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::graded::Graded;
use super::told::{Told, no_proof, seconds};
use crate::model::event::{ExerciseResult, Status};
use crate::report::jsonl::to_safe_json;

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let status = match (counts.faults, counts.failed) {
        (1.., _) => "error",
        (0, 1..) => "fail",
        (0, 0) => "pass",
    };
    let report = json!({
        "version": 1,
        "status": status,
        "max_score": counts.score.possible,
        "tests": graded.results.values().flat_map(|result| tests(graded, result)).collect::<Vec<Value>>(),
    });
    out.write_all(&to_safe_json(&report)?)?;
    out.write_all(b"\n")
}

fn tests(graded: &Graded, result: &ExerciseResult) -> Vec<Value> {
    let told = Told::of(result);
    let message = match graded.lacks_proof(result) {
        true => format!("{} ({})", told.headline, no_proof()),
        false => told.headline,
    };
    let test = |name: &str, status: &str, score: f64| {
        json!({
            "name": name,
            "status": status,
            "message": message,
            "score": score,
            "line_no": told.line.unwrap_or(0),
            "filename": told.file.clone().unwrap_or_default(),
            "test_code": "",
            "execution_time": format!("{:.3}s", seconds(result)),
        })
    };
    let name = result.exercise.as_str();
    let earned = result.score.earned;
    match result.status {
        Status::Passed => vec![test(name, "pass", earned)],
        Status::Failed if earned > 0.0 => {
            vec![test(&format!("{name} (partial credit)"), "pass", earned), test(name, "fail", 0.0)]
        }
        Status::Failed => vec![test(name, "fail", 0.0)],
        Status::Fault => vec![test(name, "error", 0.0)],
        Status::Skipped | Status::Cancelled => Vec::new(),
    }
}
