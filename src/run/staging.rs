//! The folder that a job runs in: fresh, holding the learner's files and pristine course files, gone afterwards.
//!
//! Only regular files of bounded size are taken from the learner; nothing of theirs is followed or executed here.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;

use super::scratch;
use crate::language::{Said, Text, said};
use crate::model::execution::{Ending, Execution, Refusal, SourceText};
use crate::model::job::{Job, Origin, StagedFile};
use crate::model::limits::ByteSize;
use crate::python::helpers;

/// The largest file that is taken from a learner.
pub(crate) const LEARNER_FILE: ByteSize = ByteSize::mib(1);

/// pytest's configuration, among the helpers.
pub(crate) const EMPTY_INI: &str = "pytest.ini";

/// A job's folders. Dropping it removes them, whatever the job made of them.
#[derive(Debug)]
pub(crate) struct Staging {
    root: TempDir,
    sources: Vec<SourceText>,
    /// The name of the folder that the job runs in.
    work: String,
}

/// Why a job's folder could not be made.
#[derive(Debug)]
pub(crate) enum StagingError {
    /// A learner's file is not one that is taken.
    Refused(Refusal),
    /// The machine or the course is at fault.
    Broken(Text),
}

impl StagingError {
    /// The program could not be started, or was lost.
    pub(crate) fn not_run(error: &io::Error) -> Self {
        Self::Broken(said!("program-not-run", error = error.to_string()).into())
    }

    /// An execution in which nothing ran.
    pub(crate) fn into_execution(self) -> Execution {
        Execution::without_run(match self {
            Self::Refused(refusal) => Ending::Refused(refusal),
            Self::Broken(why) => Ending::NotRun(why),
        })
    }
}

impl Staging {
    /// Makes the folders among the system's temporary ones and copies the job's files.
    pub(crate) fn prepare(job: &Job) -> Result<Self, StagingError> {
        let temporary = temporary_folder();
        let root = tempfile::Builder::new().prefix(&scratch::prefix()).tempdir_in(&temporary);
        Self::fill(root.map_err(|error| broken(said!("a-temporary-folder"), &temporary, &error))?, job)
    }

    /// Makes the folders in `folder`, under a name that no other job knows.
    #[cfg(unix)]
    pub(crate) fn prepare_in(folder: &Path, job: &Job) -> Result<Self, StagingError> {
        let root = tempfile::Builder::new().prefix("").rand_bytes(12).tempdir_in(folder);
        Self::fill(root.map_err(|error| broken(said!("a-temporary-folder"), folder, &error))?, job)
    }

    fn fill(root: TempDir, job: &Job) -> Result<Self, StagingError> {
        let mut staging = Self { root, sources: Vec::new(), work: job.circumstances.folder.clone() };
        for folder in [staging.work(), staging.home(), staging.tmp()] {
            fs::create_dir(&folder).map_err(|error| broken(said!("a-folder"), &folder, &error))?;
        }
        for file in &job.files {
            staging.copy(file, job)?;
        }
        Ok(staging)
    }

    /// Where the job runs.
    pub(crate) fn work(&self) -> PathBuf {
        self.root().join(&self.work)
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

    /// Files in the job's folder and home that were not put there, sorted, at most a hundred.
    pub(crate) fn left(&self, job: &Job) -> Vec<String> {
        let staged: BTreeSet<PathBuf> = job.files.iter().map(|file| file.path.under(&self.work())).collect();
        let walk = |folder: PathBuf| -> Vec<String> {
            let entries = WalkDir::new(&folder).max_depth(8).into_iter().flatten();
            let files = entries.filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path);
            let name = |path: PathBuf| {
                path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().replace('\\', "/")
            };
            files.filter(|path| !staged.contains(path)).map(name).take(100).collect()
        };
        let mut left: Vec<String> = [walk(self.work()), walk(self.home())].concat();
        left.sort();
        left
    }

    /// Puts our helper programs there, for a job that is started with one.
    pub(crate) fn write_tools(&self) -> Result<(), StagingError> {
        let folder = self.tools();
        fs::create_dir(&folder).map_err(|error| broken(said!("a-folder"), &folder, &error))?;
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
            Origin::Course => fs::read(&file.source)
                .map_err(|error| broken(said!("the-courses-file"), &file.source, &error))?,
        };
        let target = file.path.under(&self.work());
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| broken(said!("a-folder"), folder, &error))?;
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

impl Drop for Staging {
    fn drop(&mut self) {
        // What is left all the same is the system's to clean up, as all temporary files.
        let _ = remove(self.root());
    }
}

/// The system's folder for temporary files, without links on the way: where a job's file really lies can be told by its
/// path.
pub(crate) fn temporary_folder() -> PathBuf {
    let folder = std::env::temp_dir();
    // Windows would give a form that not all programs understand.
    if cfg!(windows) { folder } else { folder.canonicalize().unwrap_or(folder) }
}

/// Removes a folder and what it holds, also folders that a job closed.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    let gone = |result: io::Result<()>| match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    };
    gone(fs::remove_dir_all(folder)).or_else(|_| {
        open_again(folder);
        gone(fs::remove_dir_all(folder))
    })
}

/// Makes folders passable for their owner, without following links.
fn open_again(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open_again(&entry.path());
        }
    }
}

/// Writes our helper programs, and a configuration for pytest that says nothing.
pub(crate) fn write_tools(folder: &Path) -> Result<(), StagingError> {
    for helper in helpers::ALL {
        write_new(&folder.join(helper.name), helper.source.as_bytes())?;
    }
    write_new(&folder.join(EMPTY_INI), b"[pytest]\n")?;
    open_to_all(folder).map_err(|error| broken(said!("the-folder"), folder, &error))
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

fn broken(what: Said, path: &Path, error: &io::Error) -> StagingError {
    let (path, error) = (path.display().to_string(), error.to_string());
    StagingError::Broken(said!("cannot-use", what = what, path = path, error = error).into())
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StagingError> {
    let mut file = File::create_new(path).map_err(|error| broken(said!("the-file"), path, &error))?;
    io::Write::write_all(&mut file, bytes).map_err(|error| broken(said!("the-file"), path, &error))
}

fn read_learner(file: &StagedFile, job: &Job) -> Result<Vec<u8>, StagingError> {
    let refused = |why: Said| StagingError::Refused(Refusal { file: file.path.to_string(), why: why.into() });
    let unreadable = |error: io::Error| refused(said!("refused-unreadable", error = error.to_string()));
    let meta = match fs::symlink_metadata(&file.source) {
        Ok(meta) => meta,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(refused(said!("refused-missing", exercise = job.exercise.as_str())));
        }
        Err(error) => return Err(unreadable(error)),
    };
    if meta.file_type().is_symlink() {
        return Err(refused(said!("refused-link")));
    }
    if !meta.is_file() {
        return Err(refused(said!("refused-irregular")));
    }
    let opened = open_regular(&file.source).map_err(unreadable)?;
    let mut bytes = Vec::new();
    opened.take(LEARNER_FILE.0 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > LEARNER_FILE.0 {
        return Err(refused(said!("refused-too-large", limit = LEARNER_FILE.to_string())));
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
