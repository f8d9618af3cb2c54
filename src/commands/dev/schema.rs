//! `prolings dev schema`: the JSON Schemas of the manifests, for editors, and of reports, for programs.

use std::io::Write;

use crate::cli::args::{self, Manifest};
use crate::commands::Context;
use crate::discover::schema;
use crate::error::ExitStatus;
use crate::report::schema as reports;

/// Prints the schema of a manifest or a report.
pub(super) fn schema(args: &args::DevSchema, context: &Context) -> anyhow::Result<ExitStatus> {
    let name = match args.manifest {
        Manifest::Course => schema::COURSE,
        Manifest::Exercise => schema::EXERCISE,
        Manifest::Report => reports::REPORT,
        Manifest::Event => reports::EVENT,
    };
    for (_, text) in schema::all().iter().chain(&reports::all()).filter(|(known, _)| *known == name) {
        context.out().write_all(text.as_bytes())?;
    }
    Ok(ExitStatus::Success)
}
