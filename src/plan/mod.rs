//! What is to be run: which exercises, in which order, as which jobs.
//!
//! Pure: it looks at the course and at what it is told of the learner, at no files.

pub mod jobs;
pub mod selection;

use crate::model::exercise::Exercise;
use crate::model::job::Target;

/// One exercise to judge.
#[derive(Debug, Clone)]
pub struct Task<'c> {
    /// The exercise.
    pub exercise: &'c Exercise,
    /// Whose files.
    pub target: Target,
}

impl<'c> Task<'c> {
    /// The learner's own files of an exercise.
    pub fn learner(exercise: &'c Exercise) -> Self {
        Self { exercise, target: Target::Learner }
    }
}
