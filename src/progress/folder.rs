//! The folder `.prolings` below a course's root: made when it is first needed, locked while it is changed.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use super::atomic::{Access, cannot};
use crate::error::{Place, UserError};
use crate::language::said;

/// The folder's name.
const NAME: &str = ".prolings";

/// How long to wait for another prolings. It holds the lock for milliseconds; only one that was stopped (Ctrl-Z) at
/// the wrong moment holds it for ever.
const PATIENCE: Duration = Duration::from_secs(15);

/// The folder `.prolings` of a course, which need not exist yet.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// The folder of the course at `course_root`.
    pub(super) fn of(course_root: &Path) -> Self {
        Self(course_root.join(NAME))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Makes the folder when it is missing, and hides it from git.
    pub(super) fn make(&self) -> Result<(), UserError> {
        match fs::create_dir(&self.0) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.0.is_dir() => {}
            Err(error) => return Err(cannot(Access::Write, &self.0, &error)),
        }
        let ignore = self.0.join(".gitignore");
        match File::create_new(&ignore).and_then(|mut file| file.write_all(b"*\n")) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                Err(cannot(Access::Write, &ignore, &error))
            }
            _ => Ok(()),
        }
    }

    /// Makes the folder when it is missing, and waits until nobody else changes it.
    ///
    /// Where the file system has no locks, the caller gets one that keeps nobody out: better than no progress at all.
    pub(super) fn lock(&self) -> Result<Lock, UserError> {
        self.make()?;
        let path = self.0.join("lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| cannot(Access::Write, &path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => wait_for(file, &path),
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Lock(file)),
            Err(TryLockError::Error(error)) => Err(cannot(Access::Write, &path, &error)),
        }
    }
}

/// Makes the folder `.prolings` of the course at `root` when it is missing, and waits until nobody else changes what is
/// remembered. Nothing of this module may be called for that course while the lock is held.
///
/// # Errors
/// When the folder cannot be made, or another prolings does not let go.
pub fn lock(root: &Path) -> Result<Lock, UserError> {
    Folder::of(root).lock()
}

/// The right to change the folder, until it is dropped.
#[derive(Debug)]
pub struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing would do, were there no child that was just forked and still has a copy.
        let _ = self.0.unlock();
    }
}

/// Waits in the kernel's queue, which is fair, on a thread that can be given up.
fn wait_for(file: File, path: &Path) -> Result<Lock, UserError> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let result = file.lock();
        // When nobody waits any more, the file is dropped here and the lock with it.
        let _ = sender.send(result.map(|()| Lock(file)));
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(result) => result.map_err(|error| cannot(Access::Write, path, &error)),
        Err(_) => Err(UserError::new(said!("progress-is-held"))
            .at(Place::path(path))
            .why(said!("progress-is-held.why", seconds = PATIENCE.as_secs()))
            .help(said!("progress-is-held.help"))),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use super::*;

    #[test]
    fn the_folder_hides_from_git_and_a_second_lock_waits_for_the_first() {
        let course = tempfile::tempdir().unwrap();
        let folder = Folder::of(course.path());
        let first = folder.lock().unwrap();
        assert_eq!(fs::read_to_string(folder.path().join(".gitignore")).unwrap(), "*\n");
        let other = Folder::of(course.path());
        let second = std::thread::spawn(move || other.lock().map(drop));
        std::thread::sleep(Duration::from_millis(30));
        assert!(!second.is_finished());
        drop(first);
        second.join().unwrap().unwrap();
    }

    #[test]
    fn a_file_in_the_folders_place_is_an_error_that_says_so() {
        let course = tempfile::tempdir().unwrap();
        fs::write(course.path().join(NAME), "").unwrap();
        let error = Folder::of(course.path()).lock().unwrap_err();
        assert!(error.to_string().contains("a file stands where a folder must be"), "{error}");
    }

    #[test]
    fn a_course_that_is_gone_is_not_made_again() {
        let course = tempfile::tempdir().unwrap();
        let error = Folder::of(&course.path().join("gone")).lock().unwrap_err();
        assert!(error.to_string().contains("cannot write `.prolings`"), "{error}");
    }
}
