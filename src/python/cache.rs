//! Remembers which interpreter was chosen, so that an unchanged `check` starts no Python to find out.
//!
//! The file is only ever a shortcut: garbage, another version's format or a changed file in it means that the question
//! is asked again, and failing to write it is no error.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::interpreter::Interpreter;
use super::surroundings::Surroundings;
use crate::model::course::PythonRange;

pub(super) const FILE: &str = "interpreter.json";
/// Changes when the same question would be answered in another way.
const FORMAT: &str = "interpreter 2";

#[derive(Serialize, Deserialize)]
struct Remembered {
    question: String,
    interpreter: Interpreter,
    /// The program by which it was found (a shim, a link) and the real file.
    rests_on: Vec<FileState>,
}

#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct FileState {
    path: PathBuf,
    size: u64,
    modified_ns: u64,
}

/// Everything that decides the answer, hashed: the range, what the shell says, and pyenv's choice of version.
pub(super) fn question(range: PythonRange, surroundings: &Surroundings) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    };
    add(FORMAT.as_bytes());
    add(range.to_string().as_bytes());
    add(surroundings.path.as_encoded_bytes());
    let folders = [
        &surroundings.explicit,
        &surroundings.virtual_env,
        &surroundings.conda_prefix,
        &surroundings.pyenv_root,
        &surroundings.uv_pythons,
    ];
    for folder in folders {
        add(folder.as_deref().map_or(b"\0", |folder| folder.as_os_str().as_encoded_bytes()));
    }
    add(surroundings.pyenv_version.as_deref().map_or(b"\0", OsStr::as_encoded_bytes));
    // A relative choice means another file in another folder.
    if surroundings.explicit.as_ref().is_some_and(|path| path.is_relative()) {
        let here = std::env::current_dir().unwrap_or_default();
        add(here.as_os_str().as_encoded_bytes());
    }
    let local =
        surroundings.folder.ancestors().find_map(|folder| fs::read(folder.join(".python-version")).ok());
    add(local.as_deref().unwrap_or(b"\0"));
    let global = surroundings.pyenv_root.as_ref().and_then(|root| fs::read(root.join("version")).ok());
    add(global.as_deref().unwrap_or(b"\0"));
    hasher.finalize().to_hex().to_string()
}

/// The remembered answer to the question, while every file that it rests on is unchanged.
pub(super) fn recall(folder: &Path, question: &str) -> Option<Interpreter> {
    let bytes = fs::read(folder.join(FILE)).ok()?;
    let remembered: Remembered = serde_json::from_slice(&bytes).ok()?;
    let unchanged =
        remembered.rests_on.iter().all(|state| FileState::of(&state.path).as_ref() == Some(state));
    let names_it = remembered.rests_on.iter().any(|state| state.path == remembered.interpreter.executable);
    (remembered.question == question && names_it && unchanged).then_some(remembered.interpreter)
}

/// Keeps an answer for the next time.
pub(super) fn remember(folder: &Path, question: &str, interpreter: &Interpreter, program: &Path) {
    let states = [program, &interpreter.executable].map(FileState::of);
    let rests_on = states.into_iter().collect::<Option<Vec<_>>>();
    let Some(rests_on) = rests_on else { return };
    let remembered = Remembered { question: question.to_owned(), interpreter: interpreter.clone(), rests_on };
    // Best effort: a folder that cannot be written only costs the next discovery.
    let _ = write(folder, &remembered);
}

fn write(folder: &Path, remembered: &Remembered) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&serde_json::to_vec(remembered)?)?;
    file.persist(folder.join(FILE))?;
    Ok(())
}

impl FileState {
    fn of(path: &Path) -> Option<Self> {
        let metadata = path.metadata().ok()?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let modified_ns = u64::try_from(modified.as_nanos()).ok()?;
        Some(Self { path: path.to_path_buf(), size: metadata.len(), modified_ns })
    }
}
