//! One maker at a time, across processes, and no half-made folder left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use super::failure;
use super::marker;
use crate::error::UserError;
use crate::language::said;
use crate::model::cancel::Cancel;

/// The right to make one folder; given back when dropped, by the system when the process dies.
#[derive(Debug)]
pub(super) struct Turn {
    file: File,
}

impl Turn {
    /// Waits for the right to make what `lock` stands for; `waiting` is called once when another process has it.
    ///
    /// # Errors
    /// When the lock file cannot be made, or a stop was asked for.
    pub(super) fn take(lock: &Path, mut waiting: impl FnMut(), cancel: &Cancel) -> Result<Self, UserError> {
        let io = |error: &io::Error| failure::of_io(error, said!("environment-not-locked"), lock);
        let file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(lock)
            .map_err(|error| io(&error))?;
        let mut said = false;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file }),
                Err(TryLockError::WouldBlock) => {}
                // Some network file systems know no locks; two makers at once are then possible, and rare.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self { file });
                }
                Err(TryLockError::Error(error)) => return Err(io(&error)),
            }
            if cancel.is_cancelled() {
                return Err(failure::stopped());
            }
            if !said {
                waiting();
                said = true;
            }
            // A blocking lock could not be left when a stop is asked for.
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The (empty) lock file as a program's standard input: should we be killed, the system gives the right back only
    /// when that program has ended, too.
    pub(super) fn as_input(&self) -> Stdio {
        self.file.try_clone().map_or_else(|_| Stdio::null(), Stdio::from)
    }

    /// Whether somebody has this right now.
    pub(super) fn is_taken(lock: &Path) -> bool {
        let Ok(file) = File::open(lock) else { return false };
        match file.try_lock() {
            Ok(()) => {
                drop(Self { file });
                false
            }
            Err(error) => matches!(error, TryLockError::WouldBlock),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Closing is not enough: a process that another thread is just starting holds a copy until it runs its program.
        let _ = self.file.unlock();
    }
}

/// The lock file of a folder, beside it.
pub(super) fn lock_of(folder: &Path) -> PathBuf {
    let mut path = folder.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}

/// A folder in the making: removed when dropped before it is declared complete.
#[derive(Debug)]
pub(super) struct HalfMade {
    folder: Option<PathBuf>,
}

impl HalfMade {
    /// Clears the place; what is put there is removed again unless [`HalfMade::complete`] is called.
    ///
    /// # Errors
    /// When what is there cannot be removed.
    pub(super) fn begin(folder: &Path) -> Result<Self, UserError> {
        remove(folder).map_err(|error| failure::of_io(&error, said!("environment-not-removed"), folder))?;
        Ok(Self { folder: Some(folder.to_path_buf()) })
    }

    /// Keeps the folder.
    pub(super) fn complete(mut self) {
        self.folder = None;
    }
}

impl Drop for HalfMade {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // What cannot be removed now has no marker, and is removed by the next maker.
            let _ = remove(folder);
        }
    }
}

/// Removes a folder, its marker first: an interrupted removal never leaves what looks complete.
fn remove(folder: &Path) -> io::Result<()> {
    let absent_is_fine = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    };
    absent_is_fine(fs::remove_file(folder.join(marker::FILE)))?;
    // A killed installer's last child may still be writing: the second look removes what it added.
    for pause in [0, 20, 100] {
        thread::sleep(Duration::from_millis(pause));
        if absent_is_fine(fs::remove_dir_all(folder)).is_ok() {
            return Ok(());
        }
    }
    absent_is_fine(fs::remove_dir_all(folder))
}
