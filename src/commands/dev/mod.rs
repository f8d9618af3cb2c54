//! `prolings dev`: what course authors need.

mod bless;
mod changed;
mod check;
mod coverage;
mod files;
mod finding;
mod load;
mod mutants;
mod mutate;
mod new;
mod prose;
mod prove;
mod rounds;
mod schema;
mod split;
mod stats;
mod template;
mod tools;
mod verdicts;

use super::Context;
use crate::cli::args::Dev;
use crate::error::ExitStatus;

/// Runs an author's command.
pub(super) fn dev(command: Dev, context: &Context) -> anyhow::Result<ExitStatus> {
    match command {
        Dev::New(args) => new::new(&args, context),
        Dev::Check(args) => check::check(&args, context),
        Dev::Bless(args) => bless::bless(&args, context),
        Dev::Mutate(args) => mutate::mutate(&args, context),
        Dev::Coverage(args) => coverage::coverage(&args, context),
        Dev::Stats(args) => stats::stats(&args, context),
        Dev::Schema(args) => schema::schema(&args, context),
    }
}
