//! Replacing a file in one step: whoever reads it, or loses power, sees the old content or the new, never a part.
//!
//! Owns the words for what goes wrong when a file cannot be written (disk full, no permission, read-only).

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Place, UserError};
use crate::language::{Text, said};

/// Puts `content` in the place of the file at `path`, or makes the file.
///
/// The bytes go to a temporary file in the same folder, to the disk, and then to `path` by a rename. An existing
/// file's permissions are kept. A symbolic link at `path` is itself replaced, not the file that it points to.
///
/// # Errors
/// When the file cannot be written; the old one is then untouched.
pub fn replace(path: &Path, content: &[u8]) -> Result<(), UserError> {
    put(path, content, Durability::Synced).map_err(|error| cannot(Access::Write, path, &error))
}

/// Whether bytes have reached the disk before their file gets its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// They have: for what cannot be had again.
    Synced,
    /// The system writes them when it likes: for what can be made again.
    Eventual,
}

/// [`replace`], with the plain error and a choice of durability.
///
/// # Errors
/// When the file cannot be written; the old one is then untouched.
pub fn put(path: &Path, content: &[u8], durability: Durability) -> io::Result<()> {
    let mut temporary = temporary_for(path)?;
    temporary.write_all(content)?;
    if let Ok(old) = fs::symlink_metadata(path)
        && old.is_file()
    {
        temporary.as_file().set_permissions(old.permissions())?;
    }
    if durability == Durability::Synced {
        temporary.as_file().sync_all()?;
    }
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A fresh file beside `path`, gone again unless it is persisted.
pub(super) fn temporary_for(path: &Path) -> io::Result<NamedTempFile> {
    let prefix = temporary_prefix(path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What an ordinary new file gets: the umask takes its part away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

/// Removes temporary files that killed replacements of `path` left behind. Only for a caller who holds the lock that
/// all who replace this file hold.
pub fn sweep(path: &Path) {
    let prefix = temporary_prefix(path);
    let Ok(entries) = fs::read_dir(folder_of(path)) else { return };
    for entry in entries.flatten() {
        if entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()) {
            // It will be tried again next time.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes the names in a folder durable, where the platform can.
pub fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        // Some file systems refuse; what matters, the files' bytes, is on the disk already.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// The prefix names its target, so that sweeping one file's leftovers leaves another's alone. It holds a hash, not the
/// name, because a name may already be as long as names can be.
fn temporary_prefix(path: &Path) -> String {
    let name = path.file_name().map_or(&b""[..], OsStr::as_encoded_bytes);
    let hash = blake3::hash(name).to_hex();
    format!(".prolings-tmp-{}-", &hash[..8])
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What was to be done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read it.
    Read,
    /// Write, move or lock it.
    Write,
}

/// Says in the user's words why a file cannot be read or written.
pub fn cannot(access: Access, path: &Path, error: &io::Error) -> UserError {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let what = match access {
        Access::Read => said!("cannot-read-file", file = name.as_ref()),
        Access::Write => said!("cannot-write-file", file = name.as_ref()),
    };
    let (why, help) = why_not(access, path, error);
    UserError::new(what).at(Place::path(path)).why(why).help(help)
}

/// Why, and what mends it.
fn why_not(access: Access, path: &Path, error: &io::Error) -> (Text, Text) {
    let folder = folder_of(path).display().to_string();
    let (why, help) = match error.kind() {
        ErrorKind::StorageFull => (said!("file-disk-full"), said!("file-disk-full.help")),
        ErrorKind::QuotaExceeded => (said!("file-quota"), said!("file-quota.help")),
        ErrorKind::ReadOnlyFilesystem => (said!("file-read-only"), said!("file-read-only.help")),
        ErrorKind::PermissionDenied if access == Access::Read => {
            (said!("file-no-reading"), said!("file-no-reading.help", folder = folder))
        }
        ErrorKind::PermissionDenied => {
            (said!("file-no-writing"), said!("file-no-writing.help", folder = folder))
        }
        ErrorKind::NotFound => (said!("file-not-there"), said!("file-not-there.help")),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            (said!("file-in-the-way"), said!("file-in-the-way.help"))
        }
        ErrorKind::IsADirectory => (said!("folder-in-the-way"), said!("folder-in-the-way.help")),
        _ => return (error.to_string().into(), said!("mend-and-again").into()),
    };
    (why.into(), help.into())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_made_and_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["state.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_kept_and_new_files_get_the_ordinary_ones() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("script.py");
        replace(&path, b"one").unwrap();
        let ordinary = folder.path().join("ordinary");
        File::create_new(&ordinary).unwrap();
        assert_eq!(mode(&path), mode(&ordinary));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o751)).unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(mode(&path), 0o751);
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_is_replaced_and_its_target_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        fs::write(&target, "kept").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        replace(&link, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"kept");
        assert_eq!(fs::read(&link).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_file());
    }

    #[test]
    fn the_longest_name_that_a_folder_takes_can_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x".repeat(255));
        replace(&path, b"one").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn only_leftovers_of_the_same_file_are_swept() {
        let folder = tempfile::tempdir().unwrap();
        let (mine, other) = (folder.path().join("mine"), folder.path().join("other"));
        temporary_for(&mine).unwrap().keep().unwrap();
        let (_, kept) = temporary_for(&other).unwrap().keep().unwrap();
        sweep(&mine);
        assert_eq!(names(folder.path()), [kept.file_name().unwrap().to_str().unwrap()]);
    }

    #[test]
    fn every_kind_of_failure_has_its_reason_and_its_help() {
        let path = Path::new("course/.prolings/progress.json");
        let said = |kind: ErrorKind| cannot(Access::Write, path, &kind.into()).to_string();
        assert_eq!(
            said(ErrorKind::StorageFull),
            "error: cannot write `progress.json`\n  where: course/.prolings/progress.json\n  \
             why: the disk is full\n  help: free some space, then run the command again"
        );
        assert!(said(ErrorKind::PermissionDenied).contains("writing it is not permitted to you"));
        assert!(said(ErrorKind::PermissionDenied).contains("`ls -la 'course/.prolings'`"));
        assert!(said(ErrorKind::ReadOnlyFilesystem).contains("read-only file system"));
        assert!(said(ErrorKind::QuotaExceeded).contains("quota"));
        let error = replace(Path::new("/no/such/folder/file"), b"").unwrap_err();
        assert!(error.why.is_some() && error.help.is_some() && error.place.is_some(), "{error}");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_failing_replacement_leaves_the_old_file_alone() {
        // The folder is not writable for anyone, root included.
        let error = replace(Path::new("/proc/self/status"), b"x").unwrap_err();
        assert!(error.what.contains("cannot write `status`"), "{error}");
    }
}
