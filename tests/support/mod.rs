//! What the integration tests share: fixture courses in temporary folders, the real binary, one Python environment.

#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of it")]
#![allow(missing_docs, reason = "test code")]

pub mod expected;
pub mod runners;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The environments of all tests: made once, by the first test that needs one, and kept between runs.
pub fn environments() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("environments")
}

/// A copy of a fixture course in a folder of its own, with the real course's locks.
pub fn course(name: &str) -> TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = tempfile::tempdir().expect("a temporary folder");
    copy_tree(&root.join("tests/courses").join(name), copy.path());
    copy_tree(&root.join("exercises/requirements"), &copy.path().join("exercises/requirements"));
    copy
}

/// prolings in a folder, with the tests' environments and nothing of the user's settings.
pub fn prolings(folder: &Path) -> Command {
    Command::from_std(prolings_std(folder))
}

/// The same as a plain command, for tests that talk to it while it runs.
pub fn prolings_std(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_prolings"));
    command.current_dir(folder).env("PROLINGS_ENV_DIR", environments());
    for variable in ["PROLINGS_PYTHON", "NO_COLOR"] {
        command.env_remove(variable);
    }
    command
}

/// What came of a command.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Ran {
    let output = command.output().expect("prolings runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A copy of the fixture course `small`: three sound exercises (`greeting`, `doubling`, `area`) in two topics.
pub struct Small {
    folder: TempDir,
}

pub const GREETING: &str = "exercises/t1_first/01_greeting/greeting.py";
pub const DOUBLING: &str = "exercises/t1_first/02_doubling/doubling.py";
pub const AREA: &str = "exercises/t2_second/01_area/area.py";

impl Small {
    pub fn new() -> Self {
        Self { folder: course("small") }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// `prolings` with arguments, in the course's root.
    pub fn run(&self, args: &[&str]) -> Ran {
        run(&mut self.command(args))
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = prolings(self.path());
        command.args(args);
        command
    }

    /// The same, expecting this exit code; gives what was printed.
    pub fn expect(&self, args: &[&str], code: i32) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, Some(code), "{args:?}: {ran:#?}");
        ran.stdout
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path().join(file)).expect("a file")
    }

    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        write(self.path(), file, content);
    }

    /// Replaces text in a file that must hold it.
    pub fn replace(&self, file: &str, old: &str, new: &str) {
        let text = self.read(file);
        assert!(text.contains(old), "{file} has no {old:?}");
        self.write(file, text.replace(old, new));
    }

    /// Puts the solution in the starter's place.
    pub fn solve(&self, file: &str) {
        let solution = self.read(&file.replacen("exercises/", "solutions/", 1));
        self.write(file, solution);
    }
}

/// What a command printed.
pub fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("prolings runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Replaces a file.
pub fn write(course: &Path, file: &str, content: impl AsRef<[u8]>) {
    let path = course.join(file);
    let _ = fs::remove_file(&path);
    let mut file = fs::File::create_new(path).expect("a new file");
    file.write_all(content.as_ref()).expect("a written file");
}

pub fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
