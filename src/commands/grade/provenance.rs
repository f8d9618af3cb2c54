//! Where a grade comes from, put together.

use std::collections::BTreeSet;
use std::path::Path;

use crate::model::course::Course;
use crate::model::grade::{Part, Provenance, TrustWanted};
use crate::python::Environments;
use crate::run::Runner;
use crate::submission::{Submission, commit_of};

/// What is known before anything runs.
pub(super) struct Facts<'a> {
    pub(super) course: &'a Course,
    /// The course's own root, wherever `course` was laid out.
    pub(super) root: &'a Path,
    /// The commit that the course comes from, when one was named.
    pub(super) commit: Option<String>,
    pub(super) submission: &'a Submission,
    pub(super) seed: u64,
    pub(super) trust: TrustWanted,
    pub(super) part: Option<Part>,
}

impl Facts<'_> {
    /// With the interpreter, the locks and the sandbox that are used, and the submission's name.
    pub(super) fn provenance(
        &self,
        environments: &Environments,
        runner: &dyn Runner,
        submission: &str,
    ) -> Provenance {
        let interpreter = environments.interpreter();
        let own = self.submission.root();
        Provenance {
            prolings: env!("CARGO_PKG_VERSION").to_owned(),
            course_commit: self.commit.clone().or_else(|| commit_of(self.root)),
            submission: submission.to_owned(),
            submission_commit: own.join(".git").exists().then(|| commit_of(own)).flatten(),
            python: format!("{} at {}", interpreter.version_text, interpreter.executable.display()),
            locks: locks(self.course),
            isolation: runner.isolation(),
            seed: self.seed,
            trust: self.trust,
            part: self.part.clone(),
            altered: if own == self.course.root { Vec::new() } else { self.submission.altered(self.course) },
        }
    }
}

/// blake3 of every group's lock, by name.
pub(super) fn locks(course: &Course) -> String {
    let mut hasher = blake3::Hasher::new();
    let used: BTreeSet<_> = course.exercises().flat_map(|exercise| &exercise.groups).collect();
    for (name, group) in course.groups.iter().filter(|(name, _)| used.contains(name)) {
        let lock = std::fs::read(&group.lock).unwrap_or_default();
        hasher.update(name.as_str().as_bytes());
        hasher.update(&(lock.len() as u64).to_le_bytes());
        hasher.update(&lock);
    }
    hasher.finalize().to_hex().to_string()
}
