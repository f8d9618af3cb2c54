//! Where a learner's course comes from: the one that prolings carries, or a folder that somebody handed out.

use std::path::Path;

use tempfile::TempDir;

use super::Context;
use super::workplace::Workplace;
use crate::discover;
use crate::error::{Place, UserError};
use crate::language::said;
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::progress::{ContentHash, Record, Starters};
use crate::shipment::Shipment;

/// A course that is shipped, loaded and thus known to be sound.
pub(super) struct Supply {
    pub(super) shipment: Shipment,
    pub(super) course: Course,
    /// Where a carried course was written to, to be loaded.
    _folder: Option<TempDir>,
}

impl Supply {
    /// The course that prolings carries.
    pub(super) fn carried() -> anyhow::Result<Self> {
        let shipment = Shipment::carried();
        let folder = tempfile::tempdir()
            .map_err(|error| UserError::new(said!("no-temporary-folder", error = error.to_string())))?;
        write(&shipment, folder.path())?;
        let course = discover::load(folder.path())?;
        Ok(Self { shipment, course, _folder: Some(folder) })
    }

    /// The course in a folder, relative to the current one.
    pub(super) fn of_folder(named: &Path, context: &Context) -> anyhow::Result<Self> {
        let folder = context.settings.cwd.join(named);
        let folder = folder.canonicalize().map_err(|error| {
            UserError::new(said!("no-folder", folder = named.display().to_string()))
                .at(Place::path(named))
                .why(error.to_string())
                .help(said!("from-takes-a-course"))
        })?;
        let shipment = Shipment::of_folder(&folder)?;
        let course = discover::load(&folder).map_err(|errors| {
            errors.map(|mut error| {
                if let Some(place) = &mut error.place {
                    place.path = folder.join(&place.path);
                }
                error.relative_to(&context.settings.cwd)
            })
        })?;
        Ok(Self { shipment, course, _folder: None })
    }

    /// The course of that folder, or the one that prolings carries.
    pub(super) fn of(from: Option<&Path>, context: &Context) -> anyhow::Result<Self> {
        from.map_or_else(Self::carried, |folder| Self::of_folder(folder, context))
    }
}

/// Writes what a learner gets of a course into a fresh folder.
pub(super) fn write(shipment: &Shipment, folder: &Path) -> anyhow::Result<()> {
    for (path, content) in shipment.exercises() {
        let path = folder.join("exercises").join(path);
        put(&path, content).map_err(|error| {
            let (path, error) = (path.display().to_string(), error.to_string());
            UserError::new(said!("cannot-write-path", path = path, error = error))
        })?;
    }
    Ok(())
}

/// Writes a file that is not there yet, with the folders on its way.
pub(super) fn put(path: &Path, content: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::File::create_new(path)?.write_all(content)
}

/// Where the course in a learner's folder came from; `None` where that is not recorded, or not there any more.
pub(super) fn origin(root: &Path) -> Option<(Record, Shipment)> {
    let record = Record::read(root).ok()??;
    let shipment = match &record.from {
        None => Shipment::carried(),
        Some(folder) => Shipment::of_folder(folder).ok()?,
    };
    Some((record, shipment))
}

/// Finds starters that are not kept in the course's folder (any more) where the course came from, as long as they are the
/// same there.
pub(super) fn find_starters(course: &Course, starters: &mut Starters) {
    let unknown = starters.unknown_files(course);
    if unknown.is_empty() {
        return;
    }
    let Some((record, shipment)) = origin(&course.root) else { return };
    for (exercise, path) in unknown {
        let Some(content) = shipment.starter(exercise, path) else { continue };
        if record.starter(exercise, path) == Some(ContentHash::of(content)) {
            starters.supply(exercise, path, content.to_vec());
        }
    }
}

/// Why a solution is so.
const NOTES: &str = "NOTES.md";

/// A solution, for showing.
pub(super) struct Answer {
    /// Each file with its text.
    pub(super) files: Vec<(String, String)>,
    /// Why it is so.
    pub(super) notes: Option<String>,
}

/// The solution of an exercise: from the course's folder, else from where the course came from.
pub(super) fn answer(place: &Workplace, exercise: &Exercise) -> Option<Answer> {
    let origin = if exercise.solution.is_dir() { None } else { Some(origin(&place.course.root)?.1) };
    let read = |name: &str| match &origin {
        None => std::fs::read(exercise.solution.join(name)).ok(),
        Some(shipment) => shipment.solution(exercise, name).map(<[u8]>::to_vec),
    };
    let text = |name: &str| read(name).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let files = exercise.edit.iter().map(|path| Some((path.to_string(), text(path.as_str())?)));
    let mut notes = place.translations(NOTES).chain([NOTES.to_owned()]);
    Some(Answer { files: files.collect::<Option<_>>()?, notes: notes.find_map(|name| text(&name)) })
}
