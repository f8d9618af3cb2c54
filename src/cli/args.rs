//! What can be typed: clap's types and nothing else.

mod dev;
mod grade;
mod merge;

use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use dev::{
    Dev, DevBless, DevCheck, DevCoverage, DevMutate, DevNew, DevSchema, DevStats, Manifest, NewCheck,
};
pub use grade::{Grade, Trust};
pub use merge::Merge;

/// Fix small broken Python programs; prolings judges them at once.
#[derive(Debug, Parser)]
#[command(
    name = "prolings",
    version,
    about,
    long_about = None,
    propagate_version = true,
    subcommand_required = false,
    after_help = "`prolings` alone, in a terminal, is `prolings watch`: edit the file that it names, and save.\n\n\
                  The same, command by command:\n  \
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
    /// What to do; a watch when nothing is said and someone is there to watch.
    #[command(subcommand)]
    pub command: Option<Command>,
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
    /// Do as on systems that cannot fork and have no supervisor, for tests.
    #[arg(long, global = true, hide = true)]
    pub without_fork: bool,
    /// The editor's command line [default: by the terminal, $VISUAL or $EDITOR].
    #[arg(long, global = true, value_name = "COMMAND", env = "PROLINGS_EDIT_CMD")]
    pub edit_cmd: Option<String>,
    /// When to use colour; NO_COLOR is honoured.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// The same as `--color never`.
    #[arg(long, global = true, conflicts_with = "color")]
    pub no_color: bool,
    /// Use ASCII symbols only.
    #[arg(long, global = true, env = "PROLINGS_ASCII", value_parser = FalseyValueParser::new())]
    pub ascii: bool,
    /// For screen readers: one thing a line, in words, and nothing that is drawn.
    #[arg(long, global = true, env = "PROLINGS_LINEAR", value_parser = FalseyValueParser::new())]
    pub linear: bool,
    /// The language to speak and to show the course's texts in, where they have it: `de`, `pt_BR` [default: by $LANG].
    #[arg(long, global = true, value_name = "LANGUAGE", env = "PROLINGS_LANG")]
    pub lang: Option<String>,
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
    /// Judge your file each time that you save it; keys for all the rest.
    Watch(Watch),
    /// Judge exercises: those that you have started and the current one, or those that you name.
    Check(Check),
    /// Run your file as it is, with this terminal attached.
    Run(Run),
    /// Show every exercise and how it stands; on a terminal, to search, filter, reset and go to.
    List(List),
    /// Show how much is done of each topic.
    Progress(Progress),
    /// Show a hint; each time one more.
    Hint(Hint),
    /// Put the starter back; your file is kept as a backup.
    Reset(Reset),
    /// Open your files in your editor.
    Edit(Edit),
    /// Show the solution and why it is so, after you have passed.
    Solution(Solution),
    /// Write the course that prolings carries to a new folder, to work in.
    Init(Init),
    /// Bring the course in this folder up to date; what you wrote is kept.
    Update(Update),
    /// Show what to work on next.
    Next(Next),
    /// Show which Python and environments are used, and what is missing.
    Doctor(Doctor),
    /// Remove remembered results and Python environments that are no longer used, or all of these.
    Clean(Clean),
    /// Print a completion script for your shell.
    Completions(Completions),
    /// Grade a submission, for CI and teachers.
    Grade(Grade),
    /// Join what several machines have graded (`grade --shard`).
    Merge(Merge),
    /// For course authors.
    #[command(subcommand)]
    Dev(Dev),
}

/// `prolings watch`
#[derive(Debug, Args)]
#[command(
    after_help = "`?` in a watch tells every key. `d` opens the whole diff, the output, the hints and the task in a \
                  pager inside the watch: Space and `b` turn its pages, `/` searches, `q` goes back."
)]
pub struct Watch {
    /// The exercise to begin with [default: the current one].
    pub name: Option<String>,
    /// Print a report after each save, line by line, instead of drawing a screen.
    #[arg(long)]
    pub plain: bool,
    /// Look at the files again and again instead of waiting to be told of changes.
    #[arg(long)]
    pub poll: bool,
    /// Go on to the next exercise by itself after a pass.
    #[arg(long, env = "PROLINGS_AUTO_ADVANCE", value_parser = FalseyValueParser::new())]
    pub auto_advance: bool,
}

impl Watch {
    /// A watch that begins with this exercise, as if that had been typed: the environment's wishes count.
    ///
    /// # Panics
    /// Never: every name is an argument.
    pub fn at(name: &str) -> Self {
        match Cli::parse_from(["prolings", "watch", "--", name]).command {
            Some(Command::Watch(watch)) => watch,
            _ => unreachable!("`watch` is a watch"),
        }
    }
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
    /// Print the table, also on a terminal that could show a list to move in.
    #[arg(long)]
    pub plain: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

/// `prolings progress`
#[derive(Debug, Args)]
pub struct Progress {
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

/// `prolings edit`
#[derive(Debug, Args)]
pub struct Edit {
    /// The exercise [default: the current one].
    pub name: Option<String>,
}

/// `prolings reset`
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub struct Reset {
    /// The exercise.
    #[arg(group = "what")]
    pub name: Option<String>,
    /// Every exercise of a topic.
    #[arg(long, value_name = "TOPIC", group = "what")]
    pub topic: Option<String>,
    /// Every exercise of the course.
    #[arg(long, group = "what")]
    pub all: bool,
    /// Do not ask.
    #[arg(short, long)]
    pub yes: bool,
}

/// `prolings init`
#[derive(Debug, Args)]
pub struct Init {
    /// The folder: a new one, or an empty one.
    #[arg(value_name = "DIR", default_value = ".")]
    pub folder: PathBuf,
    /// Take the course from this folder instead of the one that prolings carries.
    #[arg(long, value_name = "COURSE")]
    pub from: Option<PathBuf>,
}

/// `prolings update`
#[derive(Debug, Args)]
pub struct Update {
    /// Take the course from this folder instead of where it came from.
    #[arg(long, value_name = "COURSE")]
    pub from: Option<PathBuf>,
    /// Say what would be done, and do nothing.
    #[arg(long)]
    pub dry_run: bool,
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
    /// Remove all Python environments instead of the remembered results and the environments that are no longer used.
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

/// A share in percent, with or without its sign.
fn percent(text: &str) -> Result<f64, String> {
    let number = text.trim_end_matches('%').parse::<f64>().ok();
    number
        .filter(|share| (0.0..=100.0).contains(share))
        .ok_or_else(|| "a number from 0 to 100 is wanted, such as 80".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
