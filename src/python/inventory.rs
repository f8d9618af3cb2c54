//! What environments there are, for `doctor`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::failure;
use super::guard::{Turn, lock_of};
use super::marker::Marker;
use super::surroundings::{is_program, python_of};
use crate::error::UserError;
use crate::language::said;
use crate::model::limits::ByteSize;
use crate::model::names::GroupName;

/// An environment's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The folder.
    pub folder: PathBuf,
    /// Its groups: from its marker, or from its name when it is half-made.
    pub groups: BTreeSet<GroupName>,
    /// Whether it can be used.
    pub condition: Condition,
    /// Bytes on disk.
    pub size: ByteSize,
    /// When it was complete.
    pub made: Option<SystemTime>,
    /// The interpreter that it was made from, and its version.
    pub interpreter: Option<(PathBuf, String)>,
    /// How many packages its locks pin.
    pub packages: usize,
    /// `uv` or `pip`.
    pub installer: Option<String>,
}

/// Whether an environment can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It is the one that its groups need now.
    Ready,
    /// Its lock or the chosen interpreter has changed since: no longer used.
    Outdated,
    /// Its interpreter is gone: made anew when needed.
    InterpreterGone,
    /// It was never completed: made anew when needed.
    HalfMade,
    /// A process is making it right now.
    InTheMaking,
}

/// Every environment below `folder`, by name; `current` tells the folder that a set of groups needs now.
pub(super) fn list(folder: &Path, current: impl Fn(&BTreeSet<GroupName>) -> Option<PathBuf>) -> Vec<Listed> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut folders: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders.into_iter().filter_map(|folder| listed(folder, &current)).collect()
}

/// What [`remove_all`] has removed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Removed {
    /// Environments.
    pub environments: usize,
    /// Bytes, with those of the tools beside them.
    pub bytes: ByteSize,
    /// Environments that somebody is making right now: they were left alone.
    pub busy: Vec<PathBuf>,
}

/// Removes the environments among these that are of no use any more.
///
/// # Errors
/// When something cannot be removed.
pub(super) fn remove_useless(environments: Vec<Listed>) -> Result<Removed, UserError> {
    let mut removed = Removed::default();
    for listed in environments {
        match listed.condition {
            Condition::Ready => {}
            Condition::InTheMaking => removed.busy.push(listed.folder),
            Condition::Outdated | Condition::InterpreterGone | Condition::HalfMade => {
                removed.remove(&listed.folder)?;
            }
        }
    }
    Ok(removed)
}

impl Removed {
    fn remove(&mut self, environment: &Path) -> Result<(), UserError> {
        self.bytes.0 += remove(environment)?;
        self.bytes.0 += remove(&lock_of(environment))?;
        self.environments += 1;
        Ok(())
    }
}

/// Removes every environment below `folder` and what prolings keeps beside them. The folder may hold other things
/// (PROLINGS_ENV_DIR can name any): they stay.
///
/// # Errors
/// When something cannot be removed.
pub fn remove_all(folder: &Path) -> Result<Removed, UserError> {
    let mut removed = Removed::default();
    for listed in list(folder, |_| None) {
        if Turn::is_taken(&lock_of(&listed.folder)) {
            removed.busy.push(listed.folder);
            continue;
        }
        removed.remove(&listed.folder)?;
    }
    if removed.busy.is_empty() {
        let tools = folder.join(super::tools::FOLDER);
        for path in [lock_of(&tools), tools, folder.join(super::cache::FILE)] {
            removed.bytes.0 += remove(&path)?;
        }
        // Only when nothing else is in it.
        let _ = fs::remove_dir(folder);
    }
    Ok(removed)
}

/// Removes a file or a folder that may be there, and says how many bytes that were.
fn remove(path: &Path) -> Result<u64, UserError> {
    let Ok(found) = fs::symlink_metadata(path) else { return Ok(0) };
    let bytes = size(path).0;
    let outcome = if found.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    outcome.map_err(|error| failure::of_io(&error, said!("not-removed"), path)).map(|()| bytes)
}

/// Bytes on disk below a folder; links count as themselves.
pub(super) fn size(folder: &Path) -> ByteSize {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    ByteSize(
        files
            .filter_map(|entry| entry.metadata().ok())
            .filter(|data| !data.is_dir())
            .map(|data| data.len())
            .sum(),
    )
}

fn listed(folder: PathBuf, current: &impl Fn(&BTreeSet<GroupName>) -> Option<PathBuf>) -> Option<Listed> {
    let named = groups_in(folder.file_name()?.to_str()?)?;
    let Some(marker) = Marker::read(&folder) else {
        let taken = Turn::is_taken(&lock_of(&folder));
        return Some(Listed {
            groups: named,
            condition: if taken { Condition::InTheMaking } else { Condition::HalfMade },
            size: size(&folder),
            made: None,
            interpreter: None,
            packages: 0,
            installer: None,
            folder,
        });
    };
    let groups = marker.group_names();
    let condition = if !is_program(&python_of(&folder)) || !is_program(&marker.interpreter) {
        Condition::InterpreterGone
    } else if current(&groups).as_ref() == Some(&folder) {
        Condition::Ready
    } else {
        Condition::Outdated
    };
    Some(Listed {
        groups,
        condition,
        size: ByteSize(marker.size),
        made: UNIX_EPOCH.checked_add(Duration::from_secs(marker.made)),
        interpreter: Some((marker.interpreter, marker.version)),
        packages: marker.packages,
        installer: Some(marker.installer),
        folder,
    })
}

/// The groups in a folder's name, `core+quality-0123456789ab`.
fn groups_in(name: &str) -> Option<BTreeSet<GroupName>> {
    let (groups, key) = name.rsplit_once('-')?;
    let is_key = key.len() == 12 && key.chars().all(|character| character.is_ascii_hexdigit());
    is_key.then(|| groups.split('+').map(GroupName::new).collect())
}
