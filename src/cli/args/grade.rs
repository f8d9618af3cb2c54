//! The arguments of `prolings grade`.

use std::path::PathBuf;

use clap::Args;

use super::percent;

/// `prolings grade`
#[derive(Debug, Args)]
pub struct Grade {
    /// The folder with the learner's `exercises/` [default: the course's own].
    #[arg(long, value_name = "DIR")]
    pub submission: Option<PathBuf>,
    /// The commit or branch that tests, manifests and locks are taken from, such as `origin/main`.
    #[arg(long, value_name = "REF")]
    pub base: Option<String>,
    /// Exercises, topics or patterns to grade [default: those that the learner changed].
    #[arg(long, value_name = "NAME", value_delimiter = ',', conflicts_with = "all")]
    pub only: Vec<String>,
    /// Grade every exercise, changed or not.
    #[arg(long)]
    pub all: bool,
    /// Exit with 1 when less than this share of the points is earned, in percent, instead of when anything fails.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub min_score: Option<f64>,
    /// Make the random must-fail tests from this number, to repeat a run exactly.
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// Write a report; several may be given (see docs/reports.md) [default: what the CI service reads].
    #[arg(long, value_name = "FORMAT=PATH")]
    pub report: Vec<String>,
    /// How many to judge at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}
