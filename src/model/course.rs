//! A course as loaded: its topics in teaching order and their exercises.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::exercise::Exercise;
use super::limits::Limits;
use super::names::{ExerciseName, GroupName, TopicName};
use crate::language::{Text, said};

/// A whole course: valid by construction (discovery refuses anything else).
#[derive(Debug, Clone)]
pub struct Course {
    /// The folder that holds `exercises/` and `solutions/`.
    pub root: PathBuf,
    /// What the course is called.
    pub title: String,
    /// Its version, by which `prolings update` tells a newer course from an older one.
    pub version: Option<u32>,
    /// The Pythons that it runs on.
    pub python: PythonRange,
    /// The topics, in teaching order.
    pub topics: Vec<Topic>,
    /// The groups of packages that exercises may ask for.
    pub groups: BTreeMap<GroupName, Group>,
    /// Limits of exercises that state none.
    pub limits: Limits,
    /// What the course is to teach, where it says so (`curriculum.yaml`).
    pub curriculum: Option<Curriculum>,
    /// Shown to a learner who starts.
    pub welcome: Option<String>,
    /// Shown when every exercise is done.
    pub final_text: Option<String>,
    /// Whether a watch goes on to the next exercise by itself after a pass.
    pub auto_advance: bool,
}

/// A folder of exercises about one subject.
#[derive(Debug, Clone)]
pub struct Topic {
    /// The folder's name.
    pub name: TopicName,
    /// The folder.
    pub folder: PathBuf,
    /// The exercises, in the order of their prefixes.
    pub exercises: Vec<Exercise>,
}

/// What a course is to teach, item by item.
#[derive(Debug, Clone, Default)]
pub struct Curriculum {
    /// In the order in which they are written.
    pub items: Vec<CurriculumItem>,
}

/// One thing that a course is to teach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurriculumItem {
    /// What exercises call it in `covers`, such as `A1.2`.
    pub id: String,
    /// What it is, in a line.
    pub title: String,
}

/// A set of Python packages that exercises need.
#[derive(Debug, Clone)]
pub struct Group {
    /// What it holds, in a line.
    pub summary: Option<String>,
    /// The lock file: exact versions with hashes.
    pub lock: PathBuf,
    /// Modules that warm workers import before they fork.
    pub preload: Vec<String>,
}

/// A module that must not be imported before a fork.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unfit {
    /// Its name.
    pub module: String,
    /// Why, as the program says it that imports modules: a word, and what belongs to it.
    pub why: String,
}

impl Unfit {
    /// Why, in words.
    pub fn said(&self) -> Text {
        let (word, rest) = self.why.split_once(' ').unwrap_or((&self.why, ""));
        match word {
            "import" => said!("unfit-import", error = rest),
            "threads" => said!("unfit-threads", number = rest),
            "process" => said!("unfit-process"),
            "files" => said!("unfit-files"),
            "environment" => said!("unfit-environment"),
            "signals" => said!("unfit-signals"),
            "streams" => said!("unfit-streams"),
            // Somebody else's words.
            _ => return self.why.as_str().into(),
        }
        .into()
    }
}

/// A Python version: major and minor, such as 3.12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PythonVersion {
    /// 3.
    pub major: u8,
    /// 11 and up.
    pub minor: u8,
}

impl fmt::Display for PythonVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The Pythons that something runs on: from a version on, up to but without another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PythonRange {
    /// The oldest that works.
    pub from: PythonVersion,
    /// The first that no longer works.
    pub below: Option<PythonVersion>,
}

impl PythonRange {
    /// Whether a version lies in the range.
    pub fn contains(&self, version: PythonVersion) -> bool {
        version >= self.from && self.below.is_none_or(|below| version < below)
    }
}

impl fmt::Display for PythonRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, ">={}", self.from)?;
        self.below.map_or(Ok(()), |below| write!(f, ",<{below}"))
    }
}

impl Course {
    /// Every exercise in teaching order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.topics.iter().flat_map(|topic| &topic.exercises)
    }

    /// The exercise of that name or alias.
    pub fn exercise(&self, name: &str) -> Option<&Exercise> {
        self.exercises().find(|exercise| exercise.name.as_str() == name).or_else(|| {
            self.exercises().find(|exercise| exercise.aliases.iter().any(|alias| alias.as_str() == name))
        })
    }

    /// A path as reports show it: from the course's root, with `/`.
    pub fn shown_path(&self, path: &std::path::Path) -> String {
        let short = path.strip_prefix(&self.root).unwrap_or(path);
        short.to_string_lossy().replace('\\', "/")
    }

    /// The folder that holds the topics.
    pub fn exercises_folder(&self) -> PathBuf {
        self.root.join("exercises")
    }

    /// The exercise that follows `name` in teaching order.
    pub fn after(&self, name: &ExerciseName) -> Option<&Exercise> {
        self.exercises().skip_while(|exercise| exercise.name != *name).nth(1)
    }
}
