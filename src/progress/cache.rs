//! The result cache, `.prolings/cache/`: what an exercise's checks came to, for the files and circumstances in which
//! they ran.
//!
//! A cache only ever saves time. Whatever stands in it, a verdict comes out of it only for the very key under which it
//! went in, and a file that is damaged, foreign or gone costs a run. So nothing here is locked or synced: a file is
//! replaced in one step, and of two processes that write the same one the later wins.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{self, Access, Durability, cannot};
use super::files::{Digest, Parts, read_bounded};
use super::folder::Folder;
use super::inputs::Inputs;
use super::sayings::Kept;
use crate::error::UserError;
use crate::model::course::Course;
use crate::model::event::{CheckResult, ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::limits::ByteSize;
use crate::model::names::ExerciseName;
use crate::model::verdict::{Mismatch, Verdict};

/// The first line of a file, and a part of every key: changes when the form of the results does.
const FORMAT: &str = "prolings results 2";

/// Results that are kept of an exercise: enough to go back and forth between a few attempts.
const KEPT: usize = 4;

/// The largest file; one that a result would make larger loses its oldest results.
const MAX_FILE: ByteSize = super::files::MAX_FILE;

/// What can change a verdict beside an exercise and its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conditions<'a> {
    /// prolings itself: its version, and which build of it.
    pub prolings: &'a str,
    /// The environment: interpreter and locks.
    pub environment: &'a str,
    /// How jobs are run: isolation and everything else that can be set.
    pub settings: &'a str,
    /// The programs that the exercise needs, as this machine has them.
    pub needs: &'a str,
}

/// A hash of everything that decides a verdict: equal keys, equal verdicts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(Digest);

impl Key {
    /// Of an exercise with these files, judged under these conditions.
    ///
    /// The exercise counts as it was loaded: by its manifest's bytes, the expected output (which may come from a file)
    /// and the limits (which may come from the course).
    ///
    /// `None` when the files cannot all be read: what comes of that is not for keeping.
    pub fn of(exercise: &Exercise, inputs: &Inputs, conditions: &Conditions<'_>) -> Option<Self> {
        let (learner, protected) = (inputs.learner().hash()?, inputs.protected()?);
        let Conditions { prolings, environment, settings, needs } = conditions;
        let mut parts = Parts::new();
        for text in [FORMAT, prolings, environment, settings, needs, exercise.name.as_str()] {
            parts.add(text.as_bytes());
        }
        parts.add(&exercise.manifest.0);
        for stdout in exercise.checks.iter().filter_map(|check| check.expected_output()) {
            parts.add(stdout);
        }
        parts.add(&serde_json::to_vec(&exercise.limits).expect("numbers and names are JSON"));
        parts.add(learner.0.bytes());
        parts.add(protected.bytes());
        Some(Self(parts.finish()))
    }
}

/// The results of a course's exercises.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: Folder,
}

/// What [`Cache::clear`] has removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freed {
    /// Files.
    pub files: usize,
    /// Their bytes.
    pub bytes: ByteSize,
}

impl Cache {
    /// The cache of the course at `root`. Nothing is read or made yet.
    pub fn of(root: &Path) -> Self {
        Self { folder: Folder::of(root) }
    }

    /// What the exercise's checks came to under this key, when that is known.
    pub fn recall(&self, exercise: &ExerciseName, key: &Key) -> Option<Vec<CheckResult>> {
        let content = read_bounded(&self.file(exercise))?;
        // Only the one that is wanted is worth a sum.
        let record = lines(&content).find(|record| record.key == *key).filter(Record::is_sound)?;
        let checks = serde_json::from_slice::<Kept>(record.json).ok()?.checks();
        is_kept(&checks).then_some(checks)
    }

    /// Keeps a result, if it is one that is kept: a pass or a failure that would come out the same again. Any other
    /// takes away what was known under its key, which it has called into question.
    ///
    /// # Errors
    /// When it cannot be written. That costs a run, and needs no one's attention.
    pub fn keep(&self, result: &ExerciseResult, key: &Key) -> Result<(), UserError> {
        if result.status == Status::Cancelled {
            return Ok(());
        }
        let path = self.file(&result.exercise);
        let old = read_bounded(&path).unwrap_or_default();
        let json = serde_json::to_vec(&Kept::new(&result.checks)).ok().filter(|_| is_kept(&result.checks));
        let newest = json.as_ref().map(|json| Record::new(*key, json));
        let content = with(newest, key, &old);
        // An empty file says no more than none.
        let is_needless = json.is_none() && !records(&old).any(|record| record.key == *key);
        if content == old || is_needless || content.len() as u64 > MAX_FILE.0 {
            return Ok(());
        }
        self.folder.make()?;
        let folder = self.path();
        fs::create_dir_all(&folder).map_err(|error| cannot(Access::Write, &folder, &error))?;
        atomic::put(&path, &content, Durability::Eventual)
            .map_err(|error| cannot(Access::Write, &path, &error))
    }

    /// Removes what belongs to no exercise of the course: results of those that have left it, and what a process that
    /// was killed left behind. A result that another process is just writing may be lost by it: that costs a run.
    pub fn tidy(&self, course: &Course) {
        let names: BTreeSet<&str> = course.exercises().map(|exercise| exercise.name.as_str()).collect();
        let Ok(entries) = fs::read_dir(self.path()) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            if !name.to_str().is_some_and(|name| names.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Removes every result.
    ///
    /// # Errors
    /// When something cannot be removed.
    pub fn clear(&self) -> Result<Freed, UserError> {
        let folder = self.path();
        let mut freed = Freed { files: 0, bytes: ByteSize(0) };
        match fs::symlink_metadata(&folder) {
            Err(_) => return Ok(freed),
            Ok(found) if found.is_dir() => {}
            Ok(_) => {
                fs::remove_file(&folder).map_err(|error| cannot(Access::Write, &folder, &error))?;
                return Ok(freed);
            }
        }
        for entry in walkdir::WalkDir::new(&folder).into_iter().flatten() {
            let metadata = entry.metadata().ok().filter(|metadata| !metadata.is_dir());
            freed.files += usize::from(metadata.is_some());
            freed.bytes.0 += metadata.map_or(0, |metadata| metadata.len());
        }
        fs::remove_dir_all(&folder).map_err(|error| cannot(Access::Write, &folder, &error))?;
        Ok(freed)
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    /// Names of exercises are small letters, digits and `_`.
    fn file(&self, exercise: &ExerciseName) -> PathBuf {
        self.path().join(exercise.as_str())
    }
}

/// Whether checks came to something that would come out the same again: nothing that was not judged, and nothing that a
/// busy machine may have decided (a time limit that was hit, a process that was killed).
fn is_kept(checks: &[CheckResult]) -> bool {
    let is_lasting = |check: &CheckResult| match &check.verdict {
        Verdict::Passed { .. } => true,
        Verdict::Failed(failure) => !failure.mismatches.iter().any(|mismatch| {
            matches!(
                mismatch,
                Mismatch::TimedOut { .. } | Mismatch::Signaled { .. } | Mismatch::Refused { .. }
            )
        }),
        Verdict::Fault(_) | Verdict::Skipped { .. } => false,
    };
    !checks.is_empty() && checks.iter().all(is_lasting)
}

/// One line of a file: `<key> <sum> <json>`.
struct Record<'a> {
    key: Key,
    sum: Digest,
    json: &'a [u8],
}

impl<'a> Record<'a> {
    fn new(key: Key, json: &'a [u8]) -> Self {
        Self { key, sum: sum(&key, json), json }
    }

    /// Whether it is as it was written.
    fn is_sound(&self) -> bool {
        self.sum == sum(&self.key, self.json)
    }
}

/// Of key and results together: neither can be damaged without being noticed.
fn sum(key: &Key, json: &[u8]) -> Digest {
    let mut parts = Parts::new();
    parts.add(key.0.bytes());
    parts.add(json);
    parts.finish()
}

/// The sound records in some bytes, the newest first.
fn records(content: &[u8]) -> impl Iterator<Item = Record<'_>> {
    lines(content).filter(Record::is_sound)
}

/// What looks like a record, the newest first.
fn lines(content: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut lines = content.split(|byte| *byte == b'\n');
    let known = lines.next() == Some(FORMAT.as_bytes());
    lines.filter(move |_| known).filter_map(|line| {
        let mut words = line.splitn(3, |byte| *byte == b' ');
        let mut digest = || Digest::from_hex(words.next()?);
        let (key, sum) = (Key(digest()?), digest()?);
        Some(Record { key, sum, json: words.next()? })
    })
}

/// The file with this record for a key, in front, and without those that it leaves no room for.
fn with(newest: Option<Record<'_>>, key: &Key, old: &[u8]) -> Vec<u8> {
    let mut content = format!("{FORMAT}\n").into_bytes();
    let others = records(old).filter(|record| record.key != *key);
    for (index, record) in newest.into_iter().chain(others).take(KEPT).enumerate() {
        let mut line = format!("{} {} ", record.key.0, record.sum).into_bytes();
        line.extend_from_slice(record.json);
        line.push(b'\n');
        if index > 0 && (content.len() + line.len()) as u64 > MAX_FILE.0 {
            break;
        }
        content.append(&mut line);
    }
    content
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod tests;
