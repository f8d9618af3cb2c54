//! `exercises/.shipped.json`: what `prolings init` or `prolings update` put there, by which a learner's work is told from
//! what was shipped.
//!
//! It lies beside the exercises and not in `.prolings`, so that it comes along when the folder is copied or committed
//! (`.prolings` stays behind then). Where there is no such file, the course came some other way: as a clone, usually.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{Access, cannot};
use super::files::Digest;
use super::index::Identity;
use super::store::{Document, read_document};
use crate::error::{Place, UserError};
use crate::language::{Text, said};
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;

/// Where the record lies, from the course's root.
pub const RECORD: &str = "exercises/.shipped.json";

/// Version of the file's form.
const FORM: u64 = 1;

/// What a content is: equal for contents that differ in line ends only, which editors and git change by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(Digest);

impl ContentHash {
    /// Of some bytes.
    pub fn of(content: &[u8]) -> Self {
        Self(Identity::of(content).plain)
    }
}

/// What was shipped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    form: u64,
    /// The course's title.
    pub title: String,
    /// The course's version, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The folder that it was taken from; `None` for the course that prolings carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PathBuf>,
    /// The exercises, by name.
    pub exercises: BTreeMap<String, ShippedExercise>,
    /// The files, by their path below `exercises/`.
    pub files: BTreeMap<String, ContentHash>,
}

/// An exercise as it was shipped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShippedExercise {
    /// Its folder below `exercises/`, with `/`.
    pub folder: String,
    /// The files that the learner edits, from that folder.
    pub edit: Vec<String>,
}

impl Record {
    /// A record of nothing yet.
    pub fn new(title: &str, version: Option<u32>, from: Option<PathBuf>) -> Self {
        let (exercises, files) = (BTreeMap::new(), BTreeMap::new());
        Self { form: FORM, title: title.to_owned(), version, from, exercises, files }
    }

    /// The record of the course at `root`; `None` where there is none.
    ///
    /// # Errors
    /// When it cannot be read or understood.
    pub fn read(root: &Path) -> Result<Option<Self>, UserError> {
        #[derive(Deserialize)]
        struct Head {
            form: u64,
        }
        let path = root.join(RECORD);
        let bytes = match read_document(&path).map_err(|error| cannot(Access::Read, &path, &error))? {
            Document::Bytes(bytes) => bytes,
            Document::Missing => return Ok(None),
            Document::NoFile | Document::TooLarge => {
                return Err(damaged(&path, said!("is-irregular-file").into()));
            }
        };
        match serde_json::from_slice::<Head>(&bytes) {
            Ok(Head { form }) if form > FORM => Err(UserError::new(said!("newer-record"))
                .at(Place::path(&path))
                .why(said!("newer-record.why", form = form.to_string(), known = FORM.to_string()))
                .help(said!("newer-record.help"))),
            _ => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|error| damaged(&path, error.to_string().into())),
        }
    }

    /// The record's bytes.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).expect("maps with text keys are JSON");
        json.push(b'\n');
        json
    }

    /// What was shipped of a learner's file.
    pub fn starter(&self, exercise: &Exercise, path: &RelPath) -> Option<ContentHash> {
        let names = std::iter::once(&exercise.name).chain(&exercise.aliases);
        let shipped = names.into_iter().find_map(|name| self.exercises.get(name.as_str()))?;
        self.files.get(&format!("{}/{path}", shipped.folder)).copied()
    }
}

fn damaged(path: &Path, why: Text) -> UserError {
    UserError::new(said!("record-damaged"))
        .at(Place::path(path))
        .why(said!("record-damaged.why", why = why))
        .help(said!("record-damaged.help"))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Record::read(folder.path()).unwrap(), None);
        let mut record = Record::new("Shapes", Some(3), None);
        record.files.insert("course.yaml".into(), ContentHash::of(b"x"));
        let exercise = ShippedExercise { folder: "t/01_a".into(), edit: vec!["a.py".into()] };
        record.exercises.insert("a".into(), exercise);
        fs::create_dir(folder.path().join("exercises")).unwrap();
        fs::write(folder.path().join(RECORD), record.to_json()).unwrap();
        assert_eq!(Record::read(folder.path()).unwrap(), Some(record));
    }

    #[test]
    fn what_is_no_record_says_so() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("exercises")).unwrap();
        let said = |text: &str| {
            fs::write(folder.path().join(RECORD), text).unwrap();
            Record::read(folder.path()).unwrap_err().to_string()
        };
        assert!(said("{").contains("cannot be understood"));
        assert!(said("{\"form\": 2}").contains("newer prolings"));
    }

    #[test]
    fn line_ends_make_no_other_content() {
        assert_eq!(ContentHash::of(b"a\r\nb\r\n"), ContentHash::of(b"a\nb\n"));
        assert_ne!(ContentHash::of(b"a"), ContentHash::of(b"b"));
    }
}
