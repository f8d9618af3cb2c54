//! Limits that the kernel does not hold for a tree of processes: looked at again and again while the program runs.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::message::Bounds;
use super::tree::{self, Aside};
use crate::model::limits::Exceeded;

/// How often processes are looked at.
pub(crate) const PULSE: Duration = Duration::from_millis(25);

/// How often folders are.
const FOLDERS: Duration = Duration::from_millis(100);

/// What is looked at.
pub(crate) struct Watch {
    bounds: Bounds,
    folders: Vec<PathBuf>,
    aside: Aside,
    next: Instant,
}

impl Watch {
    /// For a program below this process that fills `folders`; processes that are `aside` are none of its.
    pub(crate) fn new(bounds: Bounds, folders: &[Vec<u8>], aside: Aside) -> Self {
        let folders = folders.iter().map(|path| PathBuf::from(OsString::from_vec(path.clone())));
        Self { bounds, folders: folders.collect(), aside, next: Instant::now() + FOLDERS }
    }

    /// The first limit that is exceeded now.
    pub(crate) fn look(&mut self) -> Option<Exceeded> {
        let usage = tree::usage(&self.aside, self.bounds.memory);
        if usage.tasks > self.bounds.processes.into() {
            return Some(Exceeded::Processes(self.bounds.processes.into()));
        }
        if usage.memory > self.bounds.memory {
            return Some(Exceeded::Memory(self.bounds.memory));
        }
        if usage.cpu > Duration::from_secs(self.bounds.cpu_seconds) {
            return Some(Exceeded::Cpu(self.bounds.cpu_seconds));
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
            if files > self.bounds.files {
                return Some(Exceeded::Files(self.bounds.files));
            }
            if bytes > self.bounds.written {
                return Some(Exceeded::Written(self.bounds.written));
            }
        }
        None
    }

    /// The limit that the kernel speaks of by a signal.
    pub(crate) fn meaning(&self, signal: i32) -> Option<Exceeded> {
        if signal == Signal::XCPU.as_raw() {
            Some(Exceeded::Cpu(self.bounds.cpu_seconds))
        } else if signal == Signal::XFSZ.as_raw() {
            Some(Exceeded::FileSize(self.bounds.file_size))
        } else {
            None
        }
    }
}
