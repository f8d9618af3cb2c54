//! A class: many submissions graded on the same exercises, and what is kept of each.

use serde::{Deserialize, Serialize};

use super::event::{CheckResult, ExerciseResult, Status};
use super::grade::{Score, Shard, TrustWanted};
use crate::language::{Said, Text, Value, said};

/// Version of the form of a class's journal.
pub const JOURNAL_VERSION: u32 = 1;

/// Everything beside a submission's own files that decides its grade. Rows under different conditions never mix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conditions {
    /// prolings' own version.
    pub prolings: String,
    /// blake3 of the manifests, tests and expected output of the exercises that are graded.
    pub course: String,
    /// blake3 of the locks of all groups that are used.
    pub locks: String,
    /// The interpreter's version.
    pub python: String,
    /// What the random must-fail tests are made from.
    pub seed: u64,
    /// Whether exercises that the learner has not changed are judged too.
    pub unchanged: Unchanged,
    /// How far passes were to be trusted.
    #[serde(default)]
    pub trust: TrustWanted,
    /// Exercises that this machine cannot judge, and why.
    pub unmet: Vec<String>,
}

/// What is done with exercises whose files are as the course has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unchanged {
    /// They earn nothing, and are not run.
    NotStarted,
    /// They are judged as all others.
    Judged,
}

impl Conditions {
    /// What differs from other conditions, each named with both values.
    pub fn differences(&self, other: &Self) -> Vec<Said> {
        let mut all = Vec::new();
        if self.prolings != other.prolings {
            all.push(said!("differs-prolings", one = &self.prolings, two = &other.prolings));
        }
        if self.course != other.course {
            all.push(said!("differs-course", one = short(&self.course), two = short(&other.course)));
        }
        if self.locks != other.locks {
            all.push(said!("differs-locks", one = short(&self.locks), two = short(&other.locks)));
        }
        if self.python != other.python {
            all.push(said!("differs-python", one = &self.python, two = &other.python));
        }
        if self.seed != other.seed {
            // No number of Fluent's: those have a sign.
            all.push(said!("differs-seed", one = self.seed.to_string(), two = other.seed.to_string()));
        }
        if self.unchanged != other.unchanged {
            all.push(said!("differs-choice", one = self.unchanged.said(), two = other.unchanged.said()));
        }
        if self.trust != other.trust {
            all.push(said!("differs-trust", one = self.trust.word(), two = other.trust.word()));
        }
        if self.unmet != other.unmet {
            all.push(said!("differs-machine", one = unmet(&self.unmet), two = unmet(&other.unmet)));
        }
        all
    }
}

/// Differences as one message; `None` when there are none.
pub fn joined(differences: Vec<Said>) -> Option<Said> {
    differences.into_iter().rev().reduce(|rest, first| said!("differences", first = first, rest = rest))
}

impl Unchanged {
    fn said(self) -> Said {
        match self {
            Self::NotStarted => said!("choice-changed"),
            Self::Judged => said!("choice-every"),
        }
    }
}

fn unmet(exercises: &[String]) -> Value {
    if exercises.is_empty() { said!("machine-lacks-nothing").into() } else { exercises.join(", ").into() }
}

fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}

/// An exercise of a gradebook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub exercise: String,
    /// Its topic.
    pub topic: String,
    /// Its title.
    pub title: String,
    /// What it is worth.
    pub points: f64,
}

/// The first line of a journal: what the rows after it have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// [`JOURNAL_VERSION`].
    pub journal: u32,
    /// The course's title.
    pub course: String,
    /// The commit that tests, manifests and locks come from, where they lie in a git repository.
    pub course_commit: Option<String>,
    /// What decides the grades beside the submissions.
    pub conditions: Conditions,
    /// The exercises, in teaching order.
    pub columns: Vec<Column>,
    /// The names of all submissions of the class, in order.
    pub submissions: Vec<String>,
    /// The part of the class that is graded here; `None` for all of it.
    pub shard: Option<Shard>,
    /// Which of the submissions are graded here, by their place.
    pub mine: Vec<usize>,
}

impl Head {
    /// The names of the submissions that are graded here.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.mine.iter().filter_map(|&place| self.submissions.get(place)).map(String::as_str)
    }
}

/// What is kept of one submission: everything that a report may want to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its name, unique in the class.
    pub submission: String,
    /// blake3 of everything in it that decides its grade.
    pub key: String,
    /// Where it was.
    pub path: String,
    /// Its commit, where it is a git repository.
    pub commit: Option<String>,
    /// The layers of the sandbox that are known to hold where it was graded.
    pub isolation: Vec<String>,
    /// What its random must-fail tests were made from: `prolings grade --submission PATH --seed SEED` repeats them.
    pub seed: u64,
    /// Files of the course that it changed, added or removed: none was used.
    pub altered: Vec<String>,
    /// Why it could not be graded at all.
    pub fault: Option<Text>,
    /// What was judged, in teaching order. An exercise that is missing here was not started.
    pub results: Vec<ExerciseResult>,
    /// How long it took, in seconds.
    pub seconds: f64,
    /// For each of its texts, in order, the message that it is, if it is one: a journal that was written for one reader
    /// is read by another. Empty until it is written down, and where none is a message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Option<Said>>,
}

impl Row {
    /// The same, to be written down.
    #[must_use]
    pub fn with_messages(mut self) -> Self {
        let said: Vec<Option<Said>> = self.texts_mut().map(|text| text.said().cloned()).collect();
        self.said = if said.iter().all(Option::is_none) { Vec::new() } else { said };
        self
    }

    /// The same after it was read: its texts are the messages again that they were.
    #[must_use]
    pub fn with_texts_restored(mut self) -> Self {
        let said = self.said.clone();
        for (text, said) in self.texts_mut().zip(said) {
            said.into_iter().for_each(|said| text.restore(said));
        }
        self
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let checks = self.results.iter_mut().flat_map(|result| &mut result.checks);
        self.fault.iter_mut().chain(checks.flat_map(CheckResult::texts_mut))
    }

    /// Whether nothing of it has to be graded again: what could not be judged has.
    pub fn is_final(&self) -> bool {
        self.fault.is_none() && self.results.iter().all(|result| result.status != Status::Fault)
    }
}

/// How an exercise of a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It passed.
    Passed,
    /// It failed.
    Failed,
    /// The learner's files are as the course has them.
    NotStarted,
    /// It could not be judged: the course's fault or ours.
    Fault,
    /// This machine cannot judge it.
    Skipped,
}

/// One exercise of one submission, in few words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// How it stands.
    pub status: Standing,
    /// What it earned of what it could.
    pub score: Score,
    /// Whether it passed, and a program can forge such a pass.
    pub can_be_forged: bool,
    /// The same for submissions that fail in the same way; `None` for what did not fail.
    pub cause: Option<String>,
    /// What the learner is told, in a line of English, for programs.
    pub told: String,
    /// The same in the language of those who read; `None` for English.
    pub translated: Option<String>,
}

impl Cell {
    /// What the learner is told, for people.
    pub fn shown(&self) -> &str {
        self.translated.as_ref().unwrap_or(&self.told)
    }
}

/// One submission of a gradebook, in few words: a class has thousands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Its name.
    pub submission: String,
    /// Where it was.
    pub path: String,
    /// Its commit.
    pub commit: Option<String>,
    /// Why it could not be graded at all.
    pub fault: Option<Text>,
    /// The points of everything that could be judged, what was not started included; none without that.
    pub score: Score,
    /// One for each column; none when it could not be graded at all.
    pub cells: Vec<Cell>,
    /// What its random must-fail tests were made from.
    pub seed: u64,
    /// How many files of the course it changed, added or removed.
    pub altered: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
}

impl Entry {
    /// How many of its exercises stand so.
    pub fn count(&self, status: Standing) -> usize {
        self.cells.iter().filter(|cell| cell.status == status).count()
    }

    /// Whether something in it could not be judged.
    pub fn is_faulty(&self) -> bool {
        self.fault.is_some() || self.count(Standing::Fault) > 0
    }
}

/// What is known of a class so far.
#[derive(Debug, Clone)]
pub struct Gradebook {
    /// What the rows have in common.
    pub head: Head,
    /// One for each submission that is graded here, in the order of the class; `None` while it waits.
    pub entries: Vec<Option<Entry>>,
    /// Things worth knowing that are no grades.
    pub notices: Vec<Text>,
}

impl Gradebook {
    /// A gradebook without a grade.
    pub fn new(head: Head) -> Self {
        let entries = head.mine.iter().map(|_| None).collect();
        Self { head, entries, notices: Vec::new() }
    }

    /// The submissions that are graded, in the order of the class.
    pub fn graded(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().flatten()
    }

    /// Where proof was wanted: the exercises that a submission passed without proof.
    pub fn unproved(&self, entry: &Entry) -> Option<Vec<&str>> {
        (self.head.conditions.trust == TrustWanted::Proof).then(|| {
            let cells = self.head.columns.iter().zip(&entry.cells);
            cells.filter(|(_, cell)| cell.can_be_forged).map(|(column, _)| column.exercise.as_str()).collect()
        })
    }

    /// Where proof was wanted: the exercises that anybody passed without proof.
    pub fn all_unproved(&self) -> Option<Vec<&str>> {
        (self.head.conditions.trust == TrustWanted::Proof).then(|| {
            let is_one = |place: usize| {
                self.graded().any(|entry| entry.cells.get(place).is_some_and(|cell| cell.can_be_forged))
            };
            let columns = self.head.columns.iter().enumerate();
            columns.filter(|(place, _)| is_one(*place)).map(|(_, column)| column.exercise.as_str()).collect()
        })
    }

    /// Whether nothing waits any more.
    pub fn is_complete(&self) -> bool {
        self.entries.iter().all(Option::is_some)
    }

    /// Submissions in which something could not be judged.
    pub fn faulty(&self) -> impl Iterator<Item = &Entry> {
        self.graded().filter(|entry| entry.is_faulty())
    }
}
