//! What an exercise needs of a machine, and whether it is there. Nothing is started to find out.

use std::path::Path;

use crate::model::course::PythonVersion;
use crate::model::exercise::Exercise;

/// Why a machine with this Python cannot judge the exercise, or `None` when it can.
///
/// `python` is the environment's interpreter. Without one, nothing is known of the programs and modules that the
/// environment may bring, and nothing is held against the machine.
pub fn unmet(exercise: &Exercise, version: PythonVersion, python: Option<&Path>) -> Option<String> {
    if let Some(range) = exercise.python
        && !range.contains(version)
    {
        return Some(format!("it needs Python {range}, and this is Python {version}"));
    }
    let python = python?;
    let missing: Vec<String> =
        exercise.needs.iter().filter(|need| !has(need, python)).map(|need| format!("`{need}`")).collect();
    (!missing.is_empty()).then(|| format!("it needs {}, which this machine lacks", missing.join(", ")))
}

/// Whether a program or Python module is there, without starting anything.
fn has(need: &str, python: &Path) -> bool {
    let bin = python.parent().unwrap_or(Path::new(""));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{need}{}", std::env::consts::EXE_SUFFIX);
    let mut folders = std::env::split_paths(&path).chain([bin.to_path_buf()]);
    folders.any(|folder| folder.join(&file).is_file()) || has_module(need, bin)
}

fn has_module(name: &str, bin: &Path) -> bool {
    let Some(root) = bin.parent() else { return false };
    let unix = std::fs::read_dir(root.join("lib")).into_iter().flatten().flatten();
    let mut folders =
        unix.map(|entry| entry.path().join("site-packages")).chain([root.join("Lib/site-packages")]);
    folders.any(|folder| folder.join(name).is_dir() || folder.join(format!("{name}.py")).is_file())
}
