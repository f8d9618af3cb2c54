//! The Test Anything Protocol, version 14: a test point an exercise.

use std::io::{self, Write};

use super::graded::Graded;
use super::told::{Told, no_proof};
use crate::language::Language;
use crate::model::event::{ExerciseResult, Status};
use crate::report::terminal::plain;

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let stopped = graded.counts().cancelled > 0 || graded.summary.is_none();
    let reached: Vec<&ExerciseResult> =
        graded.results.values().filter(|result| result.status != Status::Cancelled).collect();
    writeln!(out, "TAP version 14\n1..{}", if stopped { graded.exercises } else { reached.len() })?;
    for (number, result) in reached.iter().enumerate() {
        point(out, number + 1, result)?;
        if graded.lacks_proof(result) {
            writeln!(out, "# {}", no_proof())?;
        }
    }
    if stopped { writeln!(out, "Bail out! not every exercise was reached") } else { Ok(()) }
}

fn point(out: &mut dyn Write, number: usize, result: &ExerciseResult) -> io::Result<()> {
    let told = Told::of(result);
    let name = &result.exercise;
    match result.status {
        Status::Passed => writeln!(out, "ok {number} - {name}"),
        Status::Skipped => writeln!(out, "ok {number} - {name} # SKIP {}", told.headline.replace('#', "\\#")),
        _ => {
            writeln!(out, "not ok {number} - {name}\n  ---")?;
            // JSON strings are YAML strings.
            writeln!(out, "  severity: {}", if result.status == Status::Fault { "fault" } else { "fail" })?;
            writeln!(out, "  result: {}", quoted(&plain::word(Language::ENGLISH, result.status))?)?;
            writeln!(out, "  message: {}", quoted(&told.headline)?)?;
            writeln!(out, "  detail: {}", quoted(&told.detail)?)?;
            if let Some(file) = &told.file {
                writeln!(out, "  file: {}", quoted(file)?)?;
            }
            if let Some(line) = told.line {
                writeln!(out, "  line: {line}")?;
            }
            writeln!(out, "  ...")
        }
    }
}

fn quoted(text: &str) -> io::Result<String> {
    let bytes = crate::report::jsonl::to_safe_json(&text)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
