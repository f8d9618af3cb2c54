//! A quick look that finds nothing left of a job, as is usual; what it finds otherwise is `supervisor::tree`'s to end.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};

use rustix::process::Pid;

/// The kernel's lists of children, opened once: of each thread of this process, and of the processes from the one that it
/// has started down to the fork server.
pub(super) struct Quiet {
    own: Vec<File>,
    below: Vec<File>,
    /// What stands in the lists while there is no job: each has one child, the server none.
    alone: String,
    threads: u64,
}

impl Quiet {
    /// `line` are the processes down to the server, each with one thread. Every thread that this process will have must
    /// be running. `None` where the kernel keeps no such lists.
    pub(super) fn new(line: &[Pid]) -> Option<Self> {
        Self::open(line).ok()
    }

    fn open(line: &[Pid]) -> io::Result<Self> {
        let numbers: Vec<_> = line.iter().map(|pid| pid.as_raw_nonzero()).collect();
        let below: io::Result<Vec<File>> =
            numbers.iter().map(|pid| File::open(format!("/proc/{pid}/task/{pid}/children"))).collect();
        let tasks = fs::read_dir("/proc/self/task")?;
        let own: io::Result<Vec<File>> =
            tasks.map(|task| File::open(task?.path().join("children"))).collect();
        Ok(Self {
            own: own?,
            below: below?,
            alone: numbers.iter().map(|pid| format!("{pid} ")).collect(),
            threads: task_links()?,
        })
    }

    /// Whether nothing is below this process but what the worker consists of. Whatever else there is has its parent
    /// there, or was adopted by one of them when that ended.
    pub(super) fn is(&self) -> bool {
        self.children().is_ok_and(|children| children == self.alone)
            && task_links().is_ok_and(|threads| threads == self.threads)
    }

    fn children(&self) -> io::Result<String> {
        let mut buffer = [0; 256];
        let mut text = String::new();
        for file in self.own.iter().chain(&self.below) {
            let count = file.read_at(&mut buffer, 0)?;
            text.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
        Ok(text)
    }
}

/// Changes when a thread comes or goes.
fn task_links() -> io::Result<u64> {
    fs::metadata("/proc/self/task").as_ref().map(Metadata::nlink).map_err(|error| error.kind().into())
}
