//! One exercise: what the learner edits, how it is judged, what helps.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::check::{Check, CheckKind};
use super::course::PythonRange;
use super::grade::Credit;
use super::limits::Limits;
use super::names::{ExerciseName, GroupName, RelPath, TestId, TopicName};
use super::search::Search;

/// A small broken program to fix.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// Unique in the course, kept for ever.
    pub name: ExerciseName,
    /// Names that it had before.
    pub aliases: Vec<ExerciseName>,
    /// The topic that it belongs to.
    pub topic: TopicName,
    /// Its folder under `exercises/`.
    pub folder: PathBuf,
    /// Its folder under `solutions/`, which a learner's copy of the course may lack.
    pub solution: PathBuf,
    /// A short title.
    pub title: String,
    /// Items of the curriculum that it teaches.
    pub covers: Vec<String>,
    /// From 1 (easy) to 5.
    pub level: u8,
    /// The files that the learner edits; everything else is protected.
    pub edit: Vec<RelPath>,
    /// The course's own files that a job needs beside the learner's: tests, data. Never manifests, READMEs or
    /// expected output.
    pub protected: Vec<RelPath>,
    /// The groups of packages that it needs, `core` always among them.
    pub groups: BTreeSet<GroupName>,
    /// Programs or modules that a machine may lack.
    pub needs: Vec<String>,
    /// Exercises worth doing first.
    pub after: Vec<ExerciseName>,
    /// The Pythons it runs on, where that is less than the course's range.
    pub python: Option<PythonRange>,
    /// What it counts.
    pub points: u32,
    /// How its points are given.
    pub credit: Credit,
    /// What each of its jobs may use.
    pub limits: Limits,
    /// How it is judged, in order.
    pub checks: Vec<Check>,
    /// From a nudge to nearly the answer.
    pub hints: Vec<Hint>,
    /// Plausible wrong answers and the feedback that each earns.
    pub mistakes: Vec<Mistake>,
    /// How the starter fails, when the author has declared it.
    pub starter: Option<StarterFailure>,
    /// Whether its Python is held to the course's style.
    pub style: Style,
    /// Changes to the solution that no check can tell from it.
    pub equivalent: Vec<EquivalentMutant>,
    /// The manifest that all of this was read from.
    pub manifest: ManifestHash,
}

/// blake3 of a manifest's text, as it was when the exercise was loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ManifestHash(pub [u8; 32]);

impl Exercise {
    /// The task's text.
    pub fn readme(&self) -> PathBuf {
        self.folder.join("README.md")
    }

    /// Why the solution is so; shown after passing.
    pub fn notes(&self) -> PathBuf {
        self.solution.join("NOTES.md")
    }

    /// Every file of the course's own that a verdict rests on: the protected ones, and the versions of the code that
    /// the learner's tests are tried on, which no job sees but its own.
    pub fn course_files(&self) -> impl Iterator<Item = &RelPath> {
        let versions = self.checks.iter().filter_map(|check| match &check.kind {
            CheckKind::Mutants(check) => Some(&check.versions),
            _ => None,
        });
        let versioned = versions.flatten().flat_map(|version| &version.files).map(|file| &file.source);
        self.protected.iter().chain(versioned)
    }

    /// The folder of a mistake's files.
    pub fn mistake_folder(&self, name: &str) -> PathBuf {
        self.solution.join("mistakes").join(name)
    }
}

/// Something that helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What the learner reads.
    pub text: String,
    /// Whom it is for; `None` when it is for everybody.
    pub when: Option<HintCause>,
}

/// Whom a hint is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HintCause {
    /// Those for whom one of these tests fails.
    Tests(Vec<TestId>),
    /// Those who made this mistake.
    Mistake(String),
}

/// How the starter fails: every condition that is given must hold. Authors declare it, so that a starter which fails for
/// another reason than its task describes is noticed.
#[derive(Debug, Clone)]
pub struct StarterFailure {
    /// What fails.
    pub fails: Fails,
    /// Class name of an exception that is raised.
    pub raises: Option<String>,
    /// Regular expression found in what the learner is told of the failure.
    pub message: Option<Search>,
}

/// What of an exercise's checks a starter fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fails {
    /// A check of this kind: `output`, `cases`…
    Check(String),
    /// All of these tests.
    Tests(Vec<TestId>),
}

/// Whether an exercise's Python is held to the course's style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// It is.
    #[default]
    Checked,
    /// It is not: style, or code that no formatter can read, is what the exercise is about.
    Free,
}

/// A change to the solution that no check can tell from it, and why that is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquivalentMutant {
    /// The lines before and after the change: `if count > 0: => if count >= 1:`.
    pub mutant: String,
    /// Why no check tells the two apart.
    pub why: String,
}

/// A plausible wrong answer.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Its folder under `mistakes/`.
    pub name: String,
    /// What the learner is told.
    pub feedback: String,
    /// How it is recognised; `None` when it cannot be told from other failures.
    pub when: Option<MistakePattern>,
}

/// How a mistake shows in a failed execution: every condition that is given must hold.
#[derive(Debug, Clone, Default)]
pub struct MistakePattern {
    /// Class name of an exception that was raised.
    pub raises: Option<String>,
    /// Regular expression found in the exception's or failing test's message.
    pub message: Option<Search>,
    /// Regular expression found in what was printed.
    pub stdout: Option<Search>,
    /// Regular expression found on the error stream.
    pub stderr: Option<Search>,
    /// Tests that are all among the failing ones.
    pub tests: Vec<TestId>,
    /// Tests that all passed.
    pub passes: Vec<TestId>,
    /// Regular expression found in the learner's lines that differ from the expected output.
    pub diff: Option<Search>,
    /// Bad versions that all get past the learner's tests.
    pub survives: Vec<String>,
    /// Bad versions that the learner's tests all catch.
    pub kills: Vec<String>,
    /// Right versions (the good one or equivalents) that the learner's tests all fail on.
    pub rejects: Vec<String>,
}
