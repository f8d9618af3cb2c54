//! Running jobs: a job goes in, the facts of its run come out.
//!
//! Owns processes, folders and limits of jobs. It must not judge: an [`Execution`] says what happened, not whether that
//! is right.

mod capture;
pub mod cold;
#[cfg(unix)]
mod descriptors;
#[cfg(all(test, unix))]
mod documented;
pub mod fake;
#[cfg(fuzzing)]
pub mod fuzzing;
mod group;
mod grouped;
mod launch;
mod modules;
pub mod needs;
pub mod pool;
mod records;
pub mod sandbox;
pub mod scratch;
#[cfg(target_os = "linux")]
pub mod selftest;
mod sources;
#[cfg(unix)]
mod split;
mod staging;
#[cfg(unix)]
pub mod supervisor;
#[cfg(unix)]
pub mod warm;

use std::time::Duration;

use crate::language::{Text, said};
use crate::model::cancel::Cancel;
use crate::model::execution::{Captured, Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::isolation::Layer;
use crate::model::job::Job;

/// Something that can run jobs, several at once.
pub trait Runner: Sync {
    /// Runs a job to its end, within its limits. Nothing that it started is alive afterwards.
    ///
    /// Failing to run is part of the answer ([`crate::model::execution::Ending::NotRun`]), never a panic.
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution;

    /// Why this machine cannot judge the exercise (a program or module that it lacks, a Python out of range), or `None`
    /// when it can.
    fn unmet(&self, exercise: &Exercise) -> Option<Text>;

    /// Whether it was made for nothing: it has no interpreter.
    fn is_idle(&self) -> bool {
        false
    }

    /// The layers of the sandbox that jobs run in, by name.
    fn isolation(&self) -> Vec<String> {
        Vec::new()
    }

    /// Whether two of its programs are kept out of each other's memory and files.
    fn separates(&self) -> bool {
        let active = self.isolation();
        let has = |layer: Layer| active.iter().any(|name| name == layer.name());
        has(Layer::Uid) || (has(Layer::Seccomp) && (has(Layer::Landlock) || has(Layer::Mount)))
    }

    /// What the user should know of how jobs were run, told once.
    fn take_remarks(&self) -> Vec<Text> {
        Vec::new()
    }
}

/// That no interpreter could be kept waiting, for the user.
fn slow(why: &str) -> Text {
    said!("none-kept-waiting", why = why).into()
}

/// What came of a program, before it is an [`Execution`].
pub(crate) struct Outcome {
    pub(crate) ending: Ending,
    pub(crate) stdout: Captured,
    pub(crate) stderr: Captured,
    pub(crate) records: Vec<u8>,
    /// Whether records were cut off or were not UTF-8.
    pub(crate) records_damaged: bool,
    pub(crate) wall: Duration,
    pub(crate) survivors: usize,
}
