//! What can be typed: clap's types and nothing else.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Fix small broken Python programs; prolings judges them at once.
#[derive(Debug, Parser)]
#[command(
    name = "prolings",
    version,
    about,
    long_about = None,
    propagate_version = true,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "A learner's loop:\n  \
                    prolings check    says what is wrong, and in which file\n  \
                    prolings next     shows the task\n  \
                    prolings hint     helps when stuck; each time one hint more\n\n\
                  Exit codes: 0 all passed, 1 something does not pass yet,\n\
                  2 could not judge, 130 interrupted."
)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The course's folder [default: the nearest one around the current folder].
    #[arg(long, global = true, value_name = "DIR")]
    pub course: Option<PathBuf>,
    /// The Python to use [default: found by itself, see `prolings doctor`].
    #[arg(long, global = true, value_name = "PATH", env = "PROLINGS_PYTHON")]
    pub python: Option<PathBuf>,
    /// How programs are kept away from what is not theirs.
    #[arg(long, global = true, value_name = "MODE", default_value = "best")]
    pub isolation: Isolation,
    /// Layers of the sandbox without which nothing is judged (see `prolings doctor`).
    #[arg(long, global = true, value_name = "LAYER", value_delimiter = ',', value_parser = LAYERS)]
    pub require: Vec<String>,
    /// Layers to leave out, for tests.
    #[arg(long, global = true, hide = true, value_name = "LAYER", value_delimiter = ',', value_parser = LAYERS)]
    pub without_layer: Vec<String>,
    /// When to use colour; NO_COLOR is honoured.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// The same as `--color never`.
    #[arg(long, global = true, conflicts_with = "color")]
    pub no_color: bool,
}

/// The names of the sandbox's layers.
const LAYERS: [&str; 6] = ["uid", "landlock", "seccomp", "pid", "mount", "net"];

/// How programs are kept away from what is not theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Isolation {
    /// Every layer of the sandbox, or nothing is judged.
    Full,
    /// Every layer that works here.
    Best,
    /// The same, with a fresh Python for every check.
    Cold,
    /// No sandbox: for programs that you trust.
    None,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge exercises: those that you have started and the current one, or those that you name.
    Check(Check),
    /// Run your file as it is, with this terminal attached.
    Run(Run),
    /// Show every exercise and how it stands.
    List(List),
    /// Show a hint; each time one more.
    Hint(Hint),
    /// Put the starter back; your file is kept as a backup.
    Reset(Reset),
    /// Show the solution and why it is so, after you have passed.
    Solution(Solution),
    /// Show what to work on next.
    Next(Next),
    /// Show which Python and environments are used, and what is missing.
    Doctor(Doctor),
    /// Remove remembered results or Python environments; they are made again when needed.
    Clean(Clean),
    /// Print a completion script for your shell.
    Completions(Completions),
    /// For course authors.
    #[command(subcommand)]
    Dev(Dev),
}

/// `prolings check`
#[derive(Debug, Args)]
pub struct Check {
    /// Exercises, topics, paths or patterns such as `a1_*`.
    pub wanted: Vec<String>,
    /// Judge every exercise of the course.
    #[arg(long, conflicts_with = "wanted")]
    pub all: bool,
    /// How many to judge at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
    /// Judge unchanged exercises too, instead of showing what they came to the last time.
    #[arg(long)]
    pub no_cache: bool,
    /// Print events as JSON lines (see docs/events.md).
    #[arg(long)]
    pub json: bool,
}

/// `prolings run`
#[derive(Debug, Args)]
pub struct Run {
    /// The exercise: a name or a path.
    pub name: String,
    /// Arguments for the program.
    #[arg(last = true)]
    pub args: Vec<String>,
}

/// `prolings list`
#[derive(Debug, Args)]
pub struct List {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings hint`
#[derive(Debug, Args)]
pub struct Hint {
    /// The exercise [default: the current one].
    pub name: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings reset`
#[derive(Debug, Args)]
pub struct Reset {
    /// The exercise.
    pub name: String,
    /// Do not ask.
    #[arg(short, long)]
    pub yes: bool,
}

/// `prolings solution`
#[derive(Debug, Args)]
pub struct Solution {
    /// The exercise.
    pub name: String,
    /// Show it although the exercise does not pass yet.
    #[arg(long)]
    pub force: bool,
}

/// `prolings next`
#[derive(Debug, Args)]
pub struct Next {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings doctor`
#[derive(Debug, Args)]
pub struct Doctor {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings clean`
#[derive(Debug, Args)]
pub struct Clean {
    /// Remove the Python environments instead of the remembered results.
    #[arg(long)]
    pub environments: bool,
    /// Remove both.
    #[arg(long)]
    pub all: bool,
}

/// `prolings completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// `prolings dev`
#[derive(Debug, Subcommand)]
pub enum Dev {
    /// Prove exercises: the starter fails, the solution passes, each mistake fails.
    Check(DevCheck),
    /// Write what the manifest must lock (test ids) from the solution.
    Bless(DevBless),
    /// Show how strong checks are: change solutions in small ways and list the changes that no check notices.
    Mutate(DevMutate),
}

/// `prolings dev check`
#[derive(Debug, Args)]
pub struct DevCheck {
    /// Exercises, topics, paths or patterns [default: all].
    pub wanted: Vec<String>,
    /// How many jobs at once [default: the number of cores].
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
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

fn percent(text: &str) -> Result<f64, String> {
    let number = text.trim_end_matches('%').trim_end().parse::<f64>().ok();
    number
        .filter(|number| (0.0..=100.0).contains(number))
        .ok_or_else(|| "a number from 0 to 100 is wanted".to_owned())
}

/// `prolings dev bless`
#[derive(Debug, Args)]
pub struct DevBless {
    /// The exercise.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
