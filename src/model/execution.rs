//! An execution: the facts of a job's run, before anyone judges them.

use std::path::PathBuf;
use std::time::Duration;

use super::limits::{ByteSize, Exceeded};
use super::record::Record;
use crate::language::Text;

/// What happened when a job ran.
#[derive(Debug, Clone)]
pub struct Execution {
    /// How it ended.
    pub ending: Ending,
    /// What it wrote to standard output.
    pub stdout: Captured,
    /// What it wrote to standard error, without the stacks of [`Self::stacks`].
    pub stderr: Captured,
    /// What the Python side reported.
    pub records: Vec<Record>,
    /// Lines from the Python side that are no record, counted.
    pub bad_records: usize,
    /// The stacks of all threads at the time limit (faulthandler's text).
    pub stacks: Option<String>,
    /// The folder that it ran in, gone by now; tracebacks name it.
    pub workdir: PathBuf,
    /// Wall time.
    pub wall: Duration,
    /// Processes that outlived the program and were ended.
    pub survivors: usize,
    /// The learner's files as they were taken, as far as they are text.
    pub sources: Vec<SourceText>,
    /// Files that it left in the folder that it ran in, or in its home; only a cold run looks.
    pub left: Vec<String>,
}

/// A file of the learner's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// Its path, relative to the exercise, with `/`.
    pub file: String,
    /// What it holds.
    pub text: String,
}

/// How a job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It ended by itself with this exit code.
    Exited(i32),
    /// A signal ended it.
    Signaled(i32),
    /// It was still running at the time limit, and was ended.
    TimedOut(Duration),
    /// It wrote more than it may, and was ended.
    OutputLimit(ByteSize),
    /// It used more of something else than it may, and was ended.
    Exceeded(Exceeded),
    /// It was ended because the user asked to stop.
    Cancelled,
    /// A learner's file cannot be taken: missing, not a regular file, too large.
    Refused(Refusal),
    /// It could not be run at all: never the learner's doing.
    NotRun(Text),
}

/// Why a learner's file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The file, relative to the exercise.
    pub file: String,
    /// Why: `is missing`, `is a symbolic link`, `is larger than 1 MiB`.
    pub why: Text,
}

/// Bytes kept from a stream: all of them, or its head and tail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Captured {
    /// The first bytes.
    pub head: Vec<u8>,
    /// The last bytes, when something between was dropped; otherwise empty.
    pub tail: Vec<u8>,
    /// Bytes between head and tail that were not kept.
    pub dropped: u64,
}

impl Captured {
    /// A stream that was kept whole.
    pub fn whole(bytes: impl Into<Vec<u8>>) -> Self {
        Self { head: bytes.into(), tail: Vec::new(), dropped: 0 }
    }

    /// Whether everything was kept.
    pub fn is_whole(&self) -> bool {
        self.dropped == 0
    }

    /// Head and tail in one, without what was dropped.
    pub fn bytes(&self) -> Vec<u8> {
        [self.head.as_slice(), self.tail.as_slice()].concat()
    }

    /// How many bytes were written in all.
    pub fn total(&self) -> u64 {
        (self.head.len() + self.tail.len()) as u64 + self.dropped
    }
}

impl Execution {
    /// An execution that ended without running anything.
    pub fn without_run(ending: Ending) -> Self {
        Self {
            ending,
            stdout: Captured::default(),
            stderr: Captured::default(),
            records: Vec::new(),
            bad_records: 0,
            stacks: None,
            workdir: PathBuf::new(),
            wall: Duration::ZERO,
            survivors: 0,
            sources: Vec::new(),
            left: Vec::new(),
        }
    }
}
