//! The folder that a job runs in: fresh, holding the learner's files and pristine course files, gone afterwards.
//!
//! Only regular files of bounded size are taken from the learner; nothing of theirs is followed or executed here.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::model::execution::{Ending, Execution, Refusal, SourceText};
use crate::model::job::{Job, Origin, StagedFile};
use crate::model::limits::ByteSize;
use crate::python::helpers;

/// The largest file that is taken from a learner.
pub(crate) const LEARNER_FILE: ByteSize = ByteSize::mib(1);

/// pytest's configuration, among the helpers.
pub(crate) const EMPTY_INI: &str = "pytest.ini";

/// A job's folders. Dropping it removes them.
pub(crate) struct Staging {
    root: TempDir,
    sources: Vec<SourceText>,
}

/// Why a job's folder could not be made.
#[derive(Debug)]
pub(crate) enum StagingError {
    /// A learner's file is not one that is taken.
    Refused(Refusal),
    /// The machine or the course is at fault.
    Broken(String),
}

impl StagingError {
    /// An execution in which nothing ran.
    pub(crate) fn into_execution(self) -> Execution {
        Execution::without_run(match self {
            Self::Refused(refusal) => Ending::Refused(refusal),
            Self::Broken(why) => Ending::NotRun(why),
        })
    }
}

impl Staging {
    /// Makes the folders and copies the job's files.
    pub(crate) fn prepare(job: &Job) -> Result<Self, StagingError> {
        let root = tempfile::Builder::new()
            .prefix("prolings-")
            .tempdir()
            .map_err(|error| broken("a temporary folder", &std::env::temp_dir(), &error))?;
        let mut staging = Self { root, sources: Vec::new() };
        for folder in [staging.work(), staging.home(), staging.tmp()] {
            fs::create_dir(&folder).map_err(|error| broken("a folder", &folder, &error))?;
        }
        for file in &job.files {
            staging.copy(file, job)?;
        }
        Ok(staging)
    }

    /// Where the job runs.
    pub(crate) fn work(&self) -> PathBuf {
        self.root().join("work")
    }

    /// The job's home folder: empty.
    pub(crate) fn home(&self) -> PathBuf {
        self.root().join("home")
    }

    /// The job's folder for temporary files: empty.
    pub(crate) fn tmp(&self) -> PathBuf {
        self.root().join("tmp")
    }

    /// Our own helper programs.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root().join("tools")
    }

    /// The folders that a job may change.
    pub(crate) fn own(&self) -> Vec<PathBuf> {
        vec![self.work(), self.home(), self.tmp()]
    }

    /// Puts our helper programs there, for a job that is started with one.
    pub(crate) fn write_tools(&self) -> Result<(), StagingError> {
        let folder = self.tools();
        fs::create_dir(&folder).map_err(|error| broken("a folder", &folder, &error))?;
        write_tools(&folder)
    }

    /// pytest's configuration: none.
    pub(crate) fn empty_ini(&self) -> PathBuf {
        self.tools().join(EMPTY_INI)
    }

    /// Writes what the job reads from its standard input.
    pub(crate) fn write_stdin(&self, bytes: &[u8]) -> Result<PathBuf, StagingError> {
        let path = self.root().join("stdin");
        write_new(&path, bytes)?;
        Ok(path)
    }

    /// The learner's files as they were taken, as far as they are text.
    pub(crate) fn sources(&self) -> &[SourceText] {
        &self.sources
    }

    fn root(&self) -> &Path {
        self.root.path()
    }

    fn copy(&mut self, file: &StagedFile, job: &Job) -> Result<(), StagingError> {
        let bytes = match file.origin {
            Origin::Learner => read_learner(file, job)?,
            Origin::Course => {
                fs::read(&file.source).map_err(|error| broken("the course's file", &file.source, &error))?
            }
        };
        let target = file.path.under(&self.work());
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| broken("a folder", folder, &error))?;
        }
        write_new(&target, &bytes)?;
        if file.origin == Origin::Learner
            && let Ok(text) = String::from_utf8(bytes)
        {
            self.sources.push(SourceText { file: file.path.to_string(), text });
        }
        Ok(())
    }
}

/// Writes our helper programs, and a configuration for pytest that says nothing.
pub(crate) fn write_tools(folder: &Path) -> Result<(), StagingError> {
    for helper in helpers::ALL {
        write_new(&folder.join(helper.name), helper.source.as_bytes())?;
    }
    write_new(&folder.join(EMPTY_INI), b"[pytest]\n")?;
    open_to_all(folder).map_err(|error| broken("the folder", folder, &error))
}

/// A job's own user may read the helpers, whatever the umask.
#[cfg(unix)]
fn open_to_all(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    for entry in fs::read_dir(folder)? {
        fs::set_permissions(entry?.path(), fs::Permissions::from_mode(0o644))?;
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
fn open_to_all(_: &Path) -> io::Result<()> {
    Ok(())
}

fn broken(what: &str, path: &Path, error: &io::Error) -> StagingError {
    StagingError::Broken(format!("cannot use {what} {}: {error}", path.display()))
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StagingError> {
    let mut file = File::create_new(path).map_err(|error| broken("the file", path, &error))?;
    io::Write::write_all(&mut file, bytes).map_err(|error| broken("the file", path, &error))
}

fn read_learner(file: &StagedFile, job: &Job) -> Result<Vec<u8>, StagingError> {
    let refused =
        |why: &str| StagingError::Refused(Refusal { file: file.path.to_string(), why: why.to_owned() });
    let meta = match fs::symlink_metadata(&file.source) {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(refused(&format!(
                "is missing; `prolings reset {}` brings the starter back",
                job.exercise
            )));
        }
        Err(error) => return Err(refused(&format!("cannot be read ({error})"))),
    };
    if meta.file_type().is_symlink() {
        return Err(refused("is a symbolic link; a regular file is wanted"));
    }
    if !meta.is_file() {
        return Err(refused("is not a regular file"));
    }
    let opened = open_regular(&file.source).map_err(|error| refused(&format!("cannot be read ({error})")))?;
    let mut bytes = Vec::new();
    opened
        .take(LEARNER_FILE.0 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| refused(&format!("cannot be read ({error})")))?;
    if bytes.len() as u64 > LEARNER_FILE.0 {
        return Err(refused(&format!("is larger than {LEARNER_FILE}")));
    }
    Ok(bytes)
}

/// Opens without following a link that took the file's place, and without waiting for a pipe's other end.
#[cfg(unix)]
fn open_regular(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open_regular(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}
