//! What is to be run: which exercises, in which order, as which jobs.
//!
//! Pure: it looks at the course and at what it is told of the learner, at no files.

pub mod jobs;
pub mod selection;
pub mod sentinels;
pub mod shards;

use crate::model::event::CheckResult;
use crate::model::exercise::Exercise;
use crate::model::job::Target;

/// One exercise to judge.
#[derive(Debug, Clone)]
pub struct Task<'c> {
    /// The exercise.
    pub exercise: &'c Exercise,
    /// Whose files.
    pub target: Target,
    /// What its checks came to when they last ran, where nothing has changed since: then they are not run again.
    pub known: Option<Vec<CheckResult>>,
}

impl<'c> Task<'c> {
    /// The learner's own files of an exercise.
    pub fn learner(exercise: &'c Exercise) -> Self {
        Self::new(exercise, Target::Learner)
    }

    /// Somebody's files of an exercise.
    pub fn new(exercise: &'c Exercise, target: Target) -> Self {
        Self { exercise, target, known: None }
    }
}
