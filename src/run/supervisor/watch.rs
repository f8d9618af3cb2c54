//! Limits that the kernel does not hold for a tree of processes: looked at again and again while the program runs.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal};

use super::message::Request;
use super::tree;
use crate::model::limits::{Exceeded, FILE_SIZE, FILES, WRITTEN};

/// How often processes are looked at.
pub(super) const PULSE: Duration = Duration::from_millis(25);

/// How often folders are.
const FOLDERS: Duration = Duration::from_millis(100);

/// What is looked at.
pub(super) struct Watch {
    stage: Option<Pid>,
    memory: u64,
    cpu_seconds: u64,
    processes: u64,
    folders: Vec<PathBuf>,
    next: Instant,
}

impl Watch {
    /// For a program below this process, and below `stage` when that stays.
    pub(super) fn new(request: &Request, stage: Option<Pid>) -> Self {
        let folders = request.folders.iter().map(|path| PathBuf::from(OsString::from_vec(path.clone())));
        Self {
            stage,
            memory: request.memory,
            cpu_seconds: request.cpu_seconds,
            processes: request.processes,
            folders: folders.collect(),
            next: Instant::now() + FOLDERS,
        }
    }

    /// The first limit that is exceeded now.
    pub(super) fn look(&mut self) -> Option<Exceeded> {
        let usage = tree::usage(self.stage, self.memory);
        if usage.tasks > self.processes {
            return Some(Exceeded::Processes(self.processes));
        }
        if usage.memory > self.memory {
            return Some(Exceeded::Memory(self.memory));
        }
        if usage.cpu > Duration::from_secs(self.cpu_seconds) {
            return Some(Exceeded::Cpu(self.cpu_seconds));
        }
        if Instant::now() < self.next {
            return None;
        }
        self.next = Instant::now() + FOLDERS;
        self.look_at_folders()
    }

    fn look_at_folders(&self) -> Option<Exceeded> {
        let (mut files, mut bytes) = (0, 0);
        // What cannot be read is the program's own doing, and what vanishes meanwhile does not count.
        for entry in self.folders.iter().flat_map(walkdir::WalkDir::new).flatten() {
            files += 1;
            bytes += entry.metadata().map_or(0, |meta| meta.len());
            if files > FILES {
                return Some(Exceeded::Files(FILES));
            }
            if bytes > WRITTEN.0 {
                return Some(Exceeded::Written(WRITTEN.0));
            }
        }
        None
    }

    /// The limit that the kernel speaks of by a signal.
    pub(super) fn meaning(&self, signal: i32) -> Option<Exceeded> {
        if signal == Signal::XCPU.as_raw() {
            Some(Exceeded::Cpu(self.cpu_seconds))
        } else if signal == Signal::XFSZ.as_raw() {
            Some(Exceeded::FileSize(FILE_SIZE.0))
        } else {
            None
        }
    }
}
