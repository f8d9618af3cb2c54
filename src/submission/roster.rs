//! The submissions of a class: the folders in a folder, or what a file lists.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Errors, Place, UserError};
use crate::language::{Said, Text, said};
use crate::model::bytes::shown;

/// The largest list that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// One learner's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Unique in the class.
    pub name: String,
    /// Its folder, which need not be there.
    pub path: PathBuf,
    /// Why it is not taken, when that shows already.
    pub refused: Option<Text>,
}

/// All of a class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// By name when they are the folders of a folder, otherwise in the order of the list.
    pub entries: Vec<Entry>,
    /// What lies beside the submissions and is none.
    pub beside: Vec<String>,
}

impl Roster {
    /// The submissions in a folder, or those that a file lists: a path a line, or `name,path`.
    ///
    /// # Errors
    /// Everything that is wrong with the list, or that there is no submission at all.
    pub fn read(place: &Path) -> Result<Self, Errors> {
        let found = match fs::metadata(place) {
            Ok(meta) if meta.is_dir() => in_folder(place)?,
            Ok(_) => listed(place)?,
            Err(error) => return Err(unreadable(place, &error).into()),
        };
        if found.entries.is_empty() {
            let why = if place.is_dir() { said!("roster-none.folder") } else { said!("roster-none.file") };
            return Err(UserError::new(said!("roster-none"))
                .at(Place::path(place))
                .why(why)
                .help(said!("roster-takes"))
                .into());
        }
        Ok(found)
    }
}

/// Hidden entries are nobody's submission; files are named, so that nothing that was handed in is overlooked.
fn in_folder(place: &Path) -> Result<Roster, UserError> {
    let mut found = Roster::default();
    for entry in fs::read_dir(place).map_err(|error| unreadable(place, &error))? {
        let entry = entry.map_err(|error| unreadable(place, &error))?;
        let name = shown(entry.file_name().as_encoded_bytes());
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.entries.push(Entry { name, path, refused: None }),
            // It may lead to another learner's work, or to the solutions.
            Ok(kind) if kind.is_symlink() => {
                found.entries.push(Entry { name, path, refused: Some(said!("roster-link").into()) });
            }
            _ => found.beside.push(name),
        }
    }
    found.entries.sort_by(|one, two| one.name.cmp(&two.name));
    found.beside.sort();
    Ok(found)
}

fn listed(place: &Path) -> Result<Roster, Errors> {
    let text = read(place)?;
    let base = place.parent().unwrap_or(Path::new(""));
    let mut found = Roster::default();
    let mut errors = Vec::new();
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let number = index + 1;
        let wrong = |what: Said| {
            UserError::new(what)
                .at(Place::line(place, number))
                .why(said!("roster-line-why"))
                .help(said!("roster-line-help"))
        };
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let fields = match fields(line) {
            Ok(fields) => fields,
            Err(why) => {
                errors.push(wrong(why));
                continue;
            }
        };
        let (name, path) = match fields.as_slice() {
            [name, path] if name.eq_ignore_ascii_case("name") && path.eq_ignore_ascii_case("path") => {
                continue;
            }
            [path] => (last(path), path.clone()),
            [name, path] => (name.clone(), path.clone()),
            _ => {
                errors.push(wrong(said!("roster-fields", number = fields.len())));
                continue;
            }
        };
        if name.is_empty() || path.is_empty() {
            errors.push(wrong(said!("roster-nameless")));
        } else if let Some(first) = lines.insert(name.clone(), number) {
            errors.push(
                UserError::new(said!("roster-double", name = name))
                    .at(Place::line(place, number))
                    .why(said!("roster-double.why", line = first))
                    .help(said!("roster-double.help")),
            );
        } else {
            found.entries.push(Entry { name, path: base.join(path), refused: None });
        }
    }
    Errors::check(errors)?;
    Ok(found)
}

fn read(place: &Path) -> Result<String, UserError> {
    let meta = fs::metadata(place).map_err(|error| unreadable(place, &error))?;
    if !meta.is_file() || meta.len() > LARGEST {
        return Err(UserError::new(said!("roster-no-list"))
            .at(Place::path(place))
            .why(said!("roster-no-list.why")));
    }
    let bytes = fs::read(place).map_err(|error| unreadable(place, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|&&byte| byte == b'\n');
        UserError::new(said!("roster-no-utf8"))
            .at(Place::line(place, line.count() + 1))
            .why(said!("roster-no-utf8.why"))
            .help(said!("roster-no-utf8.help"))
    })
}

fn unreadable(place: &Path, error: &io::Error) -> UserError {
    UserError::new(said!("roster-unreadable"))
        .at(Place::path(place))
        .why(error.to_string())
        .help(said!("roster-takes"))
}

/// The fields of a line of CSV, without the spaces around them.
fn fields(line: &str) -> Result<Vec<String>, Said> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        let start = rest.trim_start();
        let (field, after) = match start.strip_prefix('"') {
            Some(quoted) => quoted_field(quoted)?,
            None => {
                let end = start.find(',').unwrap_or(start.len());
                (start[..end].trim_end().to_owned(), &start[end..])
            }
        };
        fields.push(field);
        match after.trim_start().strip_prefix(',') {
            Some(next) => rest = next,
            None if after.trim().is_empty() => return Ok(fields),
            None => return Err(said!("roster-quote-behind")),
        }
    }
}

fn quoted_field(text: &str) -> Result<(String, &str), Said> {
    let mut field = String::new();
    let mut rest = text;
    loop {
        let Some((before, after)) = rest.split_once('"') else { return Err(said!("roster-quote-open")) };
        field.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                field.push('"');
                rest = next;
            }
            None => return Ok((field, after)),
        }
    }
}

/// The last part of a path, with either slash.
fn last(path: &str) -> String {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn list(text: &[u8]) -> Result<Vec<(String, String)>, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class.csv");
        fs::File::create_new(&path).expect("a file").write_all(text).expect("written");
        let short = |path: &Path| path.strip_prefix(folder.path()).expect("below").display().to_string();
        Roster::read(&path)
            .map(|found| found.entries.iter().map(|entry| (entry.name.clone(), short(&entry.path))).collect())
            .map_err(|errors| errors.to_string())
    }

    #[test]
    fn a_list_has_paths_or_names_and_paths() {
        let text =
            "\u{feff}name,path\r\n# comment\r\n\r\nada, work/ada \nwork/ben/\n\"Lee, \"\"C\"\"\",\"a,b\"\n";
        let found = list(text.as_bytes()).expect("a list");
        let wanted = [("ada", "work/ada"), ("ben", "work/ben"), ("Lee, \"C\"", "a,b")];
        assert_eq!(found, wanted.map(|(name, path)| (name.to_owned(), path.to_owned())));
    }

    #[test]
    fn everything_that_is_wrong_with_a_list_is_said() {
        let error = list(b"ada,a\nben,b,c\nada,d\n,e\n\"open\n\"x\"y,z\n").expect_err("an error");
        for part in [
            "3 fields",
            "two submissions are called `ada`",
            "line 1",
            "a name and a path",
            "not closed",
            "behind",
        ] {
            assert!(error.contains(part), "{part}: {error}");
        }
        assert!(list(b"ada,a\n\xff,b\n").expect_err("not UTF-8").contains("csv:2"));
        assert!(list(b"# nothing\n").expect_err("empty").contains("no submissions"));
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_submissions_and_the_rest_is_named() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().expect("a folder");
        for name in [&b"zoe"[..], b"ada", b".git", b"caf\xe9", "日本".as_bytes()] {
            fs::create_dir(folder.path().join(std::ffi::OsStr::from_bytes(name))).expect("a folder");
        }
        std::os::unix::fs::symlink("ada", folder.path().join("ben")).expect("a link");
        fs::File::create_new(folder.path().join("cleo.zip")).expect("a file");
        let found = Roster::read(folder.path()).expect("a class");
        let names: Vec<&str> = found.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["ada", "ben", "caf\\xe9", "zoe", "日本"]);
        assert_eq!(found.beside, ["cleo.zip"]);
        let refused: Vec<&str> = found
            .entries
            .iter()
            .filter(|entry| entry.refused.is_some())
            .map(|entry| entry.name.as_str())
            .collect();
        assert_eq!(refused, ["ben"]);
    }
}
