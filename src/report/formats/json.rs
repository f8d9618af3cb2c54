//! Everything as one JSON document (`docs/reports.md`).

use std::io::{self, Write};

use serde::Serialize;

use super::graded::Graded;

/// Version of the document.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    /// Whether the run has come to its end.
    complete: bool,
    /// Where proof was wanted: exercises whose pass is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_forgery_proof: Option<Vec<&'a str>>,
    #[serde(flatten)]
    graded: &'a Graded,
}

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        version: VERSION,
        complete: graded.summary.is_some(),
        not_forgery_proof: graded.unproved(),
        graded,
    };
    out.write_all(&super::super::jsonl::to_safe_json(&report)?)?;
    out.write_all(b"\n")
}
