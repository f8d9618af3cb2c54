//! The learner's files as they were at one moment: read once, so that everyone who asks in a run sees the same.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::Metadata;

use super::files::{FilesHash, MAX_FILE, Parts, read_regular};
use super::index::Identity;
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::names::{ExerciseName, RelPath};

/// The learner's files of an exercise.
///
/// Two of them are equal when nothing has happened to the files in between. Equal contents are not enough for that: a
/// learner may have saved something else, had it staged, and taken it back. So the file system's word on each file is
/// compared as well; it can only make files unequal, never equal.
#[derive(Debug, Clone, PartialEq)]
pub struct Sight {
    /// In the order of the exercise's `edit`; `None` for what is missing, no regular file, or too large.
    files: Vec<Option<(Identity, Stamp)>>,
    hash: Option<FilesHash>,
}

impl Sight {
    /// Reads the learner's files of an exercise.
    pub fn of(exercise: &Exercise) -> Self {
        let mut contents: Vec<(&RelPath, Vec<u8>)> = Vec::with_capacity(exercise.edit.len());
        let mut look = |path| {
            let (content, metadata) = read_regular(&RelPath::under(path, &exercise.folder), MAX_FILE)?;
            let seen = (Identity::of(&content), Stamp::of(&metadata));
            contents.push((path, content));
            Some(seen)
        };
        let files: Vec<_> = exercise.edit.iter().map(&mut look).collect();
        let hash = (contents.len() == files.len()).then(|| hash(contents));
        Self { files, hash }
    }

    /// The hash of the files, as [`super::hash_files`] gives it.
    pub fn hash(&self) -> Option<FilesHash> {
        self.hash
    }

    /// What each file of the exercise is, in the order of its `edit`.
    pub(super) fn identities(&self) -> impl Iterator<Item = Option<Identity>> {
        self.files.iter().map(|file| file.as_ref().map(|(identity, _)| *identity))
    }
}

/// The hash that stands for these files.
pub(super) fn hash(mut contents: Vec<(&RelPath, Vec<u8>)>) -> FilesHash {
    contents.sort_by_key(|(path, _)| *path);
    let mut parts = Parts::new();
    for (path, content) in contents {
        parts.add(path.as_str().as_bytes());
        parts.add(&content);
    }
    FilesHash(parts.finish())
}

/// The learner's files of a course.
#[derive(Debug, Clone, Default)]
pub struct Sights(HashMap<ExerciseName, Sight>);

impl Sights {
    /// Reads them all, one after the other. Who has more than one core collects them from [`Sight::of`].
    pub fn of(course: &Course) -> Self {
        course.exercises().map(|exercise| (exercise.name.clone(), Sight::of(exercise))).collect()
    }

    /// An exercise's files: as they were seen, or as they are now when they were not.
    pub fn get(&self, exercise: &Exercise) -> Cow<'_, Sight> {
        let seen = self.0.get(exercise.name.as_str());
        seen.map_or_else(|| Cow::Owned(Sight::of(exercise)), Cow::Borrowed)
    }

    /// Looks at an exercise again.
    pub fn refresh(&mut self, exercise: &Exercise) {
        self.0.insert(exercise.name.clone(), Sight::of(exercise));
    }
}

impl FromIterator<(ExerciseName, Sight)> for Sights {
    fn from_iter<T: IntoIterator<Item = (ExerciseName, Sight)>>(sights: T) -> Self {
        Self(sights.into_iter().collect())
    }
}

/// What changes when a file is written or replaced, whatever its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    #[cfg(unix)]
    inode: u64,
    /// The time of the last change of any kind, in seconds and nanoseconds: unlike the time of modification it cannot
    /// be set back.
    #[cfg(unix)]
    changed: (i64, i64),
    #[cfg(not(unix))]
    modified: Option<std::time::SystemTime>,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Self { inode: metadata.ino(), changed: (metadata.ctime(), metadata.ctime_nsec()) }
        }
        #[cfg(not(unix))]
        {
            Self { modified: metadata.modified().ok() }
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use std::fs;

    use super::*;
    use crate::progress::hash_files;
    use crate::progress::testing::exercise_at;

    #[test]
    fn a_sight_has_the_hash_that_progress_knows() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.py"), "one").unwrap();
        fs::write(folder.path().join("b.py"), "two").unwrap();
        let exercise = exercise_at("e", folder.path(), &["b.py", "a.py"]);
        assert_eq!(Sight::of(&exercise).hash(), hash_files(&exercise));
        fs::remove_file(folder.path().join("a.py")).unwrap();
        let sight = Sight::of(&exercise);
        assert_eq!(sight.hash(), None);
        assert_eq!(sight.identities().map(|file| file.is_some()).collect::<Vec<_>>(), [true, false]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_was_changed_and_changed_back_is_not_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.py");
        fs::write(&path, "one").unwrap();
        let exercise = exercise_at("e", folder.path(), &["a.py"]);
        let before = Sight::of(&exercise);
        assert_eq!(Sight::of(&exercise), before);
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        // The clock of the file system ticks every few milliseconds.
        std::thread::sleep(std::time::Duration::from_millis(20));
        for text in ["two", "one"] {
            fs::write(&path, text).unwrap();
        }
        fs::File::options().write(true).open(&path).unwrap().set_modified(modified).unwrap();
        let after = Sight::of(&exercise);
        assert_eq!(after.hash(), before.hash());
        assert_ne!(after, before);
    }
}
