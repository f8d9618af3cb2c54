//! Exercism's `results.json`, version 3 of its test runner interface: a test an exercise's check.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::graded::Graded;
use super::told::{Told, cut, no_proof};
use crate::language::Language;
use crate::model::check::Trust;
use crate::model::event::{CheckResult, ExerciseResult, Status};
use crate::model::verdict::{Mismatch, Verdict};
use crate::report::jsonl::to_safe_json;

/// The most characters of a message.
const MESSAGE: usize = 65_535 / 4;

/// What is said of a run that was stopped.
const UNFINISHED: &str = "The run was stopped before everything was judged. Run it again.";

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let broken = graded.results.values().find(|result| !could_run(result));
    let unfinished = graded.summary.is_none() || counts.cancelled > 0;
    let mut report = json!({ "version": 3, "status": "error", "message": null });
    match broken {
        Some(result) => {
            report["message"] =
                json!(english(&format!("{}\n{}", result.exercise, Told::of(result).detail), MESSAGE));
        }
        // Nothing failed yet, and yet it is no pass.
        None if unfinished && counts.failed == 0 => report["message"] = json!(UNFINISHED),
        None => {
            report["status"] = json!(if counts.failed > 0 { "fail" } else { "pass" });
            let tests = graded.results.values().flat_map(|result| tests(graded, result));
            report["tests"] = json!(tests.collect::<Vec<Value>>());
        }
    }
    out.write_all(&to_safe_json(&report)?)?;
    out.write_all(b"\n")
}

/// Whether tests could run at all: a file that is no Python, or a fault of ours, leaves nothing to list.
fn could_run(result: &ExerciseResult) -> bool {
    match result.first_problem().map(|check| &check.verdict) {
        Some(Verdict::Fault(_)) => false,
        Some(Verdict::Failed(failure)) => !failure
            .mismatches
            .iter()
            .any(|mismatch| matches!(mismatch, Mismatch::Syntax { .. } | Mismatch::Refused { .. })),
        _ => true,
    }
}

fn tests(graded: &Graded, result: &ExerciseResult) -> Vec<Value> {
    if matches!(result.status, Status::Skipped | Status::Cancelled) {
        return Vec::new();
    }
    result.checks.iter().map(|check| test(graded, result, check)).collect()
}

fn test(graded: &Graded, result: &ExerciseResult, check: &CheckResult) -> Value {
    let name = format!("{}: {}", result.exercise, check.check);
    match &check.verdict {
        Verdict::Failed(failure) => json!({
            "name": name,
            "status": "fail",
            "message": english(&Told::of(result).detail, MESSAGE),
            "output": english(&failure.stdout, 450),
        }),
        // A pass has no message; its output is what is shown beside it.
        _ if graded.lacks_proof(result) && check.trust == Trust::NotForgeryProof => {
            json!({ "name": name, "status": "pass", "output": no_proof() })
        }
        _ => json!({ "name": name, "status": "pass" }),
    }
}

/// The text up to a number of bytes.
fn english(text: &str, most: usize) -> String {
    cut(Language::ENGLISH, text, most)
}
