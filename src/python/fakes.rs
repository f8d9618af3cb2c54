//! Programs that pretend to be Pythons and uv, for tests: small shell scripts that log each start.

#![expect(clippy::unwrap_used, reason = "only tests use it")]

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use super::surroundings::Surroundings;
use crate::model::course::{PythonRange, PythonVersion};

/// The range of the shipped course.
pub(super) const RANGE: PythonRange =
    PythonRange { from: PythonVersion { major: 3, minor: 11 }, below: None };

/// A folder with fake programs and a log of their starts.
pub(super) struct Machine {
    folder: TempDir,
}

impl Machine {
    pub(super) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path on this machine.
    pub(super) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Surroundings whose PATH holds these folders.
    pub(super) fn surroundings(&self, path: &[&str]) -> Surroundings {
        let folders = path.iter().map(|folder| self.path(folder));
        Surroundings {
            path: std::env::join_paths(folders).unwrap(),
            patience: Duration::from_secs(10),
            ..Surroundings::empty(self.folder.path())
        }
    }

    /// A program that logs its start and then runs `script`.
    pub(super) fn program(&self, relative: &str, script: &str) -> PathBuf {
        let path = self.path(relative);
        let log = self.path("log");
        let text =
            format!("#!/bin/sh\necho \"{relative} $*\" | head -n 1 >> '{}'\n{script}\n", log.display());
        self.file(relative, &text);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// A file with this text.
    pub(super) fn file(&self, relative: &str, text: &str) -> PathBuf {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = fs::remove_file(&path);
        File::create_new(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    /// A Python of that version: the real thing, not a shim.
    pub(super) fn python(&self, relative: &str, version: &str) -> PathBuf {
        self.program(relative, &answer(&self.path(relative), version))
    }

    /// A shim: a program that answers as the real Python elsewhere would.
    pub(super) fn shim(&self, relative: &str, real: &Path, version: &str) -> PathBuf {
        self.program(relative, &answer(real, version))
    }

    /// The starts so far, oldest first.
    pub(super) fn starts(&self) -> Vec<String> {
        let log = fs::read_to_string(self.path("log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }
}

/// A script that answers the probe. `version` may hold a level and words: `3.14.0rc1`, `3.13.0 free`, `3.11.0 pypy`,
/// `3.12.0 no-ensurepip`.
pub(super) fn answer(executable: &Path, version: &str) -> String {
    let (number, words) = version.split_once(' ').unwrap_or((version, ""));
    let (number, level) =
        number.split_once("rc").map_or((number, "final"), |(number, _)| (number, "candidate"));
    let number = number.replace('.', ", ");
    let implementation = if words.contains("pypy") { "pypy" } else { "cpython" };
    format!(
        r#"echo '{{"executable": "{}", "version": [{number}], "level": "{level}", "serial": 1,
 "implementation": "{implementation}", "free_threaded": {}, "venv": true, "ensurepip": {},
 "platform": "fake"}}' | tr -d '\n'; echo"#,
        executable.display(),
        words.contains("free"),
        !words.contains("no-ensurepip"),
    )
}
