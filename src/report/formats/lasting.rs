//! A report that cannot be written any more costs no other report: the run goes on, and what went wrong is said at its end.

use std::io;
use std::path::PathBuf;

use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::event::Event;
use crate::report::Reporter;

/// A report into a file.
pub(super) struct Lasting {
    inner: Box<dyn Reporter>,
    path: PathBuf,
    failed: Option<io::Error>,
}

impl Lasting {
    /// The same report, which keeps its failure for the end.
    pub(super) fn new(inner: Box<dyn Reporter>, path: PathBuf) -> Self {
        Self { inner, path, failed: None }
    }
}

impl Reporter for Lasting {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        if self.failed.is_none() {
            self.failed = self.inner.on(event).err();
        }
        match (event, self.failed.take()) {
            (Event::RunFinished(_), Some(error)) => {
                Err(io::Error::new(error.kind(), cannot(&self.path, &error)))
            }
            (_, failed) => {
                self.failed = failed;
                Ok(())
            }
        }
    }
}

/// A report cannot be written there.
pub(super) fn cannot(path: &std::path::Path, error: &io::Error) -> UserError {
    let help = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => said!("report-needs-room"),
        _ => said!("report-unwritable.help"),
    };
    UserError::new(said!("report-unwritable")).at(Place::path(path)).why(error.to_string()).help(help)
}
