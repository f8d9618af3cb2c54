//! The warm runner: Python and pytest start once a worker, every job is a fork.
//!
//! ```text
//! grader ──job, descriptors──▶ supervisor ──job, descriptors──▶ fork server ──fork──▶ the job
//!    ◀──────report──────────────   │ (adopts orphans, deadline)                          │
//!    ◀──────────────────────── stdout, stderr, records ──────────────────────────────────┘
//! ```
//!
//! What a fork cannot serve faithfully goes to the cold runner: tools, checks that say `start: cold`, and learner files
//! with the name of a module that the server has loaded. A worker that is lost is replaced, and its job runs once more, cold.

mod gather;
mod message;
#[cfg(target_os = "linux")]
mod quiet;
mod serve;
mod worker;

pub use serve::serve;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::TempDir;

use self::message::Kind;
use self::worker::{Lost, Worker};
use super::Runner;
use super::cold::{self, Cold};
use super::staging::{self, Staging};
use crate::model::cancel::Cancel;
use crate::model::check::Start;
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::job::{Job, Program};

/// The argument that turns the binary into the supervisor of a worker.
pub const COMMAND: &str = "__supervise-worker";

/// Runs jobs as forks of warm interpreters.
pub struct Warm {
    cold: Cold,
    /// Our helper programs, for the servers.
    tools: TempDir,
    idle: Mutex<HashMap<(PathBuf, Kind), Pool>>,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Worker>,
    /// No server can be started: asked once, not for every job.
    broken: bool,
}

impl Warm {
    /// A runner that forks where it can and uses `cold` elsewhere.
    ///
    /// # Errors
    /// When the folder for our helper programs cannot be made.
    pub fn new(cold: Cold) -> std::io::Result<Self> {
        let tools = tempfile::Builder::new().prefix("prolings-tools-").tempdir()?;
        staging::write_tools(tools.path()).map_err(|error| std::io::Error::other(format!("{error:?}")))?;
        Ok(Self { cold, tools, idle: Mutex::default() })
    }

    fn pools(&self) -> MutexGuard<'_, HashMap<(PathBuf, Kind), Pool>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An idle worker or a new one; `None` when there can be none.
    fn take(&self, key: &(PathBuf, Kind)) -> Option<Worker> {
        {
            let mut pools = self.pools();
            let pool = pools.entry(key.clone()).or_default();
            if pool.broken {
                return None;
            }
            if let Some(worker) = pool.idle.pop() {
                return Some(worker);
            }
        }
        match Worker::start(self.cold.supervisor(), &key.0, key.1, self.tools.path()) {
            Ok(worker) => Some(worker),
            Err(_) => {
                self.pools().entry(key.clone()).or_default().broken = true;
                None
            }
        }
    }

    /// The job as a fork, or `None` when it has to run cold.
    fn fork(&self, job: &Job, cancel: &Cancel) -> Option<Execution> {
        if job.start == Start::Cold {
            return None;
        }
        let kind = match job.program {
            Program::Script { .. } | Program::Cases { .. } => Kind::Plain,
            Program::Pytest { .. } => Kind::Pytest,
            Program::Tool { .. } => return None,
        };
        let key = (self.cold.python(job)?.to_path_buf(), kind);
        let mut worker = self.take(&key)?;
        let staged = Staging::prepare(job);
        let outcome = match (&staged, worker.clashes(job)) {
            (Ok(staging), false) => Some(worker.run(job, staging, cancel)),
            _ => None,
        };
        match outcome {
            Some(Err(Lost)) => return None,
            _ => self.pools().entry(key).or_default().idle.push(worker),
        }
        match (staged, outcome) {
            (Ok(staging), Some(Ok(outcome))) => Some(cold::execution(outcome, &staging)),
            (Err(error), _) => Some(error.into_execution()),
            (Ok(_), _) => None,
        }
    }
}

impl Runner for Warm {
    fn run(&self, job: &Job, cancel: &Cancel) -> Execution {
        if cancel.is_cancelled() {
            return Execution::without_run(Ending::Cancelled);
        }
        self.fork(job, cancel).unwrap_or_else(|| self.cold.run(job, cancel))
    }

    fn is_idle(&self) -> bool {
        self.cold.is_idle()
    }

    fn isolation(&self) -> Vec<String> {
        self.cold.isolation()
    }

    fn unmet(&self, exercise: &Exercise) -> Option<String> {
        self.cold.unmet(exercise)
    }
}
