//! What the arguments mean here: arguments, environment variables and the terminal put together.

use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use super::args::{ColorChoice, Global, Isolation};
use super::{links, locale};
use crate::error::UserError;
use crate::language::{Language, said};

/// What every command needs to know of its surroundings, resolved once.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The current folder: where relative paths start.
    pub cwd: PathBuf,
    /// The course's folder, when the user named one.
    pub course: Option<PathBuf>,
    /// The Python, when the user named one.
    pub python: Option<PathBuf>,
    /// Where environments are kept, when the user named a place (`PROLINGS_ENV_DIR`); otherwise in the course.
    pub environments: Option<PathBuf>,
    /// How programs are kept away from what is not theirs.
    pub isolation: Isolation,
    /// Layers of the sandbox that must hold, by name.
    pub require: Vec<String>,
    /// Layers of the sandbox that are left out, by name.
    pub without_layer: Vec<String>,
    /// Whether jobs run as on systems that cannot fork and have no supervisor.
    pub without_fork: bool,
    /// The editor's command line, when the user gave one.
    pub edit_command: Option<String>,
    /// Whether standard output is a terminal in which files can be links.
    pub links: bool,
    /// Whether symbols must be ASCII.
    pub ascii: bool,
    /// Whether someone listens instead of looking: one thing a line, and nothing is drawn.
    pub linear: bool,
    /// The languages in which the course's texts are looked for, the nearest first; English is what they are written in.
    pub languages: Vec<String>,
    /// The language of the tool's own words: the first of those that it has, else English.
    pub language: Language,
    /// Whether standard output takes colour.
    pub stdout_color: bool,
    /// Whether standard error takes colour.
    pub stderr_color: bool,
    /// Columns of the terminal that standard output is, or 80 without one.
    pub width: usize,
    /// The same for standard error.
    pub stderr_width: usize,
    /// Whether both streams are a terminal: then progress bars are drawn on standard error. What `| head` lets through
    /// would land in the middle of a bar.
    pub progress: bool,
    /// Whether someone can answer a question: standard input and error are a terminal.
    pub can_ask: bool,
    /// Whether someone watches: standard input and output are a terminal.
    pub is_watched: bool,
    /// Whether that terminal can be drawn on.
    pub can_draw: bool,
}

/// Columns without a terminal.
const WIDTH: usize = 80;

/// Lines are easier to read when they are not longer than this.
const WIDEST: usize = 120;

impl Settings {
    /// Resolves the settings of this process.
    ///
    /// # Errors
    /// When the current folder is gone.
    pub fn resolve(global: &Global) -> Result<Self, UserError> {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let text = |name: &str| std::env::var(name).ok();
        let (stdout, stderr) = (std::io::stdout(), std::io::stderr());
        let dumb = variable("TERM").is_some_and(|term| term == "dumb");
        let color = |terminal: bool| match global.color {
            _ if global.no_color => false,
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && !dumb && variable("NO_COLOR").is_none(),
        };
        let languages = locale::languages(global.lang.as_deref(), text);
        let is_watched = std::io::stdin().is_terminal() && stdout.is_terminal();
        Ok(Self {
            cwd: std::env::current_dir()
                .map_err(|error| UserError::new(said!("no-current-folder", error = error.to_string())))?,
            course: global.course.clone(),
            python: global.python.clone(),
            environments: variable("PROLINGS_ENV_DIR").map(PathBuf::from),
            isolation: global.isolation,
            require: global.require.clone(),
            without_layer: global.without_layer.clone(),
            without_fork: global.without_fork || !cfg!(unix),
            edit_command: global.edit_cmd.clone().filter(|line| !line.trim().is_empty()),
            links: stdout.is_terminal() && links::are_shown(text),
            ascii: global.ascii || locale::is_ascii(text),
            linear: global.linear,
            language: Self::language(global),
            languages,
            stdout_color: color(stdout.is_terminal()),
            stderr_color: color(stderr.is_terminal()),
            width: width(stdout.is_terminal().then(|| columns_of(&stdout)).flatten()),
            stderr_width: width(stderr.is_terminal().then(|| columns_of(&stderr)).flatten()),
            progress: stdout.is_terminal() && stderr.is_terminal() && !dumb && !global.linear,
            can_ask: std::io::stdin().is_terminal() && stderr.is_terminal(),
            is_watched,
            can_draw: is_watched && !dumb && !global.linear,
        })
    }

    /// The language of the tool's own words, which errors are told in before anything else is resolved.
    pub fn language(global: &Global) -> Language {
        locale::language(global.lang.as_deref(), |name| std::env::var(name).ok())
    }

    /// Where the environments of the course at `root` are kept.
    pub fn environments_of(&self, root: &Path) -> PathBuf {
        match &self.environments {
            Some(folder) => self.cwd.join(folder),
            None => root.join(".prolings").join("env"),
        }
    }
}

/// How many jobs run at once: what was asked for, or one a core.
pub fn workers(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}

fn width(terminal: Option<usize>) -> usize {
    terminal.map_or(WIDTH, |columns| columns.clamp(20, WIDEST))
}

#[cfg(unix)]
fn columns_of(stream: &impl std::os::fd::AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(stream).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

#[cfg(not(unix))]
fn columns_of<T>(_: &T) -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}
