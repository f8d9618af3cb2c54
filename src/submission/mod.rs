//! A submission: somebody's answers in a folder that nobody trusts.
//!
//! Owns what is taken of it and how: the learners' files alone, as regular files of bounded size that no symbolic link
//! leads to, each into a desk of its own beside the course's own files. It runs nothing and judges nothing; no
//! configuration, hook or filter of a submission's repository is used.
//!
//! ```text
//!  a commit of the course ──▶ Base ──▶ Course ─┐
//!                                              ├─▶ Desk (learners' files + the course's) ──▶ plan, run, judge
//!  a folder of answers ──▶ Submission ─────────┘
//! ```

mod altered;
mod base;
mod desk;
mod roster;
mod take;

use std::path::{Path, PathBuf};

pub use base::{Base, commit_of};
pub use desk::Desk;
pub use roster::{Entry, Roster};

use crate::error::{Place, UserError};
use crate::language::{Said, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;
use take::Taken;

/// A folder with somebody's answers.
#[derive(Debug, Clone)]
pub struct Submission {
    root: PathBuf,
}

impl Submission {
    /// The submission in `root`, which must hold `exercises/`.
    ///
    /// # Errors
    /// When it is no folder, or holds no exercises.
    pub fn open(root: &Path) -> Result<Self, UserError> {
        let error = |why: Said| {
            UserError::new(said!("submission-none"))
                .at(Place::path(root))
                .why(why)
                .help(said!("submission-none.help"))
        };
        if !root.is_dir() {
            return Err(error(said!("submission-none.no-folder")));
        }
        let exercises = root.join("exercises");
        match exercises.symlink_metadata() {
            Ok(meta) if meta.is_dir() => Ok(Self { root: root.to_path_buf() }),
            Ok(_) => Err(error(said!("submission-none.exercises-no-folder"))),
            Err(_) => Err(error(said!("submission-none.no-exercises"))),
        }
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a learner's file of the exercise is not as the course has it. Line ends do not count, since git may
    /// change them.
    pub fn changes(&self, exercise: &Exercise, course: &Course) -> bool {
        exercise.edit.iter().any(|file| match self.take(file, exercise, course) {
            Taken::File(theirs) => {
                let ours = std::fs::read(file.under(&exercise.folder)).unwrap_or_default();
                !altered::same_text(&theirs, &ours)
            }
            _ => true,
        })
    }

    /// Files of the course that the submission changed, added or removed beside the learners' files, as paths from its
    /// root. None of them is used.
    pub fn altered(&self, course: &Course) -> Vec<String> {
        altered::altered(&self.root, course)
    }

    /// blake3 of everything in it that decides the verdicts on these exercises, in hexadecimal.
    pub fn key(&self, exercises: &[&Exercise], course: &Course) -> String {
        let mut hasher = blake3::Hasher::new();
        for exercise in exercises {
            for file in &exercise.edit {
                let taken = self.take(file, exercise, course);
                let (kind, bytes): (u8, &[u8]) = match &taken {
                    Taken::File(bytes) => (0, bytes),
                    Taken::Missing => (1, &[]),
                    Taken::Link => (2, &[]),
                    Taken::Other => (3, &[]),
                };
                hasher.update(&[kind]);
                hasher.update(&(bytes.len() as u64).to_le_bytes());
                hasher.update(bytes);
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    fn take(&self, file: &RelPath, exercise: &Exercise, course: &Course) -> Taken {
        match exercise.folder.strip_prefix(&course.root) {
            Ok(folder) => take::take(&self.root, &folder.join(file.as_str())),
            Err(_) => Taken::Missing,
        }
    }
}
