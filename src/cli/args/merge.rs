//! The arguments of `prolings merge`.

use std::path::PathBuf;

use clap::Args;

use super::percent;

/// `prolings merge`
#[derive(Debug, Args)]
pub struct Merge {
    /// What each shard wrote: the folders (or journals) of a class, or the `json` or `jsonl` reports of a submission.
    #[arg(required = true, value_name = "REPORT")]
    pub parts: Vec<PathBuf>,
    /// Where the journal and the gradebooks of a class go.
    #[arg(long, value_name = "DIR", default_value = "grades")]
    pub output: PathBuf,
    /// Write the gradebook of a class into this SQLite database as well.
    #[arg(long, value_name = "PATH")]
    pub db: Option<PathBuf>,
    /// As for `grade`.
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub min_score: Option<f64>,
    /// Write a report; several may be given. The formats are those of `grade`.
    #[arg(long, value_name = "FORMAT=PATH")]
    pub report: Vec<String>,
}
