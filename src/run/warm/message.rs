//! What the grader and a worker's supervisor say to each other.

use serde::{Deserialize, Serialize};

use crate::run::sandbox::Policy;
use crate::run::supervisor::message::{Bounds, Ended};

/// What a fork server has imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Nothing: for scripts and calls.
    Plain,
    /// pytest.
    Pytest,
    /// pytest, for tests alone: no code of a learner's ever runs below it.
    Judge,
    /// What answers tests that run apart from the learner's code.
    Learner,
}

impl Kind {
    /// Its name on the server's command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Pytest => "pytest",
            Self::Judge => "judge",
            Self::Learner => "learner",
        }
    }
}

/// Stands in the server's command line where the number of its control socket goes.
pub(crate) const CONTROL: &str = "{control}";

/// Grader to supervisor, once: the fork server to start. Texts of the operating system travel as bytes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Start {
    /// Program and arguments; [`CONTROL`] stands where the control socket goes.
    pub(crate) argv: Vec<Vec<u8>>,
    /// The whole environment.
    pub(crate) env: Vec<(Vec<u8>, Vec<u8>)>,
    /// Working folder.
    pub(crate) cwd: Vec<u8>,
    /// The worker's own folder, which goes when it does.
    pub(crate) folder: Vec<u8>,
    /// What the server and its jobs may do; anything without one.
    pub(crate) policy: Option<Policy>,
}

/// Supervisor to grader, once.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Ready {
    /// The server waits for jobs. These are the top-level names of the modules that it has loaded.
    Modules(Vec<String>),
    /// It must not be forked after importing this module, for this reason.
    Unfit(String, String),
    /// It could not be started, for this reason.
    Failed(String),
}

/// Grader to supervisor, with the descriptors of stdin, stdout, stderr and records. An empty message instead asks to end
/// the job that runs.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    /// Wall time, in milliseconds.
    pub(crate) time_ms: u64,
    /// What the job may use.
    pub(crate) bounds: Bounds,
    /// Folders that it may fill, but not without end; they become its user's.
    pub(crate) folders: Vec<Vec<u8>>,
    /// The job for the fork server: kind, working folder, home, folder for temporary files, file, arguments; joined by
    /// NUL, which none of them can hold.
    pub(crate) fields: Vec<u8>,
}

/// Supervisor to grader, after each job. Nothing that it started is alive any more.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Done {
    /// How it ended; `None` when the fork server was lost, and the supervisor goes as well.
    pub(crate) ending: Option<Ended>,
    /// Wall time, in microseconds.
    pub(crate) wall_us: u64,
    /// Processes that outlived the program and were ended.
    pub(crate) survivors: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::documented::{examples, round_trip};

    #[test]
    fn the_documents_messages_are_ours() {
        let messages = examples("## Warm workers", "## The pool");
        let [start, ready, order, done] = messages[..] else { panic!("four messages: {messages:?}") };
        round_trip::<Start>(start);
        round_trip::<Ready>(ready);
        round_trip::<Order>(order);
        round_trip::<Done>(done);
    }
}
