//! The Common Test Report Format: a test an exercise.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use super::graded::Graded;
use super::told::{Told, seconds};
use crate::language::Language;
use crate::model::event::{ExerciseResult, Status};
use crate::report::jsonl::to_safe_json;
use crate::report::terminal::plain;

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let start = milliseconds(graded.started.unwrap_or(UNIX_EPOCH));
    let wall = u64::try_from(counts.wall.as_millis()).unwrap_or(u64::MAX);
    let mut report = json!({
        "reportFormat": "CTRF",
        "specVersion": "0.0.0",
        "generatedBy": "prolings",
        "results": {
            "tool": { "name": "prolings", "version": env!("CARGO_PKG_VERSION") },
            "summary": {
                "tests": graded.results.len(),
                "passed": counts.passed,
                "failed": counts.failed,
                "pending": counts.cancelled,
                "skipped": counts.skipped,
                "other": counts.faults,
                "start": start,
                "stop": start + wall,
            },
            "tests": graded.results.values().map(test).collect::<Vec<Value>>(),
            "environment": { "extra": graded.provenance },
        },
    });
    if let Some(unproved) = graded.unproved() {
        report["results"]["extra"] = json!({ "not_forgery_proof": unproved });
    }
    out.write_all(&to_safe_json(&report)?)?;
    out.write_all(b"\n")
}

fn milliseconds(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

fn test(result: &ExerciseResult) -> Value {
    let told = Told::of(result);
    let status = match result.status {
        Status::Passed => "passed",
        Status::Failed => "failed",
        Status::Skipped => "skipped",
        Status::Cancelled => "pending",
        Status::Fault => "other",
    };
    let mut test = json!({
        "name": result.exercise.as_str(),
        "status": status,
        "duration": (seconds(result) * 1000.0).round(),
        "suite": [result.topic.as_str()],
        "rawStatus": plain::word(Language::ENGLISH, result.status),
        "extra": { "title": result.title, "score": result.score },
    });
    if let Some(trust) = result.trust() {
        test["extra"]["trust"] = json!(trust);
    }
    if !told.detail.is_empty() {
        test["message"] = json!(told.headline);
        test["trace"] = json!(told.detail);
    }
    if let Some(file) = &told.file {
        test["filePath"] = json!(file);
    }
    if let Some(line) = told.line {
        test["line"] = json!(line);
    }
    test
}
