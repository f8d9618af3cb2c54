//! Where Pythons are found, in the order that a user expects.

use std::cmp::Reverse;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::surroundings::{Surroundings, is_program, python_of};
use crate::language::{Said, said};
use crate::model::course::PythonRange;

/// No `python3.N` beyond this is looked for when the range is open.
const NEWEST_MINOR: u8 = 30;

/// A program that may be a Python.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The program.
    pub(super) program: PathBuf,
    /// Arguments that come before Python's own: `-3.13` for the Windows launcher.
    pub(super) args: Vec<OsString>,
    /// How it was found.
    pub(super) source: Source,
}

/// How a candidate was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Source {
    /// The user named it.
    Explicit,
    /// `VIRTUAL_ENV`.
    VirtualEnv(PathBuf),
    /// `CONDA_PREFIX`.
    Conda(PathBuf),
    /// A name on PATH.
    Path {
        /// The name.
        name: String,
        /// Whether it is the first `python3`.
        first: bool,
    },
    /// The Windows launcher.
    Launcher(String),
    /// One of pyenv's versions.
    Pyenv,
    /// One of uv's.
    Uv,
}

impl Source {
    /// In words.
    pub(super) fn said(&self) -> Said {
        match self {
            Self::Explicit => said!("python-named"),
            Self::VirtualEnv(folder) => {
                said!("python-of-virtual-environment", folder = folder.display().to_string())
            }
            Self::Conda(folder) => said!("python-of-conda", folder = folder.display().to_string()),
            Self::Path { name, first: true } => said!("python-on-path.first", name = name),
            Self::Path { name, first: false } => said!("python-on-path", name = name),
            Self::Launcher(flag) => said!("python-of-launcher", flag = flag),
            Self::Pyenv => said!("python-of-pyenv"),
            Self::Uv => said!("python-of-uv"),
        }
    }
}

/// What the user named explicitly: a program, a name on PATH, or a virtual environment's folder.
pub(super) fn explicit(named: &Path, surroundings: &Surroundings) -> Candidate {
    let program = if named.is_dir() {
        python_of(named)
    } else if let Some(name) = bare_name(named)
        && let Some(found) = surroundings.on_path(name).next()
    {
        found
    } else {
        // Candidates start in another folder than the one that the user's relative path means.
        std::path::absolute(named).unwrap_or_else(|_| named.to_path_buf())
    };
    Candidate { program, args: Vec::new(), source: Source::Explicit }
}

/// Every other place, best first. Nothing is run here.
pub(super) fn all(range: PythonRange, surroundings: &Surroundings) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |program: PathBuf, source: Source| {
        if is_program(&program) {
            found.push(Candidate { program, args: Vec::new(), source });
        }
    };
    if let Some(folder) = &surroundings.virtual_env {
        add(python_of(folder), Source::VirtualEnv(folder.clone()));
    }
    if let Some(folder) = &surroundings.conda_prefix {
        // conda on Windows keeps python.exe beside its folders.
        let beside = folder.join("python.exe");
        let program = if beside.is_file() { beside } else { python_of(folder) };
        add(program, Source::Conda(folder.clone()));
    }
    on_path(range, surroundings, &mut add);
    found.extend(launcher(range, surroundings));
    let pyenv = surroundings.pyenv_root.iter().map(|root| root.join(pyenv_versions()));
    let pyenv =
        pyenv.flat_map(|folder| newest_first(&folder, "").into_iter().map(|folder| (folder, Source::Pyenv)));
    let uv = surroundings.uv_pythons.iter();
    let uv =
        uv.flat_map(|folder| newest_first(folder, "cpython-").into_iter().map(|folder| (folder, Source::Uv)));
    for (folder, source) in pyenv.chain(uv) {
        let program = installed_python(&folder);
        if is_program(&program) {
            found.push(Candidate { program, args: Vec::new(), source });
        }
    }
    found
}

fn bare_name(path: &Path) -> Option<&str> {
    path.to_str().filter(|text| !text.contains(['/', '\\']) && !path.is_file())
}

fn on_path(range: PythonRange, surroundings: &Surroundings, add: &mut impl FnMut(PathBuf, Source)) {
    let source = |name: &str, first| Source::Path { name: name.to_owned(), first };
    let mut plain = surroundings.on_path("python3");
    if let Some(first) = plain.next() {
        add(first, source("python3", true));
    }
    for minor in minors(range) {
        let name = format!("python3.{minor}");
        for program in surroundings.on_path(&name) {
            add(program, source(&name, false));
        }
    }
    plain.for_each(|program| add(program, source("python3", false)));
    surroundings.on_path("python").for_each(|program| add(program, source("python", false)));
}

/// Python 3's minor versions in the range, newest first.
fn minors(range: PythonRange) -> impl Iterator<Item = u8> {
    let end = range.below.filter(|below| below.major == 3).map_or(NEWEST_MINOR + 1, |below| below.minor);
    (range.from.minor..end).rev()
}

fn launcher(range: PythonRange, surroundings: &Surroundings) -> Vec<Candidate> {
    if !cfg!(windows) {
        return Vec::new();
    }
    let Some(program) = surroundings.on_path("py").next() else { return Vec::new() };
    let candidate = |minor: u8| {
        let flag = format!("-3.{minor}");
        Candidate {
            program: program.clone(),
            args: vec![flag.clone().into()],
            source: Source::Launcher(flag),
        }
    };
    // Each question to the launcher costs a process: nothing newer than what exists when this was written, and one.
    minors(range).filter(|minor| *minor <= 15).map(candidate).collect()
}

/// pyenv-win keeps its versions one folder deeper.
fn pyenv_versions() -> &'static Path {
    Path::new(if cfg!(windows) { "pyenv-win/versions" } else { "versions" })
}

fn installed_python(folder: &Path) -> PathBuf {
    if cfg!(windows) { folder.join("python.exe") } else { folder.join("bin").join("python3") }
}

/// Folders named `PREFIX3.13.0…`, newest first; others (PyPy, virtual environments) are left out.
fn newest_first(folder: &Path, prefix: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut versions: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name();
            let name = name.to_str()?;
            Some((Reverse(version_in(name.strip_prefix(prefix)?)?), folder.join(name)))
        })
        .collect();
    versions.sort();
    versions.into_iter().map(|(_, folder)| folder).collect()
}

/// The numbers at the head of `3.13.0-linux-x86_64` or `3.14-dev`.
fn version_in(text: &str) -> Option<Vec<u32>> {
    let end =
        text.find(|character: char| !character.is_ascii_digit() && character != '.').unwrap_or(text.len());
    let numbers = text[..end].split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>()?;
    (numbers.len() >= 2).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::course::PythonVersion;

    #[test]
    fn versions_are_read_from_folder_names() {
        assert_eq!(version_in("3.13.0-linux-x86_64-gnu"), Some(vec![3, 13, 0]));
        assert_eq!(version_in("3.14-dev"), Some(vec![3, 14]));
        assert_eq!(version_in("3.13.0t"), Some(vec![3, 13, 0]));
        assert_eq!(version_in("pypy3.10-7.3.12"), None);
        assert_eq!(version_in("my-venv"), None);
        assert_eq!(version_in("3"), None);
    }

    #[test]
    fn minors_run_from_the_newest_in_range() {
        let from = PythonVersion { major: 3, minor: 11 };
        let range = PythonRange { from, below: Some(PythonVersion { major: 3, minor: 14 }) };
        assert_eq!(minors(range).collect::<Vec<_>>(), [13, 12, 11]);
        let open = PythonRange { from, below: None };
        assert_eq!(minors(open).last(), Some(11));
    }
}
