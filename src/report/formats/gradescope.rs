//! Gradescope's `results.json`: a test an exercise. What could not be judged has no score, so that it never counts as
//! zero points silently. What a pass is worth as a proof is for instructors alone.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::graded::Graded;
use super::told::{Told, proof};
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
        "tests": graded.results.values().map(test).chain(trust(graded)).collect::<Vec<Value>>(),
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
    if let Some(trust) = result.trust() {
        test["extra_data"] = json!({ "trust": trust });
    }
    if matches!(result.status, Status::Passed | Status::Failed) {
        test["score"] = json!(result.score.earned);
        test["max_score"] = json!(result.score.possible);
        test["status"] = json!(if result.status == Status::Passed { "passed" } else { "failed" });
    }
    test
}

/// Which passes are no proof, where proof was wanted: a test without points that instructors see and students never do.
/// A hidden one of another kind would hide the students' total as well.
fn trust(graded: &Graded) -> Option<Value> {
    let unproved = graded.unproved()?;
    Some(json!({
        "name": "How far the passes can be trusted",
        "output": proof(Language::ENGLISH, &unproved, str::to_owned),
        "output_format": "text",
        "name_format": "text",
        "visibility": "hidden",
    }))
}
