//! Gradescope's `results.json`: a test an exercise. What could not be judged has no score, so that it never counts as
//! zero points silently.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::graded::Graded;
use super::told::Told;
use crate::language::Language;
use crate::model::event::{ExerciseResult, Status};
use crate::report::jsonl::to_safe_json;
use crate::report::terminal::plain;

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let mut notes: Vec<String> = graded.notices.iter().map(ToString::to_string).collect();
    if counts.faults > 0 {
        notes.push(format!("{} could not be judged and do not count: ask your teacher.", counts.faults));
    }
    let report = json!({
        "score": counts.score.earned,
        "execution_time": counts.wall.as_secs_f64(),
        "output": notes.join("\n"),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": graded.results.values().map(test).collect::<Vec<Value>>(),
    });
    out.write_all(&to_safe_json(&report)?)?;
    out.write_all(b"\n")
}

fn test(result: &ExerciseResult) -> Value {
    let told = Told::of(result);
    let mut test = json!({
        "name": format!("{}: {}", result.exercise, result.title),
        "output": format!("{}\n{}", plain::word(Language::ENGLISH, result.status), told.detail).trim_end(),
        "output_format": "text",
        "name_format": "text",
        "visibility": "visible",
    });
    if matches!(result.status, Status::Passed | Status::Failed) {
        test["score"] = json!(result.score.earned);
        test["max_score"] = json!(result.score.possible);
        test["status"] = json!(if result.status == Status::Passed { "passed" } else { "failed" });
    }
    test
}
