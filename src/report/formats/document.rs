//! A report that is one document: written anew as results arrive, so that a crash loses little, and always whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::graded::Graded;
use crate::language::Language;
use crate::model::event::Event;
use crate::report::Reporter;

/// How often a document is written while results arrive.
const PULSE: Duration = Duration::from_secs(2);

/// How a format writes what is known.
#[derive(Clone, Copy)]
pub(super) enum Render {
    /// What programs read: the same in every language.
    ForPrograms(fn(&Graded, &mut dyn Write) -> io::Result<()>),
    /// What people read, in this language.
    ForPeople(fn(&Graded, Language, &mut dyn Write) -> io::Result<()>, Language),
}

/// Writes a document at the end of a run, and from time to time before.
pub(super) struct Document {
    /// Without one: standard output, at the end only.
    path: Option<PathBuf>,
    render: Render,
    graded: Graded,
    written: Instant,
}

impl Document {
    /// A document at `path`. It is written at once: better to know now than after an hour that it cannot be. An earlier one
    /// keeps its place until the run begins, since what keeps it from beginning is to cost no report.
    pub(super) fn open(path: Option<&Path>, render: Render) -> io::Result<Self> {
        let path = path.map(Path::to_path_buf);
        let document = Self { path, render, graded: Graded::default(), written: Instant::now() };
        match document.path.as_deref() {
            Some(path) if path.is_file() && !is_stream(path) => drop(beside(path, &document.text()?)?),
            _ => document.write_file()?,
        }
        Ok(document)
    }

    /// What goes wrong now is not told: the end tries again, with everything.
    fn write_on_the_way(&mut self) {
        self.written = Instant::now();
        let _ = self.write_file();
    }

    fn write_file(&self) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        replace(path, Stage::of(self.graded.summary.is_some()), || self.text())
    }

    fn text(&self) -> io::Result<Vec<u8>> {
        let mut text = Vec::new();
        match self.render {
            Render::ForPrograms(render) => render(&self.graded, &mut text)?,
            Render::ForPeople(render, language) => render(&self.graded, language, &mut text)?,
        }
        Ok(text)
    }
}

/// Whether a document is written for the last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// More is to come.
    OnTheWay,
    /// This is all.
    Done,
}

impl Stage {
    pub(super) fn of(done: bool) -> Self {
        if done { Self::Done } else { Self::OnTheWay }
    }
}

/// Whether `path` leads to a device or a pipe (`/dev/stdout`), which cannot be replaced and is written to.
pub(super) fn is_stream(path: &Path) -> bool {
    // Standard output is no file of ours to replace, even where it leads to one.
    let is_link = path.starts_with("/proc") || path.starts_with("/dev") && !path.starts_with("/dev/shm");
    is_link || fs::metadata(path).is_ok_and(|meta| !meta.is_file())
}

/// Opens a device or a pipe, to add to what somebody else may have written.
pub(super) fn open_stream(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).open(path)
}

/// Puts a text in the place of the file at `path`, wholly or not at all. A device or a pipe is written to once, when the
/// text is done.
pub(in crate::report) fn replace(
    path: &Path,
    stage: Stage,
    text: impl FnOnce() -> io::Result<Vec<u8>>,
) -> io::Result<()> {
    if is_stream(path) {
        return match stage {
            Stage::Done => open_stream(path)?.write_all(&text()?),
            Stage::OnTheWay => Ok(()),
        };
    }
    beside(path, &text()?)?.persist(path).map(drop).map_err(|error| error.error)
}

/// A text in a file beside that at `path`, which it can take the place of; otherwise it goes again.
pub(super) fn beside(path: &Path, text: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".report-").tempfile_in(folder)?;
    file.write_all(text)?;
    open_to_readers(file.as_file())?;
    Ok(file)
}

/// As a file made in the usual way: others may read it.
#[cfg(unix)]
fn open_to_readers(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_readers(_: &File) -> io::Result<()> {
    Ok(())
}

impl Reporter for Document {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        self.graded.note(event);
        match event {
            Event::RunFinished(_) if self.path.is_none() => {
                let mut out = io::stdout().lock();
                out.write_all(&self.text()?)?;
                out.flush()
            }
            Event::RunFinished(_) => self.write_file(),
            Event::RunStarted { .. } => {
                self.write_on_the_way();
                Ok(())
            }
            Event::ExerciseFinished(_) if self.written.elapsed() >= PULSE => {
                self.write_on_the_way();
                Ok(())
            }
            _ => Ok(()),
        }
    }
}
