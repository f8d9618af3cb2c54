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
    #[serde(flatten)]
    graded: &'a Graded,
}

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let report = Report { version: VERSION, complete: graded.summary.is_some(), graded };
    out.write_all(&super::super::jsonl::to_safe_json(&report)?)?;
    out.write_all(b"\n")
}
