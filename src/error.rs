//! Errors that a user can act on, and the exit codes of the program.
//!
//! Owns the shape of a user-facing error (what, where, why, help) and its plain rendering. It must not know how an
//! error came about: stages build [`UserError`]s, `main` prints them.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::language::{Text, said};

/// One mistake in the user's situation: a broken course, a bad argument, a missing interpreter.
///
/// It answers four questions: what is wrong, where, why, and which edit or command mends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserError {
    /// What is wrong: one line, lower case, no blame, no full stop.
    pub what: Text,
    /// Where it is wrong.
    pub place: Option<Place>,
    /// Why that is an error.
    pub why: Option<Text>,
    /// The command or edit that mends it.
    pub help: Option<Text>,
}

/// A place in a file that the user can open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file or folder.
    pub path: PathBuf,
    /// 1-based line, when it is known.
    pub line: Option<usize>,
}

impl Place {
    /// A file or folder as a whole.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), line: None }
    }

    /// A line (1-based) of a file.
    pub fn line(path: impl Into<PathBuf>, line: usize) -> Self {
        Self { path: path.into(), line: Some(line) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        self.line.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

impl UserError {
    /// An error that says what is wrong; the builders add the rest.
    pub fn new(what: impl Into<Text>) -> Self {
        Self { what: what.into(), place: None, why: None, help: None }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says why.
    #[must_use]
    pub fn why(mut self, why: impl Into<Text>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// Says what mends it.
    #[must_use]
    pub fn help(mut self, help: impl Into<Text>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same error with its path shown relative to `base` where it lies below it.
    #[must_use]
    pub fn relative_to(mut self, base: &Path) -> Self {
        if let Some(place) = &mut self.place
            && let Ok(short) = place.path.strip_prefix(base)
        {
            place.path = short.to_path_buf();
        }
        self
    }
}

impl fmt::Display for UserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        if let Some(place) = &self.place {
            write!(f, "\n  where: {place}")?;
        }
        let labelled = [("why", &self.why), ("help", &self.help)];
        for (label, text) in labelled {
            let Some(text) = text else { continue };
            write!(f, "\n  {label}: {}", text.replace('\n', "\n    "))?;
        }
        Ok(())
    }
}

impl std::error::Error for UserError {}

/// Everything that is wrong at once: a course with ten mistakes reports ten, not one. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(Vec<UserError>);

impl Errors {
    /// `Err` with everything collected, or `Ok` when nothing was.
    ///
    /// # Errors
    /// When `errors` is not empty.
    pub fn check(errors: Vec<UserError>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self(errors)) }
    }

    /// The errors, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &UserError> {
        self.0.iter()
    }

    /// These errors and one more.
    #[must_use]
    pub fn and(mut self, error: UserError) -> Self {
        self.0.push(error);
        self
    }

    /// The same number of errors, each changed.
    #[must_use]
    pub fn map(self, change: impl FnMut(UserError) -> UserError) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }
}

impl From<UserError> for Errors {
    fn from(error: UserError) -> Self {
        Self(vec![error])
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n\n" };
            write!(f, "{gap}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

/// How the program ends, as its callers see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum ExitStatus {
    /// All that was asked for passed.
    Success = 0,
    /// The learner's work does not pass yet.
    Failure = 1,
    /// prolings could not judge: bad usage, broken course, missing interpreter. Outranks a failure.
    Error = 2,
    /// Ctrl-C or SIGTERM.
    Interrupted = 130,
}

impl From<ExitStatus> for std::process::ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}

/// The name in `known` that is nearest to `given`, when it is near enough to be a typo of it.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (likeness(given, name), name))
        .filter(|(score, _)| *score >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// From 0 to 1. A single slip (a letter too many, too few, another, or two swapped) makes short names look far apart, so
/// it counts by itself.
fn likeness(given: &str, name: &str) -> f64 {
    let one_slip = name.chars().count() >= 3 && strsim::osa_distance(given, name) == 1;
    strsim::jaro_winkler(given, name).max(if one_slip { 0.9 } else { 0.0 })
}

/// "did you mean" for a help line, or `otherwise` when nothing is near.
pub fn did_you_mean<'a>(
    given: &str,
    known: impl IntoIterator<Item = &'a str>,
    otherwise: impl Into<Text>,
) -> Text {
    nearest(given, known).map_or_else(|| otherwise.into(), |name| said!("did-you-mean", name = name).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_answers_four_questions() {
        let error = UserError::new("exercise `lazy` has no expected output")
            .at(Place::line("exercises/e/exercise.yaml", 7))
            .why("an `output` check needs `stdout`")
            .help("add `stdout: |`");
        assert_eq!(
            error.to_string(),
            "error: exercise `lazy` has no expected output\n  where: exercises/e/exercise.yaml:7\n  \
             why: an `output` check needs `stdout`\n  help: add `stdout: |`"
        );
    }

    #[test]
    fn typos_find_their_name_and_strangers_do_not() {
        let known = ["my_meta", "vehicle", "timer"];
        assert_eq!(nearest("my_mata", known), Some("my_meta"));
        assert_eq!(nearest("vehcile", known), Some("vehicle"));
        assert_eq!(nearest("pandas", known), None);
        assert_eq!(nearest("itn", ["int", "any"]), Some("int"));
    }

    #[test]
    fn a_fault_outranks_a_failure() {
        assert!(ExitStatus::Error > ExitStatus::Failure);
    }
}
