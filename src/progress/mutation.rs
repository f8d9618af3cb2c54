//! What became of the mutants of each exercise's solution: `.prolings/mutation/NAME.json`.
//!
//! It owns the files and their key. A mutant that is known under the same key need not be run again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{self, Access, Durability, cannot};
use super::cache::Conditions;
use super::files::{Digest, Parts, read_bounded};
use super::folder::Folder;
use super::inputs::Inputs;
use crate::error::UserError;
use crate::model::exercise::Exercise;
use crate::model::names::ExerciseName;

/// Changes with the meaning of what is kept.
const FORMAT: &str = "prolings mutation 1";

/// How strong an exercise's checks are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Mutants that a check noticed.
    pub killed: usize,
    /// Mutants that no check noticed.
    pub survived: usize,
    /// Mutants that are declared to be no different; they do not count.
    pub equivalent: usize,
}

impl Score {
    /// Killed ones of those that count, in percent; all of them when there are none.
    pub fn percent(self) -> f64 {
        match self.killed + self.survived {
            0 => 100.0,
            all => self.killed as f64 * 100.0 / all as f64,
        }
    }
}

impl std::ops::Add for Score {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            killed: self.killed + other.killed,
            survived: self.survived + other.survived,
            equivalent: self.equivalent + other.equivalent,
        }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self::default(), |sum, score| sum + score)
    }
}

/// What is known of the mutants of one exercise, by their marks: whether a check noticed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Study {
    key: Digest,
    /// How strong the checks are, by the mutants that were run.
    pub score: Score,
    /// Whether each mutant was killed.
    pub killed: BTreeMap<String, bool>,
}

impl Study {
    /// Whether both are of the same files under the same conditions.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// The studies of a course.
#[derive(Debug, Clone)]
pub struct Mutations {
    folder: Folder,
}

impl Mutations {
    /// Those of the course at `root`. Nothing is read or made yet.
    pub fn of(root: &Path) -> Self {
        Self { folder: Folder::of(root) }
    }

    /// What is known of an exercise under these conditions, or a study that knows nothing. `solution` holds the files
    /// that are mutated. `None` when a file of the course cannot be read.
    ///
    /// Hints, mistakes and declared equivalents say nothing of whether a check notices a change.
    pub fn study(
        &self,
        exercise: &Exercise,
        solution: &[&[u8]],
        conditions: &Conditions<'_>,
    ) -> Option<Study> {
        let key = key(exercise, solution, conditions)?;
        let known = self.last(&exercise.name).filter(|study| study.key == key);
        Some(known.unwrap_or_else(|| Study { key, score: Score::default(), killed: BTreeMap::new() }))
    }

    /// What was last known of an exercise, whatever has changed since.
    pub fn last(&self, exercise: &ExerciseName) -> Option<Study> {
        serde_json::from_slice(&read_bounded(&self.file(exercise))?).ok()
    }

    /// Keeps a study.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, exercise: &ExerciseName, study: &Study) -> Result<(), UserError> {
        let path = self.file(exercise);
        self.folder.make()?;
        let folder = self.path();
        fs::create_dir_all(&folder).map_err(|error| cannot(Access::Write, &folder, &error))?;
        let content = serde_json::to_vec_pretty(study).expect("maps with text keys are JSON");
        atomic::put(&path, &content, Durability::Eventual)
            .map_err(|error| cannot(Access::Write, &path, &error))
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("mutation")
    }

    fn file(&self, exercise: &ExerciseName) -> PathBuf {
        self.path().join(format!("{exercise}.json"))
    }
}

/// What a mutant is known by: its file and its text.
pub fn mark(file: &str, source: &str) -> String {
    let mut parts = Parts::new();
    parts.add(file.as_bytes());
    parts.add(source.as_bytes());
    parts.finish().to_string().chars().take(16).collect()
}

fn key(exercise: &Exercise, solution: &[&[u8]], conditions: &Conditions<'_>) -> Option<Digest> {
    let Conditions { prolings, environment, settings, needs } = conditions;
    let protected = Inputs::read(exercise).protected()?;
    let mut parts = Parts::new();
    for text in [FORMAT, prolings, environment, settings, needs] {
        parts.add(text.as_bytes());
    }
    parts.add(format!("{:?}", exercise.checks).as_bytes());
    parts.add(&serde_json::to_vec(&exercise.limits).expect("numbers and names are JSON"));
    parts.add(protected.bytes());
    solution.iter().for_each(|file| parts.add(file));
    Some(parts.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::testing::exercise_at;

    fn conditions(environment: &str) -> Conditions<'_> {
        Conditions { prolings: "0", environment, settings: "", needs: "" }
    }

    #[test]
    fn a_study_is_kept_until_something_changes() {
        let root = tempfile::tempdir().unwrap();
        let mutations = Mutations::of(root.path());
        let exercise = exercise_at("e", root.path(), &[]);
        let study = |solution: &[u8], environment| {
            mutations.study(&exercise, &[solution], &conditions(environment)).unwrap()
        };
        let mut known = study(b"x = 1", "a");
        known.killed.insert(mark("e.py", "x = 2"), true);
        known.score.killed = 1;
        mutations.keep(&exercise.name, &known).unwrap();
        assert_eq!(study(b"x = 1", "a"), known);
        assert!(study(b"x = 2", "a").killed.is_empty());
        assert!(study(b"x = 1", "b").killed.is_empty());
        assert_eq!(mutations.last(&exercise.name), Some(known));
    }

    #[test]
    fn a_score_is_the_share_of_those_that_count() {
        let score = Score { killed: 9, survived: 1, equivalent: 5 };
        assert!((score.percent() - 90.0).abs() < 1e-9);
        assert!((Score::default().percent() - 100.0).abs() < 1e-9);
        let sum: Score = [score, score].into_iter().sum();
        assert_eq!((sum.killed, sum.survived, sum.equivalent), (18, 2, 10));
    }
}
