//! The course as it is shipped: inside the binary, or in a folder that somebody hands out; and how it reaches a learner.
//!
//! Owns what is shipped of a course, the plan of an update ([`plan()`]) and carrying it out so that nothing is ever half
//! done ([`journal`]). It must not judge, and it decides nothing about a learner's progress.

mod collect;
pub mod journal;
mod pack;
pub mod plan;
mod unpack;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::{Place, UserError};
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::leftovers::is_leftover;
use crate::model::names::RelPath;
use crate::progress::{ContentHash, Record, ShippedExercise};

/// The course that this prolings carries, as `build.rs` packed it.
static CARRIED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/course.pack"));

/// A course as a set of files.
#[derive(Debug)]
pub struct Shipment {
    /// By their path from the course's root.
    files: BTreeMap<Cow<'static, str>, Cow<'static, [u8]>>,
    /// The folder that it was taken from; `None` for the course that prolings carries.
    from: Option<PathBuf>,
}

impl Shipment {
    /// The course that this prolings carries.
    pub fn carried() -> Self {
        let files = unpack::unpack(CARRIED).expect("build.rs packed it");
        let files = files.into_iter().map(|(path, content)| (path.into(), content.into())).collect();
        Self { files, from: None }
    }

    /// The course in a folder that holds `exercises/`.
    ///
    /// # Errors
    /// When there is none, or something in it cannot be shipped.
    pub fn of_folder(folder: &Path) -> Result<Self, UserError> {
        if !folder.join("exercises/course.yaml").is_file() {
            return Err(UserError::new(said!("no-course-to-take"))
                .at(Place::path(folder))
                .why(said!("no-course-to-take.why"))
                .help(said!("no-course-to-take.help")));
        }
        let files = collect::collect(folder, is_leftover).map_err(|unfit| {
            use collect::Why;
            let why: Text = match unfit.why {
                Why::Name => said!("is-named-strangely").into(),
                Why::Irregular => said!("is-irregular").into(),
                Why::Unreadable(error) => error.to_string().into(),
            };
            UserError::new(said!("course-cannot-be-taken"))
                .at(Place::path(unfit.path))
                .why(why)
                .help(said!("course-cannot-be-taken.help"))
        })?;
        let files = files.into_iter().map(|(path, content)| (path.into(), content.into())).collect();
        Ok(Self { files, from: Some(folder.to_path_buf()) })
    }

    /// The folder that it was taken from; `None` for the course that prolings carries.
    pub fn from(&self) -> Option<&Path> {
        self.from.as_deref()
    }

    /// The files of the course without its solutions, by their path below `exercises/`.
    pub fn exercises(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.below("exercises/")
    }

    /// The content of a learner's file as it is shipped.
    pub fn starter(&self, exercise: &Exercise, path: &RelPath) -> Option<&[u8]> {
        self.of_exercise("exercises/", exercise, path.as_str())
    }

    /// The content of a file of an exercise's solution.
    pub fn solution(&self, exercise: &Exercise, path: &str) -> Option<&[u8]> {
        self.of_exercise("solutions/", exercise, path)
    }

    /// What is shipped, for the course that these files are.
    pub fn record(&self, course: &Course) -> Record {
        let mut record = Record::new(&course.title, course.version, self.from.clone());
        let exercises = course.exercises_folder();
        for exercise in course.exercises() {
            let folder = exercise.folder.strip_prefix(&exercises).unwrap_or(&exercise.folder);
            let parts: Vec<_> = folder.iter().map(|part| part.to_string_lossy()).collect();
            let edit = exercise.edit.iter().map(|path| path.as_str().to_owned()).collect();
            let shipped = ShippedExercise { folder: parts.join("/"), edit };
            record.exercises.insert(exercise.name.as_str().to_owned(), shipped);
        }
        let files = self.exercises().map(|(path, content)| (path.to_owned(), ContentHash::of(content)));
        record.files = files.collect();
        record
    }

    fn below<'a>(&'a self, top: &'static str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, content)| Some((path.strip_prefix(top)?, content.as_ref())))
    }

    /// Topics and numbers may differ between versions of a course; the exercise's name does not.
    fn of_exercise(&self, top: &'static str, exercise: &Exercise, file: &str) -> Option<&[u8]> {
        let names = || std::iter::once(&exercise.name).chain(&exercise.aliases);
        let found = self.below(top).find(|(path, _)| {
            let mut parts = path.splitn(3, '/').skip(1);
            let folder = parts.next().and_then(|folder| folder.split_once('_')).map(|(_, name)| name);
            parts.next() == Some(file) && names().any(|name| folder == Some(name.as_str()))
        });
        found.map(|(_, content)| content)
    }
}
