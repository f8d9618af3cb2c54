//! What a run tells the world: reporters consume these, and `--json` prints them as they are.
//!
//! The JSON form is public and versioned ([`EVENTS_VERSION`], `docs/events.md`): fields are only ever added within a
//! version.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::check::Trust;
use super::grade::{Provenance, Score, Tally};
use super::job::Target;
use super::limits::{from_seconds, seconds};
use super::names::{ExerciseName, TopicName};
use super::verdict::{Fault, Mismatch, Verdict, VersionResult};
use crate::language::Text;

/// Version of the events' JSON form.
pub const EVENTS_VERSION: u32 = 1;

/// Something that happened in a run.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A submission is about to be graded; a run follows.
    Grading(Provenance),
    /// A run begins.
    RunStarted {
        /// [`EVENTS_VERSION`].
        version: u32,
        /// prolings' own version.
        prolings: &'static str,
        /// The course's title.
        course: String,
        /// How many exercises will be judged.
        exercises: usize,
        /// The layers of the sandbox that are known to hold, by name; empty without one.
        isolation: Vec<String>,
    },
    /// Something worth knowing that is no verdict.
    Notice {
        /// The text.
        text: Text,
    },
    /// A job begins.
    JobStarted {
        /// Its exercise.
        exercise: ExerciseName,
        /// Whose files.
        #[serde(flatten)]
        target: Target,
        /// The check, in words.
        check: String,
    },
    /// A job has run for a while.
    JobSlow {
        /// Its exercise.
        exercise: ExerciseName,
        /// The check, in words.
        check: String,
        /// For how long.
        #[serde(serialize_with = "seconds", rename = "seconds")]
        elapsed: Duration,
    },
    /// A job has ended and is judged.
    JobFinished {
        /// Its exercise.
        exercise: ExerciseName,
        /// The check's result.
        #[serde(flatten)]
        result: CheckResult,
    },
    /// All that was to be done for an exercise is done.
    ExerciseFinished(ExerciseResult),
    /// A run ends.
    RunFinished(RunSummary),
}

/// What one check of one exercise came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckResult {
    /// The check, in words.
    pub check: String,
    /// Its verdict.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Whether a pass can be forged.
    pub trust: Trust,
    /// How many of its tests or calls passed, where it has some and they could be counted.
    #[serde(default)]
    pub tally: Option<Tally>,
    /// For tests that the learner writes: what they say of each version of the code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<VersionResult>,
    /// Wall time.
    #[serde(serialize_with = "seconds", deserialize_with = "from_seconds", rename = "seconds")]
    pub wall: Duration,
}

impl CheckResult {
    /// Every text of it that may be a message, always in the same order.
    pub fn texts_mut(&mut self) -> Vec<&mut Text> {
        match &mut self.verdict {
            Verdict::Passed { .. } => Vec::new(),
            Verdict::Failed(failure) => {
                let feedback = failure.feedback.as_mut().map(|feedback| &mut feedback.text);
                let mismatches = failure.mismatches.iter_mut().flat_map(|mismatch| match mismatch {
                    Mismatch::TestsMissing { how, .. } => vec![how],
                    Mismatch::Call { expected, actual, .. } => vec![expected, actual],
                    Mismatch::Refused { why, .. } => vec![why],
                    _ => Vec::new(),
                });
                feedback.into_iter().chain(mismatches).collect()
            }
            Verdict::Fault(fault) => vec![&mut fault.what, &mut fault.help],
            Verdict::Skipped { reason } => vec![reason],
        }
    }
}

/// What an exercise came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExerciseResult {
    /// Its place in the run, from 0: results may arrive in another order.
    pub index: usize,
    /// The exercise.
    pub exercise: ExerciseName,
    /// Its topic.
    pub topic: TopicName,
    /// Its title.
    pub title: String,
    /// Whose files were judged.
    #[serde(flatten)]
    pub target: Target,
    /// The files that were judged, as paths from the course's root.
    pub files: Vec<String>,
    /// How many hints it has.
    pub hints: usize,
    /// What it is worth, and what was earned.
    pub score: Score,
    /// The checks that ran, in order.
    pub checks: Vec<CheckResult>,
    /// How it ends.
    pub status: Status,
    /// Nothing has changed since these checks ran: they were remembered, and nothing was run now.
    pub cached: bool,
}

/// How an exercise or a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Everything passed.
    Passed,
    /// Nothing was judged.
    Skipped,
    /// Something failed.
    Failed,
    /// Something could not be judged.
    Fault,
    /// The user asked to stop first.
    Cancelled,
}

impl ExerciseResult {
    /// How far its pass can be trusted: as far as that of its weakest check. `None` where it did not pass.
    pub fn trust(&self) -> Option<Trust> {
        let is_weak = self.checks.iter().any(|check| check.trust == Trust::NotForgeryProof);
        let trust = if is_weak { Trust::NotForgeryProof } else { Trust::ForgeryProof };
        (self.status == Status::Passed).then_some(trust)
    }

    /// Whether this is a pass that learner code could have brought about from inside its own process.
    pub fn can_be_forged(&self) -> bool {
        self.trust() == Some(Trust::NotForgeryProof)
    }

    /// The first verdict that is no pass.
    pub fn first_problem(&self) -> Option<&CheckResult> {
        self.checks.iter().find(|check| matches!(check.verdict, Verdict::Failed(_) | Verdict::Fault(_)))
    }

    /// The first fault.
    pub fn fault(&self) -> Option<&Fault> {
        self.checks.iter().find_map(|check| match &check.verdict {
            Verdict::Fault(fault) => Some(fault),
            _ => None,
        })
    }

    /// Why it was skipped, when it was.
    pub fn skip_reason(&self) -> Option<&Text> {
        self.checks.iter().find_map(|check| match &check.verdict {
            Verdict::Skipped { reason } => Some(reason),
            _ => None,
        })
    }
}

/// What a run came to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RunSummary {
    /// Exercises that passed.
    pub passed: usize,
    /// Exercises that failed.
    pub failed: usize,
    /// Exercises that could not be judged.
    pub faults: usize,
    /// Exercises that were skipped.
    pub skipped: usize,
    /// Exercises that were not reached because the user asked to stop.
    pub cancelled: usize,
    /// How many of those that passed or failed are unchanged: their verdicts were remembered, and nothing was run.
    pub cached: usize,
    /// The points of all exercises that passed or failed; those that could not be judged do not count.
    pub score: Score,
    /// Wall time of the run.
    #[serde(serialize_with = "seconds", rename = "seconds")]
    pub wall: Duration,
    /// Exercises that failed by the same cause three tries in a row: a hint may be welcome.
    pub stuck: Vec<ExerciseName>,
    /// Where the learner stands in the course after this run; absent for runs that are no learner's.
    pub standing: Option<Standing>,
}

/// Where a learner stands in a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Exercises that passed with the files as they are.
    pub done: usize,
    /// Exercises of the course.
    pub total: usize,
    /// Exercises that were not started.
    pub pending: usize,
    /// Exercises that passed and whose files were changed since.
    pub changed: usize,
    /// The exercise to work on next: the first in teaching order that is not done.
    pub next: Option<NextExercise>,
}

/// The exercise to work on next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextExercise {
    /// Its name.
    pub exercise: ExerciseName,
    /// Its title.
    pub title: String,
    /// The first file to edit, as a path from the course's root.
    pub file: String,
    /// The task, as a path from the course's root.
    pub readme: String,
}

impl RunSummary {
    /// Exercises that were looked at, whatever came of it.
    pub fn judged(&self) -> usize {
        self.passed + self.failed + self.faults + self.skipped
    }

    /// Counts one exercise.
    pub fn count(&mut self, result: &ExerciseResult) {
        self.cached += usize::from(result.cached);
        if matches!(result.status, Status::Passed | Status::Failed) {
            self.score.add(result.score);
        }
        match result.status {
            Status::Passed => self.passed += 1,
            Status::Failed => self.failed += 1,
            Status::Fault => self.faults += 1,
            Status::Skipped => self.skipped += 1,
            Status::Cancelled => self.cancelled += 1,
        }
    }
}
