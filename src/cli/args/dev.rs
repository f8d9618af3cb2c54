//! The arguments of `prolings dev`: what course authors can type.

use clap::{Args, Subcommand, ValueEnum};

use super::percent;

/// `prolings dev`
#[derive(Debug, Subcommand)]
pub enum Dev {
    /// Make a new exercise: sound as it is, with everything still to be written marked.
    New(DevNew),
    /// Prove exercises: the starter fails as declared, the solution passes every time, each mistake earns its feedback.
    Check(DevCheck),
    /// Write what the solution decides, test ids and expected output, after showing what changes.
    Bless(DevBless),
    /// Show how strong checks are: change solutions in small ways and list the changes that no check notices.
    Mutate(DevMutate),
    /// Show which items of the curriculum have an exercise, and which have none.
    Coverage(DevCoverage),
    /// Show what the course is made of: kinds of checks, levels, times.
    Stats(DevStats),
    /// Print the JSON Schema of a manifest, for your editor, or of a report, for programs that read it.
    Schema(DevSchema),
}

/// `prolings dev new`
#[derive(Debug, Args)]
pub struct DevNew {
    /// Where it belongs and what it is called: TOPIC/NAME. A new topic is added to the end of the path.
    #[arg(value_name = "TOPIC/NAME")]
    pub name: String,
    /// How it is judged.
    #[arg(long, value_name = "KIND", default_value = "pytest")]
    pub check: NewCheck,
}

/// Kinds of checks that there is a template for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NewCheck {
    /// Run a script, compare what it prints.
    Output,
    /// Call functions, compare plain data.
    Cases,
    /// Run a test file.
    Pytest,
    /// The learner writes tests, which must notice wrong code.
    Mutants,
    /// Run a real tool, such as mypy.
    Tool,
}

/// `prolings dev schema`
#[derive(Debug, Args)]
pub struct DevSchema {
    /// Of which manifest or report.
    pub manifest: Manifest,
}

/// The manifests of a course, and what programs read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Manifest {
    /// `course.yaml`
    Course,
    /// `exercise.yaml`
    Exercise,
    /// A `json` report of `grade`
    Report,
    /// A line of a `jsonl` report, and of `--json`
    Event,
}

/// `prolings dev check`
#[derive(Debug, Args)]
pub struct DevCheck {
    /// Exercises, topics, paths or patterns [default: all].
    pub wanted: Vec<String>,
    /// Only exercises that have changed since this commit, also those not committed yet.
    #[arg(long, value_name = "REF")]
    pub changed_since: Option<String>,
    /// How many times each solution must pass; all but the first on a busy machine, under other circumstances.
    #[arg(long, value_name = "N", default_value = "3")]
    pub repeat: std::num::NonZeroU32,
    /// How many jobs at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Prove exercises again that were proved as they are.
    #[arg(long)]
    pub no_cache: bool,
    /// Print findings as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings dev mutate`
#[derive(Debug, Args)]
#[command(
    after_help = "Exit code 1 when an exercise reaches less than 90 %, or all together less than 95 %, or \
                        when a declared equivalent is stale."
)]
pub struct DevMutate {
    /// Exercises, topics, paths or patterns [default: all].
    pub wanted: Vec<String>,
    /// Run at most so many changes of each exercise, always the same ones.
    #[arg(long, value_name = "N")]
    pub sample: Option<std::num::NonZeroUsize>,
    /// What each exercise and all together must reach, in percent [default: 90 each, 95 together].
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub min_score: Option<f64>,
    /// How many jobs at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Run every change again, also those whose outcome is known.
    #[arg(long)]
    pub no_cache: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings dev coverage`
#[derive(Debug, Args)]
pub struct DevCoverage {
    /// Succeed although items have no exercise: the course grows.
    #[arg(long)]
    pub allow_missing: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings dev stats`
#[derive(Debug, Args)]
pub struct DevStats {
    /// Print JSON, with each exercise.
    #[arg(long)]
    pub json: bool,
}

/// `prolings dev bless`
#[derive(Debug, Args)]
pub struct DevBless {
    /// The exercise.
    pub name: String,
    /// Show what would change, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
}
