//! The progress file: read whatever it holds, change it under a lock, write it in one step.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::atomic::{self, Access, cannot};
use super::files::read_about;
use super::folder::{Folder, Lock};
use super::form::{Parsed, VERSION};
use super::state::State;
use crate::error::{Place, UserError};
use crate::language::{Said, Text, said};
use crate::model::course::Course;

/// The file's name in `.prolings`.
const FILE: &str = "progress.json";

/// More than this is no progress file.
const MAX_LEN: u64 = 64 << 20;

/// A learner's progress in a course, as it was on the disk when it was last looked at.
///
/// A course that cannot be written to does not stop anyone from checking: [`Store::open`] works as long as what is
/// there can be read, [`Store::update`] returns an error but still changes [`Store::state`], and a caller who wants to
/// go on without even that takes [`Store::detached`].
#[derive(Debug)]
pub struct Store {
    /// `None` when nothing is kept.
    folder: Option<Folder>,
    state: State,
    notices: Vec<Text>,
}

impl Store {
    /// Reads the progress in the course at `course_root`; nothing there is an empty progress.
    ///
    /// A file that cannot be understood is set aside as `progress.json.bad-<n>`, with a notice, and what can still be
    /// understood of it is kept.
    ///
    /// # Errors
    /// When the file is not permitted to be read, or was written by a newer prolings.
    pub fn open(course_root: &Path) -> Result<Self, UserError> {
        let folder = Folder::of(course_root);
        let mut store = Self { folder: Some(folder.clone()), state: State::default(), notices: Vec::new() };
        match read(&folder)? {
            Found::Nothing => {}
            Found::Good(state) => store.state = state,
            Found::Damaged { rest, why } => store.recover(&folder, rest, &why)?,
        }
        Ok(store)
    }

    /// A progress that is kept in memory only, for whoever goes on after [`Store::open`] failed.
    pub fn detached() -> Self {
        Self { folder: None, state: State::default(), notices: Vec::new() }
    }

    /// Whether changes outlive this process, as far as is known.
    pub fn is_kept(&self) -> bool {
        self.folder.is_some()
    }

    /// The progress, as it was when it was opened or last updated.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What the user should be told, once: the texts are gone afterwards.
    pub fn take_notices(&mut self) -> Vec<Text> {
        std::mem::take(&mut self.notices)
    }

    /// Changes the progress: waits for the lock, reads the file again, applies `change`, writes the file in one step.
    /// Nothing is written when nothing changed.
    ///
    /// # Errors
    /// When the file cannot be locked, read or written. `change` was applied to [`Store::state`] all the same, so that
    /// the rest of the run sees it.
    pub fn update<T>(&mut self, change: impl FnOnce(&mut State) -> T) -> Result<T, UserError> {
        let Some(folder) = self.folder.clone() else { return Ok(change(&mut self.state)) };
        let lock = match self.refresh(&folder) {
            Ok(lock) => lock,
            Err(error) => {
                change(&mut self.state);
                return Err(error);
            }
        };
        let before = self.state.clone();
        let value = change(&mut self.state);
        if self.state != before {
            write(&folder, &self.state)?;
        }
        drop(lock);
        Ok(value)
    }

    /// Moves what is remembered under former names of exercises to their present ones. Writes only when there is some.
    ///
    /// # Errors
    /// As [`Store::update`].
    pub fn resolve_aliases(&mut self, course: &Course) -> Result<(), UserError> {
        if self.state.has_aliases(course) {
            self.update(|state| state.resolve_aliases(course))?;
        }
        Ok(())
    }

    /// Takes the lock and reads the file again.
    fn refresh(&mut self, folder: &Folder) -> Result<Lock, UserError> {
        let lock = folder.lock()?;
        match read(folder)? {
            Found::Nothing => self.state = State::default(),
            Found::Good(state) => self.state = state,
            Found::Damaged { rest, why } => self.set_aside(folder, rest, &why, &lock)?,
        }
        Ok(lock)
    }

    /// Deals with a damaged file that was found without the lock.
    fn recover(&mut self, folder: &Folder, rest: State, why: &Text) -> Result<(), UserError> {
        // Under the lock the file is read again: another prolings may have mended it meanwhile.
        let Err(error) = self.refresh(folder) else { return Ok(()) };
        let reason = error.why.unwrap_or(error.what);
        match read(folder)? {
            Found::Nothing => {}
            Found::Good(state) => self.state = state,
            Found::Damaged { .. } => {
                self.state = rest;
                let notice = said!("progress-left-damaged", file = FILE, why = why, reason = reason);
                self.notices.push(notice.into());
            }
        }
        Ok(())
    }

    fn set_aside(&mut self, folder: &Folder, rest: State, why: &Text, _: &Lock) -> Result<(), UserError> {
        let path = folder.path().join(FILE);
        let aside = set_aside(&path).map_err(|error| cannot(Access::Write, &path, &error))?;
        let aside = aside.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let notice = if rest == State::default() {
            said!("progress-starts-anew", file = FILE, why = why, aside = aside)
        } else {
            said!("progress-partly-kept", file = FILE, why = why, aside = aside)
        };
        self.notices.push(notice.into());
        if rest != State::default() {
            write(folder, &rest)?;
        }
        self.state = rest;
        Ok(())
    }
}

/// Renames a damaged file to the first free `<name>.bad-<n>`. For a caller who holds the lock: no one else takes the
/// same number meanwhile.
pub(super) fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let aside = (1u64..)
        .map(|n| path.with_file_name(format!("{name}.bad-{n}")))
        .find(|aside| fs::symlink_metadata(aside).is_err_and(|error| error.kind() == ErrorKind::NotFound))
        .ok_or(ErrorKind::AlreadyExists)?;
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// What stands at the progress file's place.
enum Found {
    Nothing,
    Good(State),
    Damaged { rest: State, why: Text },
}

fn read(folder: &Folder) -> Result<Found, UserError> {
    let path = folder.path().join(FILE);
    let damaged = |why: Said| Ok(Found::Damaged { rest: State::default(), why: why.into() });
    let bytes = match read_document(&path) {
        Ok(Document::Missing) => return Ok(Found::Nothing),
        Ok(Document::NoFile) => return damaged(said!("is-irregular-file")),
        Ok(Document::TooLarge) => return damaged(said!("file-too-large")),
        Ok(Document::Bytes(bytes)) => bytes,
        Err(error) => return Err(cannot(Access::Read, &path, &error)),
    };
    match State::from_json(&bytes) {
        Parsed::Good(state) => Ok(Found::Good(state)),
        Parsed::Damaged { rest, why } => Ok(Found::Damaged { rest, why }),
        Parsed::Newer(version) => Err(UserError::new(said!("newer-progress"))
            .at(Place::path(path))
            .why(said!("newer-progress.why", version = version.to_string(), known = VERSION.to_string()))
            .help(said!("newer-progress.help"))),
    }
}

/// What stands at the place of a file of ours.
pub(super) enum Document {
    /// Nothing.
    Missing,
    /// A folder, a pipe, a device.
    NoFile,
    /// More than any file of ours.
    TooLarge,
    /// A file.
    Bytes(Vec<u8>),
}

/// Reads a file of ours, whatever stands there; a pipe is not waited for.
pub(super) fn read_document(path: &Path) -> io::Result<Document> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Document::Missing),
        Err(error) => return Err(error),
    };
    if !metadata.is_file() {
        return Ok(Document::NoFile);
    }
    match File::open(path).and_then(|file| read_about(&file, metadata.len(), MAX_LEN + 1)) {
        Ok(bytes) if bytes.len() as u64 > MAX_LEN => Ok(Document::TooLarge),
        Ok(bytes) => Ok(Document::Bytes(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Document::Missing),
        Err(error) => Err(error),
    }
}

fn write(folder: &Folder, state: &State) -> Result<(), UserError> {
    let path = folder.path().join(FILE);
    atomic::sweep(&path);
    atomic::replace(&path, &state.to_json())
}
