//! A report that is a log, in a file: whole lines and nothing else, also on a disk that is full.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::document::{beside, is_stream, open_stream};

/// A log in a file. Each call of `write` takes a whole line: it gets there, or nothing of it does.
pub(super) struct Log {
    file: File,
    /// The bytes of all whole lines.
    length: u64,
    /// Until there is a first line, an earlier log keeps its place: what is written lies here, and goes there.
    waiting: Option<(TempPath, PathBuf)>,
}

impl Log {
    /// A log that takes the place of the file at `path`. A device or a pipe is written to as it is.
    ///
    /// # Errors
    /// When there can be no file.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        if is_stream(path) {
            let file = open_stream(path)?;
            return Ok(Self { length: file.metadata()?.len(), file, waiting: None });
        }
        let (file, temporary) = beside(path, b"")?.into_parts();
        Ok(Self { file, length: 0, waiting: Some((temporary, path.to_path_buf())) })
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.file.write_all(line) {
            // A part of a line would be no line. A device or a pipe keeps what it got.
            let _ = self.file.set_len(self.length);
            return Err(error);
        }
        self.length += line.len() as u64;
        if let Some((temporary, path)) = self.waiting.take() {
            temporary.persist(path).map_err(|error| error.error)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_earlier_log_stays_until_there_is_a_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("log");
        let text = || fs::read_to_string(&path).expect("a log");
        Log::open(&path).expect("a log").write_all(b"first\n").expect("written");
        assert_eq!(text(), "first\n");
        let mut log = Log::open(&path).expect("a log");
        assert_eq!(text(), "first\n");
        log.write_all(b"second\n").expect("written");
        log.write_all(b"third\n").expect("written");
        assert_eq!(text(), "second\nthird\n");
        drop(Log::open(&path).expect("a log"));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing is left behind");
    }
}
