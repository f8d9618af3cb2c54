//! Temporary folders that are gone afterwards, even when prolings was killed: the next one removes what it left.
//!
//! All folders of a process carry a token in their names, and a file of that token is locked as long as the process lives.
//! The system lets go of the lock however the process ended, so that a lock that can be had means folders that nobody
//! needs. A process id would not do: another container may share the folder and not the processes.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// How the names of all folders begin.
const PREFIX: &str = "prolings-";

/// How the names of the locked files end.
const LOCK: &str = ".lock";

/// This process's token.
static OWN: Mutex<Option<Token>> = Mutex::new(None);

/// A token, held as long as the file is open.
struct Token {
    path: PathBuf,
    _lock: File,
}

impl Token {
    fn take(place: &Path) -> io::Result<Self> {
        // Locked before it gets its name: a file of that name that is not locked is nobody's.
        let early = tempfile::Builder::new().prefix(".prolings-").tempfile_in(place)?;
        early.as_file().try_lock().map_err(|_| io::Error::from(io::ErrorKind::Unsupported))?;
        let name = early.path().file_name().unwrap_or_default().to_string_lossy();
        let path = place.join(format!("{}{LOCK}", name.trim_start_matches('.')));
        let lock = early.persist_noclobber(&path).map_err(|error| error.error)?;
        Ok(Self { path, _lock: lock })
    }

    /// How the names of this process's folders begin.
    fn prefix(&self) -> String {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        format!("{}-", name.trim_end_matches(LOCK))
    }
}

/// How the name of a temporary folder begins, by which it is found again should this process be killed.
pub(crate) fn prefix() -> String {
    let mut own = OWN.lock().unwrap_or_else(PoisonError::into_inner);
    if own.is_none() {
        *own = Token::take(&std::env::temp_dir()).ok();
    }
    // Without locks nobody can tell, and folders stay if this process is killed.
    own.as_ref().map_or_else(|| PREFIX.to_owned(), Token::prefix)
}

/// Gives this process's token back: its folders are gone.
pub fn release() {
    if let Some(token) = OWN.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Some systems remove no file that is open.
        let Token { path, _lock: lock } = token;
        drop(lock);
        let _ = fs::remove_file(path);
    }
}

/// Removes the folders of processes that are gone. What cannot be removed stays for the next time.
pub fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(place: &Path) {
    let entries: Vec<_> = fs::read_dir(place).into_iter().flatten().flatten().collect();
    let named = |entry: &fs::DirEntry| entry.file_name().into_string().ok();
    for lock in &entries {
        let Some(token) = named(lock).and_then(|name| Some(name.strip_suffix(LOCK)?.to_owned())) else {
            continue;
        };
        if !token.starts_with(PREFIX) || !is_abandoned(lock) {
            continue;
        }
        let prefix = format!("{token}-");
        let is_its = |entry: &&fs::DirEntry| named(entry).is_some_and(|name| name.starts_with(&prefix));
        for folder in entries.iter().filter(is_its).filter(|entry| is_own(entry, fs::FileType::is_dir)) {
            let _ = fs::remove_dir_all(folder.path());
        }
        let _ = fs::remove_file(lock.path());
    }
}

fn is_abandoned(lock: &fs::DirEntry) -> bool {
    let file = is_own(lock, fs::FileType::is_file).then(|| File::open(lock.path()).ok()).flatten();
    file.is_some_and(|file| file.try_lock().is_ok())
}

/// Whether it belongs to this user and is of that kind; of a link itself, not of what it leads to.
fn is_own(entry: &fs::DirEntry, is_kind: fn(&fs::FileType) -> bool) -> bool {
    let Ok(metadata) = entry.metadata() else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if metadata.uid() != rustix::process::geteuid().as_raw() {
            return false;
        }
    }
    is_kind(&metadata.file_type())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_holds_is_swept() {
        let place = tempfile::tempdir().unwrap();
        let folder = |name: &str| {
            let path = place.path().join(name);
            fs::create_dir_all(path.join("work")).unwrap();
            path
        };
        let held = Token::take(place.path()).unwrap();
        let mine = folder(&format!("{}abc", held.prefix()));
        let gone = folder("prolings-gone-abc");
        let lock = place.path().join("prolings-gone.lock");
        File::create_new(&lock).unwrap();
        let foreign = folder("other-gone-abc");
        sweep_in(place.path());
        assert!(mine.is_dir() && foreign.is_dir() && held.path.is_file());
        assert!(!gone.exists() && !lock.exists());
        let path = held.path.clone();
        drop(held);
        sweep_in(place.path());
        assert!(!mine.exists() && !path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let (place, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        File::create_new(elsewhere.path().join("kept")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), place.path().join("prolings-x-link")).unwrap();
        File::create_new(place.path().join("prolings-x.lock")).unwrap();
        sweep_in(place.path());
        assert!(elsewhere.path().join("kept").exists());
    }
}
