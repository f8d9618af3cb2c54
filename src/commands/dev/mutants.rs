//! The mutants of one exercise: which files are changed, what is known of each change, how a manifest names it.

use std::fs;
use std::path::Path;

use similar::TextDiff;

use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::check::CheckKind;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;
use crate::progress::mutation::mark;
use crate::python::mutants::{self, Kind, Mutant};

/// Lines around a change.
const CONTEXT: usize = 2;
/// Between the lines before a change and those after it.
const ARROW: &str = " =>";

/// A file of a solution that is changed.
pub(super) struct Original {
    pub(super) path: RelPath,
    pub(super) source: String,
}

/// A change to a solution.
pub(super) struct Change {
    /// The file that is changed: its place among the originals.
    pub(super) file: usize,
    pub(super) mutant: Mutant,
    /// What it is known by from run to run.
    pub(super) mark: String,
    /// How a manifest names it.
    pub(super) name: String,
}

impl Change {
    /// Whether a manifest's words name it: the lines before and after it, or those before it alone, which name every
    /// change of them.
    pub(super) fn is_named(&self, words: &str) -> bool {
        self.name == words || self.name.strip_prefix(words).is_some_and(|rest| rest.starts_with(ARROW))
    }
}

/// The learner's files of an exercise, as its solution has them. Only Python is changed.
///
/// # Errors
/// When one cannot be read as text.
pub(super) fn originals(exercise: &Exercise) -> Result<Vec<Original>, UserError> {
    let python = exercise.edit.iter().filter(|path| path.as_str().ends_with(".py"));
    python
        .map(|path| {
            let place = path.under(&exercise.solution);
            let source = fs::read_to_string(&place).map_err(|error| {
                let name = exercise.name.as_str();
                UserError::new(said!("solution-unreadable", exercise = name))
                    .at(Place::path(&place))
                    .why(error.to_string())
                    .help(said!("solution-unreadable.help", exercise = name))
            })?;
            Ok(Original { path: path.clone(), source })
        })
        .collect()
}

/// Every change of the originals, in the order of files and lines.
///
/// # Errors
/// When a file is no Python.
pub(super) fn changes(
    exercise: &Exercise,
    originals: &[Original],
    python: &Path,
) -> Result<Vec<Change>, UserError> {
    let mut changes = Vec::new();
    for (file, original) in originals.iter().enumerate() {
        let made = mutants::mutants(python, &original.source, kind(exercise, &original.path))
            .map_err(|error| error.at(Place::path(original.path.under(&exercise.solution))))?;
        changes.extend(made.into_iter().map(|mutant| Change {
            file,
            mark: mark(original.path.as_str(), &mutant.source),
            name: name(&original.source, &mutant.source),
            mutant,
        }));
    }
    Ok(changes)
}

/// How the checks use a file.
fn kind(exercise: &Exercise, file: &RelPath) -> Kind {
    let uses = |wanted: fn(&CheckKind, &RelPath) -> bool| {
        exercise.checks.iter().any(|check| wanted(&check.kind, file))
    };
    if uses(|check, file| matches!(check, CheckKind::Mutants(check) if check.tests == *file)) {
        Kind::Tests
    } else if uses(|check, file| matches!(check, CheckKind::Output(check) if check.script == *file)) {
        Kind::Script
    } else {
        Kind::Module
    }
}

/// The change as a unified diff.
pub(super) fn diff(original: &Original, mutant: &Mutant) -> String {
    let diff = TextDiff::from_lines(original.source.as_str(), mutant.source.as_str());
    diff.unified_diff().context_radius(CONTEXT).to_string()
}

/// The lines before and after the change, each side on one line: `if a > 0: => if a >= 0:`.
fn name(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[before..], &new[before..]);
    let after = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let side = |lines: &[&str]| {
        let words: Vec<&str> = lines[..lines.len() - after].iter().map(|line| line.trim()).collect();
        words.join(" ")
    };
    format!("{}{ARROW} {}", side(old), side(new)).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_named_by_its_lines() {
        assert_eq!(name("a\n  if x > 0:\nb\n", "a\n  if x >= 0:\nb\n"), "if x > 0: => if x >= 0:");
        assert_eq!(name("@wraps(f)\ndef g(): ...\n", "def g(): ...\n"), "@wraps(f) =>");
        assert_eq!(name("f(\n  1,\n  2)\n", "f(\n  2,\n  1)\n"), "1, 2) => 2, 1)");
    }

    #[test]
    fn a_line_names_every_change_of_it() {
        let mutant = Mutant { line: 1, operator: "boundary".into(), source: String::new() };
        let change = Change { file: 0, mutant, mark: String::new(), name: "if x > 0: => if x >= 0:".into() };
        assert!(change.is_named("if x > 0: => if x >= 0:") && change.is_named("if x > 0:"));
        assert!(!change.is_named("if x") && !change.is_named("if x > 0: => if x < 0:"));
    }

    #[test]
    fn a_change_that_repeats_a_line_has_a_name() {
        assert_eq!(name("a\na\n", "a\n"), "a =>");
    }
}
