//! The files that a verdict on an exercise rests on: the learner's, and the course's own beside them.

use super::files::{Digest, Parts, read_regular};
use super::sight::{Sight, Stamp};
use crate::model::exercise::Exercise;
use crate::model::limits::ByteSize;

/// The largest file of a course that is hashed; an exercise with a larger one is judged anew each time.
const MAX_PROTECTED: ByteSize = ByteSize::mib(64);

/// All files of an exercise, read once. Equal as [`Sight`]s are: only when nothing has happened to any of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    learner: Sight,
    /// The hash of the course's files and what the file system says of each; `None` when one of them cannot be read.
    protected: Option<(Digest, Vec<Stamp>)>,
}

impl Inputs {
    /// The learner's files as they were seen, and the course's as they are now.
    pub fn of(exercise: &Exercise, learner: Sight) -> Self {
        Self { learner, protected: protected(exercise) }
    }

    /// All files as they are now.
    pub fn read(exercise: &Exercise) -> Self {
        Self::of(exercise, Sight::of(exercise))
    }

    /// The learner's files.
    pub fn learner(&self) -> &Sight {
        &self.learner
    }

    /// The hash of the course's files.
    pub(super) fn protected(&self) -> Option<Digest> {
        self.protected.as_ref().map(|(digest, _)| *digest)
    }
}

fn protected(exercise: &Exercise) -> Option<(Digest, Vec<Stamp>)> {
    let mut stamps = Vec::new();
    let mut parts = Parts::new();
    for path in exercise.course_files() {
        let (content, metadata) = read_regular(&path.under(&exercise.folder), MAX_PROTECTED)?;
        parts.add(path.as_str().as_bytes());
        parts.add(&content);
        stamps.push(Stamp::of(&metadata));
    }
    Some((parts.finish(), stamps))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use std::fs;

    use super::*;
    use crate::model::names::RelPath;
    use crate::progress::testing::exercise_at;

    #[test]
    fn a_protected_file_counts_and_a_missing_one_leaves_no_hash() {
        let folder = tempfile::tempdir().unwrap();
        let mut exercise = exercise_at("e", folder.path(), &[]);
        let digest = |exercise: &Exercise| Inputs::read(exercise).protected();
        let without = digest(&exercise);
        exercise.protected = vec![RelPath::new("data.txt").unwrap()];
        assert_eq!(digest(&exercise), None);
        fs::write(folder.path().join("data.txt"), "x").unwrap();
        let with = digest(&exercise);
        assert!(with.is_some() && with != without);
        fs::write(folder.path().join("data.txt"), "y").unwrap();
        assert_ne!(digest(&exercise), with);
    }
}
