//! `prolings completions SHELL`: a completion script on standard output.

use std::io::Write;

use clap::CommandFactory;

use super::Context;
use crate::cli::args::{self, Cli};
use crate::error::ExitStatus;

/// Prints the script.
pub(super) fn completions(args: &args::Completions, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "prolings", &mut script);
    context.out().write_all(&script)?;
    Ok(ExitStatus::Success)
}
