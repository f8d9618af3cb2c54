//! Discovery: a course on disk → [`Course`], or everything that is wrong with it.
//!
//! Owns the format of `course.yaml` and `exercise.yaml` and the layout of `exercises/`. A course that is returned is
//! valid: files exist, names resolve, limits are sound. It must not run anything, and it never follows a symbolic
//! link below `exercises/`. Every error of every manifest is collected before any is returned.
//!
//! | module | concept |
//! |---|---|
//! | `manifest` | YAML text → nodes that know their lines; the only user of serde_yaml |
//! | `syntax` | what is no YAML, and what mends it |
//! | `shape`, `schema` | which keys a mapping has and what they take, for the reader and for editors |
//! | `source`, `fields` | reading values and mappings by type, noting every mistake |
//! | `walk`, `folder` | topics and exercises on disk; the files of one exercise |
//! | `course_file`, `exercise_file` | the two manifests, with `checks`, `output`, `cases`, `values`, `pattern`, `mistakes`, `starter`, `limits`, `range`, `stdlib` for their parts |
//! | `curriculum` | what the course is to teach |
//! | `validate` | what holds between exercises |

mod cases;
mod checks;
mod course_file;
mod curriculum;
mod equivalent;
mod exercise_file;
mod fields;
mod folder;
mod hints;
mod limits;
pub mod locks;
mod manifest;
mod mistakes;
mod mutants;
mod output;
mod pattern;
mod range;
pub mod schema;
mod shape;
mod source;
mod starter;
mod stdlib;
mod syntax;
mod validate;
mod values;
mod walk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::{Errors, Place, UserError};
use crate::language::said;
use crate::model::course::{Course, Topic};
use crate::model::names::TopicName;
use crate::parallel;
use course_file::CourseFile;
use exercise_file::Draft;
use walk::{ExerciseFolder, TopicFolder};

pub use stdlib::shadowed;
pub use walk::is_slug;

/// Loads the course whose root folder holds `exercises/` and perhaps `solutions/`.
///
/// # Errors
/// Everything that is wrong with the course, in all of its files. Paths below the root are relative to it.
pub fn load(root: &Path) -> Result<Course, Errors> {
    load_with(root, Locks::Wanted)
}

/// Loads a course that somebody learns with: what they put beside topics and exercises is no part of the course and stops
/// nothing (it comes back as errors to tell of), and neither does a file of theirs that they deleted.
///
/// # Errors
/// As [`load`], but for stray files and folders and for the learner's files.
pub fn load_of_learner(root: &Path) -> Result<(Course, Vec<UserError>), Errors> {
    let mut strays = Vec::new();
    let course = load_noting(root, Locks::Wanted, Reader::Learner, &mut strays)?;
    Ok((course, strays.into_iter().map(|stray| stray.relative_to(root)).collect()))
}

/// Loads a course whose locked test ids may be missing or out of date: they are about to be written.
///
/// # Errors
/// As [`load`], but for locked test ids.
pub fn load_to_lock(root: &Path) -> Result<Course, Errors> {
    load_with(root, Locks::Ignored)
}

/// Whether manifests must hold locked test ids.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Locks {
    #[default]
    Wanted,
    Ignored,
}

fn load_with(root: &Path, locks: Locks) -> Result<Course, Errors> {
    load_noting(root, locks, Reader::Author, &mut Vec::new())
}

/// For whom a course is loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Reader {
    /// Whoever makes or hands out the course: all of it must be in order.
    #[default]
    Author,
    /// Whoever works with it.
    Learner,
}

/// For a learner, stray files and folders go to `strays`; otherwise they are errors like any other.
fn load_noting(
    root: &Path,
    locks: Locks,
    reader: Reader,
    strays: &mut Vec<UserError>,
) -> Result<Course, Errors> {
    let mut errors = Vec::new();
    let course = read(root, locks, reader, &mut errors, strays);
    let errors = errors.into_iter().map(|error: UserError| error.relative_to(root)).collect();
    Errors::check(errors)?;
    // A course without errors was built; the error stands in for a broken promise, so that nothing panics.
    course.ok_or_else(|| UserError::new(said!("course-not-read")).at(Place::path(root)).into())
}

/// The root of the course that `start` lies in: the nearest folder upwards that holds `exercises/course.yaml`.
///
/// # Errors
/// When there is none.
pub fn find_root(start: &Path) -> Result<PathBuf, UserError> {
    let start = std::path::absolute(start).unwrap_or_else(|_| start.to_path_buf());
    if let Some(root) = start.ancestors().find(|folder| folder.join("exercises/course.yaml").is_file()) {
        return Ok(root.to_path_buf());
    }
    let error = UserError::new(said!("no-course-here")).at(Place::path(&start));
    let half = start.ancestors().map(|folder| folder.join("exercises")).find(|folder| folder.is_dir());
    Err(match half {
        Some(folder) => error
            .why(said!("half-a-course", folder = folder.display().to_string()))
            .help(said!("half-a-course.help")),
        None => error.why(said!("no-course-here.why")).help(said!("no-course-here.help")),
    })
}

fn read(
    root: &Path,
    locks: Locks,
    reader: Reader,
    errors: &mut Vec<UserError>,
    strays: &mut Vec<UserError>,
) -> Option<Course> {
    let exercises = root.join("exercises");
    if !exercises.join("course.yaml").is_file() {
        errors.push(
            UserError::new(said!("no-course-here"))
                .at(Place::path(exercises.join("course.yaml")))
                .why(said!("no-course-file"))
                .help(said!("no-course-file.help")),
        );
        return None;
    }
    let mut course = course_file::read(&exercises, errors).map_err(|error| errors.push(error)).ok()?;
    (course.locks, course.reader) = (locks, reader);
    course.curriculum = curriculum::read(&exercises, errors);
    let mut misplaced = Vec::new();
    let topics = walk::topics(&exercises, &course, &mut misplaced, strays);
    errors.extend(course.source.iter().flat_map(source::Source::take_errors));
    errors.append(&mut misplaced);
    if reader == Reader::Author {
        errors.append(strays);
    }
    let drafts = read_exercises(root, &course, &topics, errors);
    Some(build(root, course, topics, drafts))
}

/// Every exercise, with its own errors and those between exercises.
fn read_exercises(
    root: &Path,
    course: &CourseFile,
    topics: &[TopicFolder],
    errors: &mut Vec<UserError>,
) -> Vec<Draft> {
    let folders: Vec<_> = topics.iter().flat_map(|topic| &topic.exercises).collect();
    validate::unique_names(&folders, errors);
    let read = |found: &&ExerciseFolder| {
        let mut errors = Vec::new();
        (exercise_file::read(found, root, course, &mut errors), errors)
    };
    let mut drafts = Vec::with_capacity(folders.len());
    for (draft, mut own) in parallel::map(&folders, read) {
        drafts.extend(draft);
        errors.append(&mut own);
    }
    validate::unique_aliases(&drafts, &folders);
    validate::resolve_after(&mut drafts, &folders);
    errors.extend(drafts.iter().flat_map(|draft| draft.source.take_errors()));
    drafts
}

fn build(root: &Path, course: CourseFile, topics: Vec<TopicFolder>, drafts: Vec<Draft>) -> Course {
    let mut exercises: BTreeMap<TopicName, Vec<_>> = BTreeMap::new();
    for draft in drafts {
        exercises.entry(draft.exercise.topic.clone()).or_default().push(draft.exercise);
    }
    let topics = topics.into_iter().map(|topic| Topic {
        exercises: exercises.remove(&topic.name).unwrap_or_default(),
        name: topic.name,
        folder: topic.folder,
    });
    Course {
        root: root.to_path_buf(),
        title: course.title,
        version: course.version,
        python: course.python,
        topics: topics.collect(),
        groups: course.groups.unwrap_or_default(),
        limits: course.limits,
        curriculum: course.curriculum,
        welcome: course.welcome,
        final_text: course.final_text,
        auto_advance: course.auto_advance,
    }
}
