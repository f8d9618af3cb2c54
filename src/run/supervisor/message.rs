//! What grader and supervisor say to each other.

use serde::{Deserialize, Serialize};

use crate::model::limits::{ByteSize, Exceeded, Limits};
use crate::run::sandbox::Policy;

/// Grader to supervisor, once: the program to run.
///
/// Texts of the operating system travel as bytes, since paths and arguments need not be UTF-8.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    /// Program and arguments; `{records}` stands where the channel for records goes.
    pub(crate) argv: Vec<Vec<u8>>,
    /// The whole environment.
    pub(crate) env: Vec<(Vec<u8>, Vec<u8>)>,
    /// Working folder.
    pub(crate) cwd: Vec<u8>,
    /// A file to read as standard input.
    pub(crate) stdin: Option<Vec<u8>>,
    /// Whether a descriptor for standard input follows this request.
    pub(crate) linked: bool,
    /// Wall time, in milliseconds.
    pub(crate) time_ms: u64,
    /// What it may use.
    pub(crate) bounds: Bounds,
    /// Folders that the program may fill, but not without end.
    pub(crate) folders: Vec<Vec<u8>>,
    /// Bytes of records that are kept.
    pub(crate) records: u64,
    /// What the program may do; anything without one.
    pub(crate) policy: Option<Policy>,
}

/// What a program and everything that it starts may use.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Bounds {
    /// Memory of all processes, in bytes; data memory of each follows from it.
    pub(crate) memory: u64,
    /// Processor time of all processes, in seconds.
    pub(crate) cpu_seconds: u64,
    /// Processes and threads at once.
    pub(crate) processes: u32,
    /// Open files of each process.
    pub(crate) open_files: u64,
    /// The size of a file, in bytes.
    pub(crate) file_size: u64,
    /// All that is in its folders, in bytes.
    pub(crate) written: u64,
    /// Files and folders in its folders.
    pub(crate) files: u64,
}

impl Bounds {
    /// Those of a job with `limits`.
    pub(crate) fn of(limits: &Limits) -> Self {
        Self {
            memory: limits.memory.0,
            cpu_seconds: limits.cpu_seconds(),
            processes: limits.processes,
            open_files: limits.open_files.into(),
            file_size: limits.file_size.0,
            written: limits.written.0,
            files: limits.files.into(),
        }
    }

    /// Data memory of each process. Threads reserve their stacks as data, so there is room for those beside the memory
    /// that may be used; what is really used is watched.
    pub(crate) fn data(&self) -> u64 {
        const STACK: ByteSize = ByteSize::mib(8);
        self.memory.saturating_add(u64::from(self.processes).saturating_mul(STACK.0))
    }
}

/// Grader to supervisor, at any time after the request: end everything now. Closing the socket says the same.
pub(crate) const KILL: u8 = b'K';

/// Supervisor to grader, once: how it ended. Nothing that the program started is alive any more.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Report {
    /// How the program ended.
    pub(crate) ending: Ended,
    /// What came over the channel for records.
    pub(crate) records: String,
    /// Whether records were cut off or were not UTF-8.
    pub(crate) records_damaged: bool,
    /// Wall time, in microseconds.
    pub(crate) wall_us: u64,
    /// Processes that outlived the program and were ended.
    pub(crate) survivors: usize,
}

/// How the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Ended {
    /// By itself, with this code.
    Exited(i32),
    /// By a signal that we did not send.
    Signaled(i32),
    /// By us, at the time limit.
    TimedOut,
    /// By us or the kernel, when it used more of something than it may.
    Exceeded(Exceeded),
    /// By us, because the grader asked.
    Killed,
    /// It could not be started.
    NotStarted(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::documented::{examples, round_trip};

    #[test]
    fn the_documents_frames_are_ours() {
        let frames = examples("# ", "## Warm workers");
        let [request, report] = frames[..] else { panic!("a request and a report: {frames:?}") };
        round_trip::<Request>(request);
        round_trip::<Report>(report);
    }
}
