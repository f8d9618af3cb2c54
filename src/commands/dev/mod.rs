//! `prolings dev`: what course authors need.

mod bless;
mod check;
mod findings;
mod mutants;
mod mutate;

use super::Context;
use crate::cli::args::Dev;
use crate::error::ExitStatus;

/// Runs an author's command.
pub(super) fn dev(command: Dev, context: &Context) -> anyhow::Result<ExitStatus> {
    match command {
        Dev::Check(args) => check::check(&args, context),
        Dev::Bless(args) => bless::bless(&args, context),
        Dev::Mutate(args) => mutate::mutate(&args, context),
    }
}
