//! What is remembered of a learner's way through a course.
//!
//! Pure: what happened goes in with its time, what is known comes out. `form.rs` reads and writes it as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::files::FilesHash;
use crate::model::cause::Cause;
use crate::model::course::Course;
use crate::model::names::ExerciseName;

/// A moment in seconds since 1970-01-01 00:00 UTC, told by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// How a judgement of an exercise came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every check passed.
    Passed,
    /// Some check did not. Faults and skips are no judgements.
    Failed,
}

/// The same cause this often in a row: a hint is offered more clearly.
const STUCK: u32 = 3;

/// What is remembered of all exercises.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// By name. Exercises that have left the course stay.
    pub(super) exercises: BTreeMap<String, Progress>,
    /// Fields that this version does not know: kept.
    pub(super) unknown: Map<String, Value>,
}

/// What is remembered of one exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// How the last judgement came out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// When that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged_at: Option<Timestamp>,
    /// How often it was judged.
    #[serde(default)]
    pub judgements: u64,
    /// The last pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<Pass>,
    /// How many hints were shown.
    #[serde(default)]
    pub hints: u32,
    /// Their places in the manifest in the order in which they were shown, where some are bound to a cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hint_order: Vec<usize>,
    /// What the last judgement failed by; `None` after a pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Failing>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// What an exercise failed by, and how often in a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failing {
    /// The same for the same cause.
    pub cause: String,
    /// How many tries in a row had this cause.
    pub times: u32,
    /// The mistake that was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mistake: Option<String>,
    /// Tests that failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<String>,
    /// The files that failed last: judging them again is no new try.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<FilesHash>,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// A pass: of which files, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pass {
    /// The learner's files as they were.
    pub files: FilesHash,
    /// When they first passed.
    pub at: Timestamp,
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

/// Whether an exercise is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completion {
    /// It has not passed.
    Open,
    /// It passed, and the files are the same.
    Done,
    /// It passed, and the files have changed since.
    ChangedSincePassed,
}

impl State {
    /// What is remembered of an exercise.
    pub fn progress(&self, name: &ExerciseName) -> Option<&Progress> {
        self.exercises.get(name.as_str())
    }

    /// Every exercise of which something is remembered, by name.
    pub fn exercises(&self) -> impl Iterator<Item = (&str, &Progress)> {
        self.exercises.iter().map(|(name, progress)| (name.as_str(), progress))
    }

    /// Whether an exercise is done, given the hash of its files as they are ([`super::hash_files`]).
    pub fn completion(&self, name: &ExerciseName, files: Option<FilesHash>) -> Completion {
        match self.progress(name).and_then(|progress| progress.passed.as_ref()) {
            None => Completion::Open,
            Some(pass) if files == Some(pass.files) => Completion::Done,
            Some(_) => Completion::ChangedSincePassed,
        }
    }

    /// Whether the last tries at an exercise all failed by the same cause.
    pub fn is_stuck(&self, name: &ExerciseName) -> bool {
        let failing = self.progress(name).and_then(|progress| progress.failing.as_ref());
        failing.is_some_and(|failing| failing.times >= STUCK)
    }

    /// Remembers a judgement of these files. Files that cannot be hashed are never done.
    ///
    /// An earlier pass of other files stays remembered; a pass of the very files that now failed does not.
    pub fn judged(&mut self, name: &ExerciseName, outcome: Outcome, files: Option<FilesHash>, at: Timestamp) {
        let progress = self.progress_mut(name);
        progress.outcome = Some(outcome);
        progress.judged_at = Some(at);
        progress.judgements = progress.judgements.saturating_add(1);
        if outcome == Outcome::Passed {
            progress.failing = None;
        }
        let same = progress.passed.as_ref().is_some_and(|pass| Some(pass.files) == files);
        match (outcome, files) {
            (Outcome::Passed, Some(files)) if !same => {
                let unknown = progress.passed.take().map(|pass| pass.unknown).unwrap_or_default();
                progress.passed = Some(Pass { files, at, unknown });
            }
            (Outcome::Failed, _) if same => progress.passed = None,
            _ => {}
        }
    }

    /// Whether a judgement of these files would tell nothing new: the last one was the same, of the same files.
    pub fn knows(&self, name: &ExerciseName, outcome: Outcome, files: Option<FilesHash>) -> bool {
        self.progress(name).is_some_and(|progress| {
            let passed = files.is_some() && progress.passed.as_ref().map(|pass| pass.files) == files;
            progress.outcome == Some(outcome) && passed == (outcome == Outcome::Passed)
        })
    }

    /// Remembers by what a judgement of these files failed.
    pub fn failed_by(&mut self, name: &ExerciseName, cause: Cause, files: Option<FilesHash>) {
        let progress = self.progress_mut(name);
        let before = progress.failing.take().filter(|before| before.cause == cause.what);
        let times = before.as_ref().map_or(0, |before| before.times);
        let is_new = before.as_ref().is_none_or(|before| before.files.is_none() || before.files != files);
        progress.failing = Some(Failing {
            cause: cause.what,
            times: times.saturating_add(u32::from(is_new)),
            mistake: cause.mistake,
            tests: cause.tests,
            files,
            unknown: before.map(|before| before.unknown).unwrap_or_default(),
        });
    }

    /// Forgets outcome and pass of an exercise whose starter was put back. Counts stay: they are history.
    pub fn reset(&mut self, name: &ExerciseName) {
        if let Some(progress) = self.exercises.get_mut(name.as_str()) {
            progress.outcome = None;
            progress.passed = None;
            progress.failing = None;
        }
    }

    /// Moves what is remembered under an exercise's old name to its new one.
    ///
    /// Where both names have something, counts are joined, and the new name's outcome and pass win when it has them.
    pub fn rename(&mut self, old: &ExerciseName, new: &ExerciseName) {
        if old == new {
            return;
        }
        let Some(before) = self.exercises.remove(old.as_str()) else { return };
        match self.exercises.get_mut(new.as_str()) {
            Some(now) => now.absorb(before),
            None => {
                self.exercises.insert(new.as_str().to_owned(), before);
            }
        }
    }

    /// [`State::rename`] for every alias in the course.
    pub fn resolve_aliases(&mut self, course: &Course) {
        for (old, new) in outdated(&self.exercises, course) {
            self.rename(&old, &new);
        }
    }

    /// Whether something is remembered under an alias.
    pub fn has_aliases(&self, course: &Course) -> bool {
        outdated(&self.exercises, course).next().is_some()
    }

    pub(super) fn progress_mut(&mut self, name: &ExerciseName) -> &mut Progress {
        self.exercises.entry(name.as_str().to_owned()).or_default()
    }
}

impl Progress {
    fn absorb(&mut self, older: Self) {
        self.judgements = self.judgements.saturating_add(older.judgements);
        if older.hints > self.hints {
            (self.hints, self.hint_order) = (older.hints, older.hint_order);
        }
        if self.failing.is_none() && self.outcome.is_none() {
            self.failing = older.failing;
        }
        if self.outcome.is_none() {
            self.outcome = older.outcome;
        }
        self.judged_at = self.judged_at.max(older.judged_at);
        if self.passed.is_none() {
            self.passed = older.passed;
        }
        for (key, value) in older.unknown {
            self.unknown.entry(key).or_insert(value);
        }
    }
}

/// Aliases in the course under which `entries` has something, with the names that took their place. A name that is in
/// use again is nobody's alias.
pub(super) fn outdated<'a, T>(
    entries: &BTreeMap<String, T>,
    course: &'a Course,
) -> impl Iterator<Item = (ExerciseName, ExerciseName)> + use<'a, T> {
    let renamed = course.exercises().filter(|exercise| !exercise.aliases.is_empty());
    let found: Vec<_> = renamed
        .flat_map(|exercise| exercise.aliases.iter().map(|alias| (alias.clone(), exercise.name.clone())))
        .filter(|(old, _)| entries.contains_key(old.as_str()))
        .filter(|(old, _)| !course.exercises().any(|exercise| exercise.name == *old))
        .collect();
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::testing::{course_of, exercise_at};
    use std::path::Path;

    fn name(text: &str) -> ExerciseName {
        ExerciseName::new(text)
    }

    fn hash(seed: &str) -> Option<FilesHash> {
        let hex = blake3::hash(seed.as_bytes()).to_hex().to_string();
        Some(serde_json::from_value(Value::String(hex)).unwrap())
    }

    #[test]
    fn done_means_passed_with_the_files_as_they_are() {
        let mut state = State::default();
        let timer = name("timer");
        assert_eq!(state.completion(&timer, hash("a")), Completion::Open);
        state.judged(&timer, Outcome::Failed, hash("a"), Timestamp(1));
        assert_eq!(state.completion(&timer, hash("a")), Completion::Open);
        state.judged(&timer, Outcome::Passed, hash("b"), Timestamp(2));
        assert_eq!(state.completion(&timer, hash("b")), Completion::Done);
        assert_eq!(state.completion(&timer, hash("c")), Completion::ChangedSincePassed);
        assert_eq!(state.completion(&timer, None), Completion::ChangedSincePassed);
        state.judged(&timer, Outcome::Failed, hash("c"), Timestamp(3));
        assert_eq!(
            state.completion(&timer, hash("b")),
            Completion::Done,
            "the files are back as they passed"
        );
        assert_eq!(state.progress(&timer).map(|progress| progress.judgements), Some(3));
    }

    #[test]
    fn the_very_files_that_passed_are_no_longer_done_when_they_fail() {
        let mut state = State::default();
        let timer = name("timer");
        state.judged(&timer, Outcome::Passed, hash("a"), Timestamp(1));
        state.judged(&timer, Outcome::Failed, hash("a"), Timestamp(2));
        assert_eq!(state.completion(&timer, hash("a")), Completion::Open);
    }

    #[test]
    fn a_judgement_is_known_when_it_would_change_nothing() {
        let mut state = State::default();
        let timer = name("timer");
        assert!(!state.knows(&timer, Outcome::Passed, hash("a")));
        state.judged(&timer, Outcome::Passed, hash("a"), Timestamp(1));
        assert!(state.knows(&timer, Outcome::Passed, hash("a")));
        assert!(!state.knows(&timer, Outcome::Passed, hash("b")));
        assert!(!state.knows(&timer, Outcome::Failed, hash("a")));
        state.judged(&timer, Outcome::Failed, hash("b"), Timestamp(2));
        assert!(state.knows(&timer, Outcome::Failed, hash("b")));
        assert!(!state.knows(&timer, Outcome::Failed, hash("a")), "these passed, as far as is known");
        state.reset(&timer);
        assert!(!state.knows(&timer, Outcome::Failed, hash("b")));
    }

    #[test]
    fn a_pass_of_files_without_a_hash_counts_but_is_not_done() {
        let mut state = State::default();
        let timer = name("timer");
        state.judged(&timer, Outcome::Passed, None, Timestamp(1));
        assert_eq!(state.completion(&timer, None), Completion::Open);
        assert_eq!(state.progress(&timer).and_then(|progress| progress.outcome), Some(Outcome::Passed));
    }

    #[test]
    fn three_tries_with_one_cause_are_stuck_and_a_pass_or_another_cause_is_not() {
        let cause = |what: &str| Cause { what: what.to_owned(), mistake: None, tests: Vec::new() };
        let mut state = State::default();
        let timer = name("timer");
        for (files, stuck) in [("a", false), ("b", false), ("b", false), ("c", true)] {
            state.failed_by(&timer, cause("one"), hash(files));
            assert_eq!(state.is_stuck(&timer), stuck, "{files}: the same files are no new try");
        }
        state.failed_by(&timer, cause("another"), hash("d"));
        assert!(!state.is_stuck(&timer));
        for files in ["e", "f"] {
            state.failed_by(&timer, cause("another"), hash(files));
        }
        assert!(state.is_stuck(&timer));
        state.judged(&timer, Outcome::Passed, hash("g"), Timestamp(1));
        assert!(!state.is_stuck(&timer));
    }

    #[test]
    fn a_renamed_exercise_keeps_its_pass_and_joins_its_counts() {
        let mut state = State::default();
        state.judged(&name("old"), Outcome::Passed, hash("a"), Timestamp(1));
        state.progress_mut(&name("old")).hints = 1;
        state.judged(&name("new"), Outcome::Failed, hash("b"), Timestamp(2));
        state.rename(&name("old"), &name("new"));
        assert_eq!(state.progress(&name("old")), None);
        let progress = state.progress(&name("new")).unwrap();
        assert_eq!((progress.judgements, progress.hints, progress.outcome), (2, 1, Some(Outcome::Failed)));
        assert_eq!(state.completion(&name("new"), hash("a")), Completion::Done);
        state.rename(&name("new"), &name("new"));
        assert!(state.progress(&name("new")).is_some());
    }

    #[test]
    fn aliases_are_resolved_unless_the_name_is_in_use_again() {
        let folder = Path::new("/c/exercises/t/1_x");
        let mut new = exercise_at("new", folder, &[]);
        new.aliases = vec![name("old"), name("other")];
        let course = course_of(Path::new("/c"), vec![new, exercise_at("other", folder, &[])]);
        let mut state = State::default();
        state.judged(&name("old"), Outcome::Passed, hash("a"), Timestamp(1));
        state.judged(&name("other"), Outcome::Passed, hash("a"), Timestamp(1));
        state.judged(&name("gone"), Outcome::Passed, hash("a"), Timestamp(1));
        assert!(state.has_aliases(&course));
        state.resolve_aliases(&course);
        assert!(!state.has_aliases(&course));
        let names: Vec<&str> = state.exercises().map(|(name, _)| name).collect();
        assert_eq!(names, ["gone", "new", "other"]);
    }
}
