//! For tests: a runner that answers from a function and runs nothing, and a job to begin with.

use std::collections::BTreeSet;

use crate::language::Text;
use crate::model::cancel::Cancel;
use crate::model::check::Start;
use crate::model::execution::Execution;
use crate::model::exercise::Exercise;
use crate::model::job::{Circumstances, Job, Program};
use crate::model::limits::Limits;
use crate::model::names::{ExerciseName, GroupName, RelPath};

use super::Runner;

/// Answers each job by calling `answer`.
pub struct Fake<F> {
    /// What a job comes to.
    pub answer: F,
    /// Why an exercise cannot be judged here, if so.
    pub unmet: Option<Text>,
}

impl<F: Fn(&Job) -> Execution + Sync> Runner for Fake<F> {
    fn run(&self, job: &Job, _cancel: &Cancel) -> Execution {
        (self.answer)(job)
    }

    fn unmet(&self, _exercise: &Exercise) -> Option<Text> {
        self.unmet.clone()
    }
}

/// The first job of an exercise `one`: it runs the script `main.py`, without a file. A test changes what it is about.
///
/// # Panics
/// Never: `main.py` is a path.
pub fn job(groups: BTreeSet<GroupName>) -> Job {
    let script = RelPath::new("main.py").expect("a path");
    Job {
        exercise: ExerciseName::new("one"),
        check: 0,
        files: Vec::new(),
        program: Program::Script { script, args: Vec::new(), stdin: Vec::new() },
        start: Start::Warm,
        groups,
        limits: Limits::default(),
        circumstances: Circumstances::default(),
    }
}
