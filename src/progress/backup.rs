//! Putting a starter back, without losing what the learner wrote.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::atomic::{self, Access, cannot};
use super::files::read_bounded;
use super::folder::Folder;
use super::starters::{StarterFile, Starters};
use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;

/// Puts the starter of an exercise back, after copying each of the learner's files that differ from it to
/// `.prolings/backups/<exercise>/<n>-<file>`; gives the paths of these copies. Files that are as shipped stay as they
/// are, missing ones come back.
///
/// Each file is replaced in one step once its copy is on the disk: an interruption leaves it old or new, and the old
/// one is never lost.
///
/// # Errors
/// When the starter is not known, a file or a folder on its way is a symbolic link or no regular file, or something
/// cannot be written. Everything that can be refused is refused before anything is touched.
pub fn reset(root: &Path, exercise: &Exercise, starters: &Starters) -> Result<Vec<PathBuf>, UserError> {
    let files = starters.restore(exercise)?;
    let mut changed = Vec::new();
    for file in &files {
        let target = file.path.under(&exercise.folder);
        let found = inspect(&exercise.folder, &file.path)?;
        let same = found == Target::File
            && read_bounded(&target)
                .is_some_and(|content| starters.is_starter(exercise, &file.path, &content));
        if !same {
            changed.push((file, target, found));
        }
    }
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let folder = Folder::of(root);
    let _lock = folder.lock()?;
    let backups = folder.path().join("backups").join(exercise.name.as_str());
    fs::create_dir_all(&backups).map_err(|error| cannot(Access::Write, &backups, &error))?;
    let mut number = highest(&backups) + 1;
    let mut kept = Vec::new();
    for (file, target, found) in changed {
        if found == Target::File {
            let (path, used) = back_up(&target, &backups, &file.path, number)?;
            kept.push(path);
            number = used;
        }
        put_back(file, &target)?;
    }
    Ok(kept)
}

/// What stands where a starter's file belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Missing,
    File,
}

/// Looks at the file and at every folder between it and the exercise's.
fn inspect(exercise: &Path, path: &RelPath) -> Result<Target, UserError> {
    let mut place = exercise.to_path_buf();
    let parts: Vec<&str> = path.as_str().split('/').collect();
    for (index, part) in parts.iter().enumerate() {
        place.push(part);
        let kind = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Target::Missing),
            Err(error) => return Err(cannot(Access::Read, &place, &error)),
        };
        let is_last = index + 1 == parts.len();
        let wrong = if kind.is_symlink() {
            said!("is-a-link")
        } else if is_last && !kind.is_file() {
            said!("is-irregular-file")
        } else if !is_last && !kind.is_dir() {
            said!("is-not-a-folder")
        } else {
            continue;
        };
        return Err(UserError::new(said!("cannot-restore", file = path.as_str()))
            .at(Place::path(&place))
            .why(wrong)
            .help(said!("cannot-restore.help")));
    }
    Ok(Target::File)
}

/// Copies a learner's file, of whatever size, under the first free number from `number` on.
fn back_up(
    target: &Path,
    backups: &Path,
    path: &RelPath,
    mut number: u64,
) -> Result<(PathBuf, u64), UserError> {
    let read = |error: io::Error| cannot(Access::Read, target, &error);
    loop {
        let backup = backups.join(format!("{number}-{}", path.as_str().replace('/', "__")));
        let write = |error: io::Error| cannot(Access::Write, &backup, &error);
        let mut source = File::open(target).map_err(read)?;
        let mut copy = atomic::temporary_for(&backup).map_err(write)?;
        io::copy(&mut source, &mut copy).map_err(write)?;
        let permissions = source.metadata().map_err(read)?.permissions();
        copy.as_file().set_permissions(permissions).map_err(write)?;
        copy.as_file().sync_all().map_err(write)?;
        match copy.persist_noclobber(&backup) {
            Ok(_) => {
                atomic::sync_folder(backups);
                return Ok((backup, number));
            }
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(write(error.error)),
        }
    }
}

fn put_back(file: &StarterFile, target: &Path) -> Result<(), UserError> {
    if let Some(parent) = target.parent() {
        fs::create_dir_all(parent).map_err(|error| cannot(Access::Write, parent, &error))?;
    }
    atomic::sweep(target);
    atomic::replace(target, &file.content)
}

/// The highest number that a backup has, or 0.
fn highest(backups: &Path) -> u64 {
    let names = fs::read_dir(backups).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let number = |name: std::ffi::OsString| name.to_str()?.split_once('-')?.0.parse::<u64>().ok();
    names.filter_map(number).filter(|number| *number < u64::MAX / 2).max().unwrap_or(0)
}
