//! What an exercise needs and a machine may lack: programs, Python modules, Python's header files.

use std::path::{Path, PathBuf};

use crate::language::{Said, Value, said};
use crate::model::course::PythonVersion;
use crate::model::exercise::Exercise;

/// In `needs`: Python's own header files, with which extensions in C are compiled.
pub const HEADERS: &str = "python-headers";

/// Where things are looked for.
#[derive(Debug, Clone, Copy)]
struct Places<'a> {
    /// The environment's Python.
    python: &'a Path,
    /// Its version.
    version: PythonVersion,
    /// Where its header files would be.
    include: Option<&'a Path>,
}

/// Why a machine with a Python of this version cannot judge the exercise, or `None` when it can.
///
/// `python` is the environment's own. Without one, nothing is known of the programs and modules that the environment may
/// bring, and nothing is held against the machine.
pub fn unmet_by(
    exercise: &Exercise,
    version: PythonVersion,
    python: Option<&Path>,
    include: Option<&Path>,
) -> Option<Said> {
    if let Some(range) = exercise.python
        && !range.contains(version)
    {
        return Some(said!("needs-python", range = range.to_string(), version = version.to_string()));
    }
    unmet(&exercise.needs, Places { python: python?, version, include })
}

/// Why an exercise with these needs cannot be judged here. Nothing is started to find out.
fn unmet(needs: &[String], places: Places<'_>) -> Option<Said> {
    let missing: Vec<&String> = needs.iter().filter(|need| !has(need, places)).collect();
    if missing.is_empty() {
        return None;
    }
    let name = |need: &String| match need.as_str() {
        HEADERS => Value::from(said!("python-headers")),
        other => Value::from(format!("`{other}`")),
    };
    let mut names = missing.iter().map(|need| name(need));
    let first = names.next()?;
    let names = names.fold(first, |before, next| said!("needs-also", before = before, next = next).into());
    if !missing.iter().any(|need| *need == HEADERS) {
        return Some(said!("needs", names = names));
    }
    let command = headers_command(places.version, |program| Path::new(program).is_file());
    Some(said!("needs.headers", names = names, command = command))
}

/// Where `Python.h` is, in a folder for header files.
pub fn header(include: &Path) -> PathBuf {
    include.join("Python.h")
}

fn has(need: &str, places: Places<'_>) -> bool {
    if need == HEADERS {
        return places.include.is_some_and(|include| header(include).is_file());
    }
    let bin = places.python.parent().unwrap_or(Path::new(""));
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

/// The command that brings the header files, by the package manager that `is_there`. Only system packages of Python come
/// without them; elsewhere a Python that has them takes the place of one that is broken.
fn headers_command(version: PythonVersion, is_there: impl Fn(&str) -> bool) -> String {
    let PythonVersion { major, minor } = version;
    let managers = [
        ("/usr/bin/apt-get", format!("sudo apt install python{major}.{minor}-dev")),
        ("/usr/bin/dnf", format!("sudo dnf install python{major}.{minor}-devel")),
        ("/usr/bin/zypper", format!("sudo zypper install python{major}{minor}-devel")),
        ("/sbin/apk", "sudo apk add python3-dev".to_owned()),
    ];
    let known = managers.into_iter().find(|(program, _)| is_there(program));
    known.map_or_else(|| format!("uv python install {version}"), |(_, command)| command)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    const VERSION: PythonVersion = PythonVersion { major: 3, minor: 12 };

    #[test]
    fn what_is_missing_is_named_with_the_command_for_the_headers() {
        let folder = tempfile::tempdir().expect("a folder");
        let python = folder.path().join("bin/python");
        let places = Places { python: &python, version: VERSION, include: Some(folder.path()) };
        let needs = ["no-such-program".to_owned(), HEADERS.to_owned()];
        let words = |why: Said| why.by(Language::ENGLISH);
        let why = words(unmet(&needs, places).expect("both are missing"));
        assert!(why.starts_with("it needs `no-such-program`, Python's header files, which this"), "{why}");
        assert!(why.contains("; the header files are installed by `"), "{why}");
        std::fs::File::create_new(header(folder.path())).expect("a file");
        assert_eq!(unmet(&needs[1..], places), None);
        let why = words(unmet(&needs, places).expect("a program is missing"));
        assert_eq!(why, "it needs `no-such-program`, which this machine lacks");
        assert!(unmet(&needs[1..], Places { include: None, ..places }).is_some());
    }

    #[test]
    fn the_command_is_the_systems() {
        let command = |there: &str| headers_command(VERSION, |program| program == there);
        assert_eq!(command("/usr/bin/apt-get"), "sudo apt install python3.12-dev");
        assert_eq!(command("/usr/bin/dnf"), "sudo dnf install python3.12-devel");
        assert_eq!(command(""), "uv python install 3.12");
    }
}
