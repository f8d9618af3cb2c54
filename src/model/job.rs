//! A job: one check of one exercise on one target, with its limits.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::check::Start;
use super::limits::Limits;
use super::names::{ExerciseName, GroupName, RelPath};
use super::plain::Plain;

/// Whose files a job judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "target", content = "name")]
pub enum Target {
    /// The learner's files, as they are in the working tree.
    Learner,
    /// The exercise as shipped.
    Starter,
    /// The reference answer.
    Solution,
    /// A plausible wrong answer.
    Mistake(String),
}

/// One check of one exercise on one target.
#[derive(Debug, Clone)]
pub struct Job {
    /// The exercise.
    pub exercise: ExerciseName,
    /// The check's place in the exercise's list, from 0.
    pub check: usize,
    /// The files that it needs, all of them.
    pub files: Vec<StagedFile>,
    /// What is run.
    pub program: Program,
    /// How its Python is started.
    pub start: Start,
    /// The packages that it needs.
    pub groups: std::collections::BTreeSet<GroupName>,
    /// What it may use.
    pub limits: Limits,
    /// What it finds around itself.
    pub circumstances: Circumstances,
}

/// What a program finds around itself, and must not depend on. Jobs are all given the same; a course is proved by
/// changing it. Only a Python of its own can be given another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circumstances {
    /// The seed of Python's hashes: it decides the order of sets.
    pub hash_seed: u32,
    /// The locale.
    pub locale: String,
    /// The time zone.
    pub time_zone: String,
    /// The name of the folder that it runs in.
    pub folder: String,
    /// Runs the tests of a suite in another order, which the number decides.
    pub shuffle: Option<u32>,
}

impl Default for Circumstances {
    fn default() -> Self {
        Self {
            hash_seed: 0,
            locale: "C.UTF-8".to_owned(),
            time_zone: "UTC".to_owned(),
            folder: "work".to_owned(),
            shuffle: None,
        }
    }
}

/// A file to copy into a job's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedFile {
    /// Where it goes.
    pub path: RelPath,
    /// Where it comes from.
    pub source: PathBuf,
    /// Who wrote it.
    pub origin: Origin,
}

/// Who wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The learner: untrusted, a regular file of bounded size or nothing.
    Learner,
    /// The course.
    Course,
}

/// What a job runs.
#[derive(Debug, Clone)]
pub enum Program {
    /// `python SCRIPT ARGS`.
    Script {
        /// The script.
        script: RelPath,
        /// Its arguments.
        args: Vec<String>,
        /// What it reads.
        stdin: Vec<u8>,
    },
    /// One pytest file, reported test by test.
    Pytest {
        /// The test file.
        file: RelPath,
        /// Python files that tests may import and not read.
        hidden: Vec<RelPath>,
        /// The learner's code, when it runs in a process of its own.
        apart: Option<Apart>,
    },
    /// Calls of functions of a module.
    Cases {
        /// The module's file.
        module: RelPath,
        /// The calls.
        calls: Vec<Call>,
    },
    /// A tool of the environment.
    Tool {
        /// The tool's name and arguments.
        command: Vec<String>,
    },
}

/// The learner's code in a split run: the tests' process has none of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The learner's files.
    pub files: Vec<RelPath>,
    /// Classes whose own word is taken for how their objects compare and combine.
    pub classes: Vec<String>,
}

/// One call to make.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// The function, dotted for attributes.
    pub call: String,
    /// Positional arguments.
    pub args: Vec<Plain>,
    /// Keyword arguments.
    pub kwargs: Vec<(String, Plain)>,
}
