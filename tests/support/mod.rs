//! What the integration tests share: fixture courses in temporary folders, the real binary, one Python environment.

#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of it")]
#![allow(missing_docs, reason = "test code")]

pub mod expected;

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
    let mut command = Command::new(env!("CARGO_BIN_EXE_prolings"));
    command.current_dir(folder);
    settings(|name, value| {
        command.env(name, value);
    });
    command.env_remove("PROLINGS_PYTHON").env_remove("NO_COLOR");
    command
}

/// The same as a plain command, for tests that talk to it while it runs.
pub fn prolings_std(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_prolings"));
    command.current_dir(folder);
    settings(|name, value| {
        command.env(name, value);
    });
    command
}

fn settings(mut set: impl FnMut(&str, &Path)) {
    set("PROLINGS_ENV_DIR", &environments());
}

/// What a command printed.
pub fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("prolings runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Replaces an exercise's file.
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
