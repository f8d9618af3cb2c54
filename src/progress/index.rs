//! `.prolings/starters.json`: which starters are kept, what their bytes hash to, and the commit that they were last
//! compared with.
//!
//! Everything in it can be found again, so a damaged one costs a question to git and no starter.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::atomic::{Access, cannot};
use super::files::{Digest, read_bounded};
use super::folder::Folder;
use super::git::Commit;
use super::store::{Document, read_document};
use crate::error::UserError;
use crate::language::said;
use crate::model::course::Course;
use crate::model::names::RelPath;

/// Version of the file's form.
const VERSION: u64 = 1;

/// The file's name in `.prolings`.
const FILE: &str = "starters.json";

/// The starters that are kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Index {
    /// The commit that the starters were last compared with.
    #[serde(default)]
    pub(super) head: Option<Commit>,
    /// By the exercise's name.
    #[serde(default)]
    pub(super) exercises: BTreeMap<String, Entry>,
}

/// The starter of an exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The learner has started: what is in git may be the learner's own by now, and the starter no longer follows it.
    #[serde(default)]
    pub(super) frozen: bool,
    /// By the file's path in the exercise.
    #[serde(default)]
    pub(super) files: BTreeMap<String, Kept>,
}

/// A file of a starter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Kept {
    /// Its length in `.prolings/starters`.
    pub(super) size: u64,
    /// Its content.
    #[serde(flatten)]
    pub(super) identity: Identity,
    /// Git has it: line ends may be what git's settings make of them, and do not count.
    pub(super) git: bool,
    /// It is what [`Index::head`] holds.
    pub(super) at_head: bool,
}

/// What a content is, with and without regard to its line ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Identity {
    /// The hash of its bytes.
    pub(super) raw: Digest,
    /// The hash of its bytes with CR LF as LF.
    pub(super) plain: Digest,
}

impl Identity {
    /// Of some bytes.
    pub(super) fn of(content: &[u8]) -> Self {
        let raw = Digest::of(content);
        if !content.windows(2).any(|pair| pair == b"\r\n") {
            return Self { raw, plain: raw };
        }
        let mut plain = Vec::with_capacity(content.len());
        for (index, byte) in content.iter().enumerate() {
            if *byte != b'\r' || content.get(index + 1) != Some(&b'\n') {
                plain.push(*byte);
            }
        }
        Self { raw, plain: Digest::of(&plain) }
    }
}

impl Kept {
    /// A file that was shipped: git may be made to keep it later, so line ends do not count.
    pub(super) fn shipped(content: &[u8]) -> Self {
        Self { size: content.len() as u64, identity: Identity::of(content), git: true, at_head: false }
    }

    /// Whether a learner's file still is this file.
    pub(super) fn is(&self, seen: Identity) -> bool {
        if self.git { self.identity.plain == seen.plain } else { self.identity.raw == seen.raw }
    }
}

/// Where a file of a starter is kept.
pub(super) fn place(folder: &Folder, exercise: &str, path: &RelPath) -> PathBuf {
    path.under(&home(folder, exercise))
}

/// Where the starter of an exercise is kept.
pub(super) fn home(folder: &Folder, exercise: &str) -> PathBuf {
    folder.path().join("starters").join(exercise)
}

/// Where the index is.
pub(super) fn path(folder: &Folder) -> PathBuf {
    folder.path().join(FILE)
}

/// What is known of the starters.
#[derive(Debug, PartialEq)]
pub(super) struct Known {
    pub(super) index: Index,
    /// Whether something stands in the index's place that is none.
    pub(super) damaged: bool,
}

/// Reads the index. Without a good one, every starter that is on the disk counts as frozen: the learner may have
/// started, and [`super::survey`] thaws it when nothing speaks for that.
pub(super) fn read(folder: &Folder, course: &Course) -> Result<Known, UserError> {
    #[derive(Deserialize)]
    struct Head {
        version: u64,
    }
    let path = path(folder);
    let bytes = match read_document(&path).map_err(|error| cannot(Access::Read, &path, &error))? {
        Document::Bytes(bytes) => bytes,
        Document::Missing => return Ok(Known { index: adopt(folder, course), damaged: false }),
        Document::NoFile | Document::TooLarge => {
            return Ok(Known { index: adopt(folder, course), damaged: true });
        }
    };
    match serde_json::from_slice::<Head>(&bytes) {
        Ok(Head { version }) if version > VERSION => {
            let (version, known) = (version.to_string(), VERSION.to_string());
            return Err(UserError::new(said!("newer-starters"))
                .at(crate::error::Place::path(path))
                .why(said!("newer-progress.why", version = version, known = known))
                .help(said!("newer-starters.help")));
        }
        Ok(Head { version: VERSION }) => {
            if let Ok(index) = serde_json::from_slice(&bytes) {
                return Ok(Known { index, damaged: false });
            }
        }
        _ => {}
    }
    Ok(Known { index: adopt(folder, course), damaged: true })
}

/// The index's bytes.
pub(super) fn to_json(index: &Index) -> Vec<u8> {
    #[derive(Serialize)]
    struct Whole<'a> {
        version: u64,
        #[serde(flatten)]
        index: &'a Index,
    }
    let mut json =
        serde_json::to_vec_pretty(&Whole { version: VERSION, index }).expect("maps with text keys are JSON");
    json.push(b'\n');
    json
}

fn adopt(folder: &Folder, course: &Course) -> Index {
    let mut index = Index::default();
    if !folder.path().join("starters").is_dir() {
        return index;
    }
    for exercise in course.exercises() {
        let mut entry = Entry { frozen: true, files: BTreeMap::new() };
        for path in &exercise.edit {
            let Some(content) = read_bounded(&place(folder, exercise.name.as_str(), path)) else { continue };
            let kept = Kept {
                size: content.len() as u64,
                identity: Identity::of(&content),
                git: true,
                at_head: false,
            };
            entry.files.insert(path.as_str().to_owned(), kept);
        }
        if !entry.files.is_empty() {
            index.exercises.insert(exercise.name.as_str().to_owned(), entry);
        }
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_line_ends_are_overlooked() {
        let plain = |content: &[u8]| Identity::of(content).plain;
        assert_eq!(plain(b"a\r\nb\r\n"), plain(b"a\nb\n"));
        assert_ne!(Identity::of(b"a\r\nb\r\n").raw, Identity::of(b"a\nb\n").raw);
        assert_ne!(plain(b"a\rb\n"), plain(b"ab\n"));
        assert_ne!(plain(b"a\r\r\n"), plain(b"a\n"));
        assert_ne!(plain(b"a\r"), plain(b"a"));
    }
}
