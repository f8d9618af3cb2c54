//! Where a submission is judged: a copy of the exercises that holds the learner's files and, beside them, the course's.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::Submission;
use super::take::Taken;
use crate::error::UserError;
use crate::language::said;
use crate::model::check::CheckKind;
use crate::model::course::{Course, Topic};
use crate::model::exercise::Exercise;
use crate::model::grade::Sentinels;
use crate::model::names::{RelPath, TestId};

/// A submission's exercises, ready to be judged. Dropping it removes them.
#[derive(Debug)]
pub struct Desk {
    folder: TempDir,
    course: Course,
}

impl Desk {
    /// Copies what is to be judged: of each exercise the learner's files from the submission and the protected ones from
    /// the course. `sentinels` says what is added to a test file, given its text.
    ///
    /// # Errors
    /// When files cannot be written, or the course's own cannot be read.
    pub fn lay(
        submission: &Submission,
        course: &Course,
        exercises: &[&Exercise],
        sentinels: &mut dyn FnMut(&str) -> Option<Sentinels>,
    ) -> Result<Self, UserError> {
        let broken = |error: io::Error| UserError::new(said!("submission-not-copied")).why(error.to_string());
        let folder = tempfile::Builder::new().prefix("prolings-desk-").tempdir().map_err(broken)?;
        let root = folder.path();
        let mut topics: Vec<Topic> = Vec::new();
        for exercise in exercises {
            let laid = lay(submission, course, exercise, root, sentinels).map_err(broken)?;
            match topics.last_mut().filter(|topic| topic.name == laid.topic) {
                Some(topic) => topic.exercises.push(laid),
                None => topics.push(Topic {
                    name: laid.topic.clone(),
                    folder: moved(&laid.folder, course, root),
                    exercises: vec![laid],
                }),
            }
        }
        let course = Course { root: root.to_path_buf(), topics, ..course.clone() };
        Ok(Self { folder, course })
    }

    /// The course with the learner's files in place.
    pub fn course(&self) -> &Course {
        &self.course
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }
}

fn moved(path: &Path, course: &Course, root: &Path) -> PathBuf {
    path.strip_prefix(&course.root).map_or_else(|_| path.to_path_buf(), |short| root.join(short))
}

fn lay(
    submission: &Submission,
    course: &Course,
    exercise: &Exercise,
    root: &Path,
    sentinels: &mut dyn FnMut(&str) -> Option<Sentinels>,
) -> io::Result<Exercise> {
    let folder = moved(&exercise.folder, course, root);
    fs::create_dir_all(&folder)?;
    for file in &exercise.edit {
        put(&file.under(&folder), &submission.take(file, exercise, course))?;
    }
    for file in &exercise.protected {
        copy(file, &exercise.folder, &folder)?;
    }
    for path in versions(exercise) {
        copy(path, &exercise.folder, &folder)?;
    }
    let mut laid = Exercise { folder: folder.clone(), ..exercise.clone() };
    for check in &mut laid.checks {
        let CheckKind::Pytest(pytest) = &mut check.kind else { continue };
        let own = exercise.edit.contains(&pytest.file);
        if let Some(added) = (!own).then(|| add(&pytest.file, &folder, sentinels)).transpose()?.flatten() {
            pytest.sentinels = added;
        }
    }
    Ok(laid)
}

/// The versions of the code that the learner's tests are tried on.
fn versions(exercise: &Exercise) -> impl Iterator<Item = &RelPath> {
    let mutants = exercise.checks.iter().filter_map(|check| match &check.kind {
        CheckKind::Mutants(mutants) => Some(mutants),
        _ => None,
    });
    mutants.flat_map(|check| &check.versions).flat_map(|version| &version.files).map(|file| &file.source)
}

/// Copies a file of the course's, without its permissions: a test file is added to.
fn copy(file: &RelPath, from: &Path, to: &Path) -> io::Result<()> {
    let target = file.under(to);
    make_parent(&target)?;
    File::create_new(target)?.write_all(&fs::read(file.under(from))?)
}

/// Puts the same kind of thing there, so that a job refuses it in the same words.
fn put(target: &Path, taken: &Taken) -> io::Result<()> {
    make_parent(target)?;
    match taken {
        Taken::File(bytes) => File::create_new(target)?.write_all(bytes),
        Taken::Missing => Ok(()),
        Taken::Other => fs::create_dir(target),
        Taken::Link => link(target),
    }
}

/// A symbolic link to nowhere.
#[cfg(unix)]
fn link(target: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink("nowhere", target)
}

/// Where links are a privilege, something else that is no regular file.
#[cfg(not(unix))]
fn link(target: &Path) -> io::Result<()> {
    fs::create_dir(target)
}

fn make_parent(target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), fs::create_dir_all)
}

fn add(
    file: &RelPath,
    folder: &Path,
    sentinels: &mut dyn FnMut(&str) -> Option<Sentinels>,
) -> io::Result<Option<Vec<TestId>>> {
    let path = file.under(folder);
    let text = fs::read_to_string(&path)?;
    let Some(found) = sentinels(&text) else { return Ok(None) };
    OpenOptions::new().append(true).open(&path)?.write_all(found.source.as_bytes())?;
    Ok(Some(found.tests))
}
