//! `prolings dev schema`: the JSON Schemas of the manifests, for editors.

use std::io::Write;

use crate::cli::args::{self, Manifest};
use crate::commands::Context;
use crate::discover::schema;
use crate::error::ExitStatus;

/// Prints the schema of a manifest.
pub(super) fn schema(args: &args::DevSchema, context: &Context) -> anyhow::Result<ExitStatus> {
    let name = match args.manifest {
        Manifest::Course => schema::COURSE,
        Manifest::Exercise => schema::EXERCISE,
    };
    for (_, text) in schema::all().iter().filter(|(known, _)| *known == name) {
        context.out().write_all(text.as_bytes())?;
    }
    Ok(ExitStatus::Success)
}
