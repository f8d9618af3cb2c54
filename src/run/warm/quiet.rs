//! A quick look that finds nothing left of a job, as is usual; what it finds otherwise is `supervisor::tree`'s to end.

use std::fs::{self, File, Metadata};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};

use rustix::process::Pid;

/// The kernel's lists of children, opened once: of each thread of this process, and of the fork server.
pub(super) struct Quiet {
    own: Vec<File>,
    server: File,
    /// This process's list while it has no child but the server.
    alone: String,
    threads: u64,
}

impl Quiet {
    /// Every thread that this process will have must be running; `None` where the kernel keeps no such lists.
    pub(super) fn new(server: Pid) -> Option<Self> {
        Self::open(server).ok()
    }

    fn open(server: Pid) -> io::Result<Self> {
        let server = server.as_raw_nonzero();
        let tasks = fs::read_dir("/proc/self/task")?;
        let own: io::Result<Vec<File>> =
            tasks.map(|task| File::open(task?.path().join("children"))).collect();
        Ok(Self {
            own: own?,
            server: File::open(format!("/proc/{server}/task/{server}/children"))?,
            alone: format!("{server} "),
            threads: task_links()?,
        })
    }

    /// Whether the server is the only process below this one. Whatever else there is has a parent there, or was adopted
    /// by this process when that ended.
    pub(super) fn is(&self) -> bool {
        let read = |files: &[File]| -> io::Result<String> {
            let mut buffer = [0; 256];
            let mut text = String::new();
            for file in files {
                let count = file.read_at(&mut buffer, 0)?;
                text.push_str(&String::from_utf8_lossy(&buffer[..count]));
            }
            Ok(text)
        };
        read(&self.own).is_ok_and(|children| children == self.alone)
            && read(std::slice::from_ref(&self.server)).is_ok_and(|children| children.is_empty())
            && task_links().is_ok_and(|threads| threads == self.threads)
    }
}

/// Changes when a thread comes or goes.
fn task_links() -> io::Result<u64> {
    fs::metadata("/proc/self/task").as_ref().map(Metadata::nlink).map_err(|error| error.kind().into())
}
