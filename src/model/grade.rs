//! What grading adds to judging: whose work it was, where the tasks came from, and what it is worth.

use serde::{Deserialize, Serialize};

use super::names::TestId;

/// How the points of an exercise are given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Credit {
    /// All of them for a pass, none otherwise.
    #[default]
    All,
    /// Each check that passes gives its share.
    Checks,
    /// Each test or call that passes gives its share of its check's share.
    Tests,
}

/// Tests or calls of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Those that passed.
    pub passed: usize,
    /// All of them.
    pub total: usize,
}

/// Points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// What was earned.
    pub earned: f64,
    /// What could be earned.
    pub possible: f64,
}

impl Score {
    /// The share that was earned, in percent; `None` when nothing could be earned.
    pub fn percent(&self) -> Option<f64> {
        (self.possible > 0.0).then(|| 100.0 * self.earned / self.possible)
    }

    /// Adds another score.
    pub fn add(&mut self, other: Self) {
        self.earned += other.earned;
        self.possible += other.possible;
    }
}

/// How far passes are to be trusted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrustWanted {
    /// As each exercise's manifest has it.
    #[default]
    Usual,
    /// Tests run apart from the learner's code wherever that is allowed, and what can be forged is named.
    Proof,
}

impl TrustWanted {
    /// As it is asked for and reported.
    pub fn word(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Proof => "proof",
        }
    }
}

/// A part of what is to be graded, for one of several machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which part, from 1.
    pub index: usize,
    /// Of how many.
    pub count: usize,
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

/// The part of a submission that a report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which part.
    #[serde(flatten)]
    pub shard: Shard,
    /// The names of the exercises of all parts, in teaching order.
    pub exercises: Vec<String>,
}

/// Where a grade comes from: all that is needed to come to it again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Provenance {
    /// prolings' own version.
    pub prolings: String,
    /// The commit that tests, manifests and locks come from, where they lie in a git repository.
    pub course_commit: Option<String>,
    /// The submission, as the user named it.
    pub submission: String,
    /// The submission's commit, where it is a git repository.
    pub submission_commit: Option<String>,
    /// The interpreter: its version and where it is.
    pub python: String,
    /// blake3 of the locks of all groups that are used, in hexadecimal.
    pub locks: String,
    /// The layers of the sandbox that are known to hold.
    pub isolation: Vec<String>,
    /// What the random must-fail tests were made from.
    pub seed: u64,
    /// How far passes were to be trusted: `usual` or `proof`.
    #[serde(default)]
    pub trust: TrustWanted,
    /// Files of the course that the submission changed, added or removed, as paths from its root: none of them is used.
    pub altered: Vec<String>,
    /// The part of the exercises that was graded; `None` for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// Tests that must fail, added to a test file so that a program that reports its own passes gives itself away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentinels {
    /// Their ids.
    pub tests: Vec<TestId>,
    /// What is added to the end of the test file.
    pub source: String,
}
