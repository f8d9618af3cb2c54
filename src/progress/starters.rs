//! The starters: each exercise as the learner found it, whether the learner has started, and the way back.
//!
//! Learners edit the course's own files, so the starter must come from elsewhere: from git where the course is tracked
//! there, else from the first look at the files. It is kept below `.prolings/starters`; `survey.rs` has the
//! rules. A learner who solved and committed exercises before prolings ever looked (a fresh clone of one's own fork)
//! is indistinguishable from a course that ships them solved.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use super::atomic::{self, Access, Durability, cannot};
use super::files::read_bounded;
use super::folder::Folder;
use super::index::{self, Identity, Index, Kept, place};
use super::sight::{Sight, Sights};
use super::store::set_aside;
use super::survey::{Origin, Survey, Write, survey};
use crate::error::{Place, UserError};
use crate::language::{Text, Value, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::names::{ExerciseName, RelPath};

/// Whether a learner has started an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Started {
    /// Every file is as shipped.
    Pristine,
    /// Some file is not, or its starter is not known.
    Edited,
}

/// A file of a starter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterFile {
    /// Where it belongs in the exercise.
    pub path: RelPath,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The starters of a course.
#[derive(Debug)]
pub struct Starters {
    folder: Folder,
    index: Index,
    /// Starters that could not be written, by exercise and path.
    unsaved: BTreeMap<(String, String), Vec<u8>>,
    notices: Vec<Text>,
}

impl Starters {
    /// Looks at the learner's files, and at git when its HEAD has moved or a starter is not kept yet; keeps what is
    /// new. With nothing new, nothing is written, locked or started.
    ///
    /// Never fails: where the starters cannot be kept, they are known for this run, and a notice says so.
    pub fn open(root: &Path, course: &Course) -> Self {
        Self::open_with(root, course, &Sights::of(course))
    }

    /// [`Starters::open`] for learner's files that were read already.
    pub fn open_with(root: &Path, course: &Course, seen: &Sights) -> Self {
        let folder = Folder::of(root);
        let (found, kept) = keep(&folder, course, seen, &Origin::of(root));
        let mut starters =
            Self { folder, index: found.index, unsaved: BTreeMap::new(), notices: found.notices };
        if let Err(error) = kept {
            let reason = error.why.map_or(Value::from(&error.what), |why| {
                said!("error-with-reason", what = &error.what, reason = why).into()
            });
            starters.notices.push(said!("starters-not-kept", reason = reason).into());
            let unsaved = found.writes.into_iter();
            starters.unsaved = unsaved
                .map(|write| ((write.exercise, write.path.as_str().to_owned()), write.content))
                .collect();
        }
        starters
    }

    /// What the user should be told, once: the texts are gone afterwards.
    pub fn take_notices(&mut self) -> Vec<Text> {
        std::mem::take(&mut self.notices)
    }

    /// Whether the learner's files, as they are now, still equal the starter.
    pub fn state(&self, exercise: &Exercise) -> Started {
        self.state_of(exercise, &Sight::of(exercise))
    }

    /// Whether the learner's files, as they were seen, equal the starter.
    pub fn state_of(&self, exercise: &Exercise, seen: &Sight) -> Started {
        let pristine = exercise.edit.iter().zip(seen.identities()).all(|(path, seen)| {
            self.kept(exercise, path).zip(seen).is_some_and(|(kept, seen)| kept.is(seen))
        });
        if pristine { Started::Pristine } else { Started::Edited }
    }

    /// Whether `content` is this file of the starter.
    pub(super) fn is_starter(&self, exercise: &Exercise, path: &RelPath, content: &[u8]) -> bool {
        self.kept(exercise, path).is_some_and(|kept| kept.is(Identity::of(content)))
    }

    /// The starter's files, to be written in place of the learner's ([`super::reset`] does).
    ///
    /// # Errors
    /// When a starter is not known: its file was missing or too large at first sight, or what was kept is damaged.
    pub fn restore(&self, exercise: &Exercise) -> Result<Vec<StarterFile>, UserError> {
        exercise
            .edit
            .iter()
            .map(|path| {
                self.content(exercise, path)
                    .map(|content| StarterFile { path: path.clone(), content })
                    .ok_or_else(|| self.unknown(exercise, path))
            })
            .collect()
    }

    /// The learner's files whose starter is not known.
    pub fn unknown_files<'a>(&self, course: &'a Course) -> Vec<(&'a Exercise, &'a RelPath)> {
        let files =
            course.exercises().flat_map(|exercise| exercise.edit.iter().map(move |path| (exercise, path)));
        files.filter(|(exercise, path)| self.kept(exercise, path).is_none()).collect()
    }

    /// Takes starters that were found elsewhere. They are not written: whoever found them finds them again.
    pub fn supply(&mut self, exercise: &Exercise, path: &RelPath, content: Vec<u8>) {
        let name = exercise.name.as_str().to_owned();
        let entry = self.index.exercises.entry(name.clone()).or_default();
        entry.files.insert(path.as_str().to_owned(), Kept::shipped(&content));
        self.unsaved.insert((name, path.as_str().to_owned()), content);
    }

    fn kept(&self, exercise: &Exercise, path: &RelPath) -> Option<&Kept> {
        self.index.exercises.get(exercise.name.as_str())?.files.get(path.as_str())
    }

    fn content(&self, exercise: &Exercise, path: &RelPath) -> Option<Vec<u8>> {
        let kept = self.kept(exercise, path)?;
        let key = (exercise.name.as_str().to_owned(), path.as_str().to_owned());
        let content = match self.unsaved.get(&key) {
            Some(content) => content.clone(),
            None => read_bounded(&place(&self.folder, exercise.name.as_str(), path))?,
        };
        (Identity::of(&content) == kept.identity).then_some(content)
    }

    fn unknown(&self, exercise: &Exercise, path: &RelPath) -> UserError {
        let why = if self.kept(exercise, path).is_some() {
            said!("starter-damaged")
        } else {
            said!("starter-never-seen")
        };
        UserError::new(said!("starter-unknown", exercise = exercise.name.as_str()))
            .at(Place::path(path.under(&exercise.folder)))
            .why(why)
            .help(said!("starter-unknown.help", file = path.as_str()))
    }
}

/// The files by which these contents are the starters of a course from now on, with their paths from the course's root:
/// for whoever replaces a course as a whole.
pub fn as_files(starters: &BTreeMap<(ExerciseName, RelPath), Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    let mut index = Index::default();
    let folder = Folder::of(Path::new(""));
    let name = |path: &Path| path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    let mut files = Vec::new();
    for ((exercise, path), content) in starters {
        let entry = index.exercises.entry(exercise.as_str().to_owned()).or_default();
        entry.files.insert(path.as_str().to_owned(), Kept::shipped(content));
        files.push((name(&place(&folder, exercise.as_str(), path)), content.clone()));
    }
    files.push((name(&index::path(&folder)), index::to_json(&index)));
    files
}

/// Surveys, and writes what is new. When that fails, what was found still holds for this run.
fn keep(folder: &Folder, course: &Course, seen: &Sights, origin: &Origin) -> (Survey, Result<(), UserError>) {
    let look = |index: &Index| survey(index, course, seen, folder, origin);
    let known = match index::read(folder, course) {
        Ok(known) => known,
        Err(error) => return (look(&Index::default()), Err(error)),
    };
    let found = look(&known.index);
    if found.index == known.index && found.writes.is_empty() && !known.damaged {
        return (found, Ok(()));
    }
    let lock = match folder.lock() {
        Ok(lock) => lock,
        Err(error) => return (found, Err(error)),
    };
    // Another prolings may have been here before the lock was ours.
    let (found, damaged) = match index::read(folder, course) {
        Ok(again) if again == known => (found, known.damaged),
        Ok(again) => (look(&again.index), again.damaged),
        Err(error) => return (found, Err(error)),
    };
    let written = write(folder, &found, damaged);
    drop(lock);
    (found, written)
}

/// The starters first and the index last: an index never speaks of a starter that is not there.
fn write(folder: &Folder, found: &Survey, damaged: bool) -> Result<(), UserError> {
    for (old, new) in &found.moves {
        if old.is_dir() && !new.exists() {
            fs::rename(old, new).map_err(|error| cannot(Access::Write, new, &error))?;
        }
    }
    for Write { exercise, path, content } in &found.writes {
        let place = place(folder, exercise, path);
        let parent = place.parent().unwrap_or(folder.path());
        // Not synced: hundreds of them would take seconds, and each is checked against its hash when it is used.
        fs::create_dir_all(parent)
            .and_then(|()| atomic::put(&place, content, Durability::Eventual))
            .map_err(|error| cannot(Access::Write, &place, &error))?;
    }
    for settled in &found.settled {
        // From now on this is the only copy. A failure to sync is no failure to keep.
        let _ = File::open(settled).and_then(|file| file.sync_all());
    }
    let path = index::path(folder);
    if damaged {
        set_aside(&path).map_err(|error| cannot(Access::Write, &path, &error))?;
    }
    atomic::sweep(&path);
    atomic::replace(&path, &index::to_json(&found.index))
}
