//! `.prolings/proofs/`: which of an author's exercises were proved as they are, so that they need not be proved again.
//!
//! As with the result cache, a proof only ever saves time: it holds for the very content and circumstances under which
//! it was made, and a file that is damaged or gone costs the runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use walkdir::WalkDir;

use super::atomic::{self, Access, Durability, cannot};
use super::files::{Digest, Parts, read_bounded, read_regular};
use super::folder::Folder;
use crate::error::UserError;
use crate::model::exercise::Exercise;
use crate::model::limits::ByteSize;
use crate::model::split::SplitNote;

/// A part of every key: changes when a proof takes more than before.
const FORMAT: &str = "prolings proof 2";

/// The largest file of a course that is hashed; an exercise with a larger one is proved each time.
const MAX_FILE: ByteSize = ByteSize::mib(64);

/// A hash of everything that a proof rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProofKey(Digest);

impl ProofKey {
    /// Of an exercise with all files of its folder and of its solution's, under these circumstances.
    ///
    /// `None` when a file cannot be read: that is not for keeping.
    pub fn of(exercise: &Exercise, circumstances: &[&str]) -> Option<Self> {
        let mut parts = Parts::new();
        parts.add(FORMAT.as_bytes());
        for text in circumstances {
            parts.add(text.as_bytes());
        }
        parts.add(&serde_json::to_vec(&exercise.limits).ok()?);
        for folder in [&exercise.folder, &exercise.solution] {
            for entry in WalkDir::new(folder).sort_by_file_name() {
                let entry = entry.ok()?;
                if entry.file_type().is_dir() {
                    continue;
                }
                let (content, _) = read_regular(entry.path(), MAX_FILE)?;
                parts.add(entry.path().strip_prefix(folder).ok()?.to_string_lossy().as_bytes());
                parts.add(&content);
            }
        }
        Some(Self(parts.finish()))
    }
}

/// What is kept of a proof beside that it was made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    /// How long the solution took.
    pub time: Duration,
    /// How the solution fares with its tests apart from it, where that was tried.
    pub split: Option<SplitNote>,
}

/// The proofs of a course.
#[derive(Debug, Clone)]
pub struct Proofs {
    folder: Folder,
}

impl Proofs {
    /// The proofs of the course at `root`. Nothing is read or made yet.
    pub fn of(root: &Path) -> Self {
        Self { folder: Folder::of(root) }
    }

    /// What is known of the exercise's proof, if it was proved under this key.
    pub fn find(&self, exercise: &Exercise, key: &ProofKey) -> Option<Kept> {
        let content = self.read(exercise)?;
        let mut lines = content.lines();
        if lines.next() != Some(line(key).as_str()) {
            return None;
        }
        let time = Duration::try_from_secs_f64(lines.next()?.parse().ok()?).ok()?;
        let split = lines.next().map(serde_json::from_str).transpose().ok()?;
        Some(Kept { time, split })
    }

    /// How long the exercise's solution took when it was last proved, in seconds.
    pub fn seconds(&self, exercise: &Exercise) -> Option<f64> {
        let seconds: f64 = self.read(exercise)?.lines().nth(1)?.parse().ok()?;
        (seconds.is_finite() && seconds >= 0.0).then_some(seconds)
    }

    /// Keeps a proof, with what is to be known of it.
    ///
    /// # Errors
    /// When it cannot be written. That costs the runs, and needs no one's attention.
    pub fn keep(&self, exercise: &Exercise, key: &ProofKey, kept: &Kept) -> Result<(), UserError> {
        self.folder.make()?;
        let folder = self.path();
        fs::create_dir_all(&folder).map_err(|error| cannot(Access::Write, &folder, &error))?;
        let path = self.file(exercise);
        let mut content = format!("{}\n{:.3}\n", line(key), kept.time.as_secs_f64());
        // JSON is one line.
        if let Some(note) = kept.split.as_ref().and_then(|note| serde_json::to_string(note).ok()) {
            content.push_str(&note);
            content.push('\n');
        }
        atomic::put(&path, content.as_bytes(), Durability::Eventual)
            .map_err(|error| cannot(Access::Write, &path, &error))
    }

    /// Forgets everything; whether there was anything.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn clear(&self) -> Result<usize, UserError> {
        let folder = self.path();
        let count = fs::read_dir(&folder).map_or(0, Iterator::count);
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(cannot(Access::Write, &folder, &error))
            }
            _ => Ok(count),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("proofs")
    }

    fn read(&self, exercise: &Exercise) -> Option<String> {
        String::from_utf8(read_bounded(&self.file(exercise))?).ok()
    }

    /// Names of exercises are small letters, digits and `_`.
    fn file(&self, exercise: &Exercise) -> PathBuf {
        self.path().join(exercise.name.as_str())
    }
}

fn line(key: &ProofKey) -> String {
    format!("{FORMAT} {}", key.0)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "files of a test need not be replaced in one step")]
mod tests {
    use super::*;
    use crate::progress::testing::exercise_at;

    #[test]
    fn a_proof_holds_for_the_very_files_and_circumstances() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("e");
        fs::create_dir_all(folder.join("data")).unwrap();
        fs::write(folder.join("a.py"), "x").unwrap();
        let mut exercise = exercise_at("e", &folder, &["a.py"]);
        exercise.solution = root.path().join("s");
        fs::create_dir_all(&exercise.solution).unwrap();
        let key = |circumstances: &str| ProofKey::of(&exercise, &[circumstances]).unwrap();
        let proofs = Proofs::of(root.path());
        let first = key("3 times");
        assert_eq!(proofs.find(&exercise, &first), None);
        assert_eq!(proofs.seconds(&exercise), None);
        let split = SplitNote {
            exercise: "e".to_owned(),
            passes: false,
            allowed: false,
            why: Some("test_a: two\nlines".into()),
        };
        let kept = Kept { time: Duration::from_millis(250), split: Some(split) };
        proofs.keep(&exercise, &first, &kept).unwrap();
        assert_eq!(proofs.seconds(&exercise), Some(0.25));
        assert_eq!(proofs.find(&exercise, &key("3 times")), Some(kept));
        assert_eq!(proofs.find(&exercise, &key("4 times")), None);
        for file in [folder.join("data/in.csv"), exercise.solution.join("NOTES.md"), folder.join("a.py")] {
            fs::write(&file, "y").unwrap();
            let now = key("3 times");
            assert_eq!(proofs.find(&exercise, &now), None, "{}", file.display());
            proofs.keep(&exercise, &now, &Kept::default()).unwrap();
            assert_eq!(proofs.find(&exercise, &now), Some(Kept::default()));
        }
        assert_eq!(proofs.clear().unwrap(), 1);
        assert_eq!(proofs.find(&exercise, &key("3 times")), None);
        assert_eq!(proofs.clear().unwrap(), 0);
    }
}
