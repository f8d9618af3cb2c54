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
    /// Grade a class: a folder with one folder or git repository for each learner, or a file with a path (or `name,path`)
    /// in each line (see docs/at-scale.md).
    #[arg(long, value_name = "DIR|FILE", conflicts_with = "submission")]
    pub submissions: Option<PathBuf>,
    /// Where the journal and the gradebooks of a class go; what stands there already is not graded again.
    #[arg(long, value_name = "DIR", default_value = "grades", requires = "submissions")]
    pub output: PathBuf,
    /// Write the gradebook of a class into this SQLite database as well.
    #[arg(long, value_name = "PATH", requires = "submissions")]
    pub db: Option<PathBuf>,
    /// Grade one part of several: INDEX/COUNT with an index from 1, or `auto` for what GitLab, CircleCI, Buildkite, a
    /// Kubernetes Indexed Job or a Slurm array says. `prolings merge` joins the parts.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    /// Make parts that take the same time, by the times in an earlier report (`gradebook.jsonl`, or `json`).
    #[arg(long, value_name = "FILE", requires = "shard")]
    pub timings: Option<PathBuf>,
    /// The commit or branch that tests, manifests and locks are taken from, such as `origin/main`.
    #[arg(long, value_name = "REF")]
    pub base: Option<String>,
    /// Exercises, topics or patterns to grade [default: those that the learner changed].
    #[arg(long, value_name = "NAME", value_delimiter = ',', conflicts_with = "all")]
    pub only: Vec<String>,
    /// Grade every exercise, changed or not.
    #[arg(long)]
    pub all: bool,
    /// Exit with 1 when less than this share of the points is earned, in percent, instead of when anything fails; of a
    /// class, when anybody earns less, and never without this.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub min_score: Option<f64>,
    /// Make the random must-fail tests from this number, to repeat a run exactly.
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// How far a pass must be trusted. `proof`: tests run apart from the learner's code wherever the course allows it, and
    /// what is not forgery-proof all the same is named.
    #[arg(long, value_enum, default_value_t = Trust::Usual)]
    pub trust: Trust,
    /// Write a report; several may be given (see docs/reports.md) [default: what the CI service reads].
    #[arg(long, value_name = "FORMAT=PATH")]
    pub report: Vec<String>,
    /// How many to judge at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

/// How far a pass must be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Trust {
    /// As each exercise's manifest has it.
    Usual,
    /// As far as the course allows.
    Proof,
}
