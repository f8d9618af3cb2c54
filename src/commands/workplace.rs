//! What most commands open first: the course, the learner's progress and the starters.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Context, supply};
use crate::discover;
use crate::error::{Errors, Place, UserError};
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::event::Standing;
use crate::model::exercise::Exercise;
use crate::model::names::ExerciseName;
use crate::parallel;
use crate::plan::selection;
use crate::progress::{self, RECORD, Sight, Sights, Stage, Starters, Store, Timestamp};
use crate::shipment::journal;

/// A course that somebody works on.
pub(super) struct Workplace {
    pub(super) course: Course,
    pub(super) store: Store,
    pub(super) starters: Starters,
    /// The learner's files, as they were when the course was opened or looked at again.
    pub(super) seen: Sights,
    /// The languages that the learner reads, the nearest first.
    languages: Vec<String>,
    notices: Vec<Text>,
}

impl Workplace {
    /// Opens the course around the current folder, or the one that the user named.
    ///
    /// A progress file that cannot be used stops nobody from working: a notice says that nothing is remembered.
    pub(super) fn open(context: &Context) -> anyhow::Result<Self> {
        let (course, mut notices) = load_for_learner(context)?;
        let mut store = Store::open(&course.root).unwrap_or_else(|error| {
            let reason = one_line(&error, &course.root);
            notices.push(said!("nothing-remembered", reason = reason).into());
            Store::detached()
        });
        if let Err(error) = store.resolve_aliases(&course) {
            notices.push(one_line(&error, &course.root));
        }
        let exercises: Vec<&Exercise> = course.exercises().collect();
        let sights = parallel::map(&exercises, |exercise| (exercise.name.clone(), Sight::of(exercise)));
        let seen: Sights = sights.into_iter().collect();
        let mut starters = Starters::open_with(&course.root, &course, &seen);
        supply::find_starters(&course, &mut starters);
        notices.extend(store.take_notices());
        notices.extend(starters.take_notices());
        let languages = context.settings.languages.clone();
        Ok(Self { course, store, starters, seen, languages, notices })
    }

    /// The same, telling at once what the user should know beside the command's own output: on standard error, which
    /// no `--json` shares.
    pub(super) fn open_telling(context: &Context) -> anyhow::Result<Self> {
        let mut place = Self::open(context)?;
        let notices = place.take_notices();
        context.tell(&notices);
        Ok(place)
    }

    /// An exercise's task, in the learner's language where the course has it.
    pub(super) fn task(&self, exercise: &Exercise) -> anyhow::Result<String> {
        let found =
            self.translations("README.md").map(|name| exercise.folder.join(name)).find(|path| path.is_file());
        read_text(&found.unwrap_or_else(|| exercise.readme()))
    }

    /// What a text of the course is called in the languages that the learner reads: `README.de.md`.
    pub(super) fn translations<'a>(&'a self, name: &'a str) -> impl Iterator<Item = String> + 'a {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        self.languages.iter().map(move |language| format!("{stem}.{language}.{ending}"))
    }

    /// What the user should be told beside the command's own output, once.
    pub(super) fn take_notices(&mut self) -> Vec<Text> {
        std::mem::take(&mut self.notices)
    }

    /// Where the learner stands, by the files as they were seen.
    pub(super) fn standing(&self) -> Standing {
        self.standing_at(None)
    }

    /// As [`Self::standing`], when they have just worked on this exercise.
    pub(super) fn standing_at(&self, here: Option<&ExerciseName>) -> Standing {
        progress::standing(&self.course, self.store.state(), &self.starters, &self.seen, here)
    }

    /// How far the learner is with an exercise.
    pub(super) fn stage(&self, exercise: &Exercise) -> Stage {
        progress::stage(exercise, self.store.state(), &self.starters, &self.seen)
    }

    /// The exercise to work on: the first in teaching order that is not done.
    pub(super) fn current(&self) -> Option<&Exercise> {
        let next = self.standing().next?;
        self.course.exercise(next.exercise.as_str())
    }

    /// Puts an exercise's starter back, after a backup of the learner's files; gives what to say of it.
    pub(super) fn put_back(&mut self, exercise: &Exercise) -> Text {
        let kept = progress::reset(&self.course.root, exercise, &self.starters)
            .and_then(|kept| self.store.update(|state| state.reset(&exercise.name)).map(|()| kept));
        self.seen.refresh(exercise);
        match kept {
            Ok(kept) => {
                let kept: Vec<String> = kept.iter().map(|path| self.course.shown_path(path)).collect();
                match kept.as_slice() {
                    [] => said!("as-shipped", exercise = exercise.name.as_str()),
                    [one] => said!("your-file-is-kept", file = one),
                    [one, rest @ ..] => said!("your-files-are-kept", file = one, more = rest.len()),
                }
            }
            Err(error) => said!("not-reset", why = error.what),
        }
        .into()
    }

    /// The one exercise that the user named.
    pub(super) fn exercise(&self, name: &str, context: &Context) -> Result<&Exercise, Errors> {
        selection::select_one(&self.course, name, &context.settings.cwd)
    }

    /// The one exercise that the user named, or the current one.
    pub(super) fn exercise_or_current(
        &self,
        name: Option<&str>,
        context: &Context,
    ) -> Result<&Exercise, Errors> {
        match name {
            Some(name) => self.exercise(name, context),
            None => self.current().ok_or_else(|| {
                UserError::new(said!("no-current-exercise")).help(said!("no-current-exercise.help")).into()
            }),
        }
    }
}

/// Loads the course around the current folder, or the one that the user named.
pub(super) fn load_course(context: &Context) -> anyhow::Result<Course> {
    load_by(discover::load, context)
}

/// The same for a course whose test ids are about to be locked.
pub(super) fn load_course_to_lock(context: &Context) -> anyhow::Result<Course> {
    load_by(discover::load_to_lock, context)
}

/// Loads the course around the current folder for someone who learns with it: what they put among the exercises is told
/// and stops nothing.
pub(super) fn load_for_learner(context: &Context) -> anyhow::Result<(Course, Vec<Text>)> {
    let root = course_root(context)?;
    match discover::load_of_learner(&root) {
        Ok((course, strays)) => Ok((course, told(&strays).into_iter().collect())),
        Err(errors) => Err(from_here(with_repair(errors, &root), &root, &context.settings.cwd).into()),
    }
}

/// One notice for everything that lies where only the course's files belong.
fn told(strays: &[UserError]) -> Option<Text> {
    let places = strays.iter().filter_map(|stray| stray.place.as_ref());
    let places: Vec<String> = places.map(|place| place.path.display().to_string()).collect();
    let (first, rest) = places.split_first()?;
    let few = if rest.len() > 2 { &[] } else { rest };
    let list = std::iter::once(first).chain(few).map(|place| format!("`{place}`")).collect::<Vec<_>>();
    let places = list.join(", ");
    Some(if rest.len() > 2 {
        said!("many-strays", places = places, more = rest.len()).into()
    } else {
        said!("strays", places = places).into()
    })
}

/// A learner mends a course that was shipped to them by getting it again, not by writing its files.
fn with_repair(errors: Errors, root: &Path) -> Errors {
    if !root.join(RECORD).is_file() {
        return errors;
    }
    let repair = UserError::new(said!("course-damaged"))
        .why(said!("course-damaged.why"))
        .help(said!("course-damaged.help"));
    errors.and(repair)
}

fn load_by(load: impl Fn(&Path) -> Result<Course, Errors>, context: &Context) -> anyhow::Result<Course> {
    let root = course_root(context)?;
    Ok(load(&root).map_err(|errors| from_here(errors, &root, &context.settings.cwd))?)
}

/// The root of the course around the current folder, or of the one that the user named; an update that was interrupted
/// there is finished first.
pub(super) fn course_root(context: &Context) -> anyhow::Result<PathBuf> {
    let root = named_root(context)?;
    if let Some(update) = journal::finish(&root)? {
        context.tell_of_update(&update)?;
    }
    Ok(root)
}

fn named_root(context: &Context) -> anyhow::Result<PathBuf> {
    let cwd = &context.settings.cwd;
    match &context.settings.course {
        None => Ok(discover::find_root(cwd)?),
        Some(named) => {
            let folder = cwd.join(named);
            let folder = folder.canonicalize().map_err(|error| {
                UserError::new(said!("no-folder", folder = named.display().to_string()))
                    .at(Place::path(named))
                    .why(error.to_string())
                    .help(said!("course-takes-a-folder"))
            })?;
            Ok(discover::find_root(&folder)?)
        }
    }
}

/// Errors name files from the course's root; a user elsewhere gets paths that can be opened from there.
fn from_here(errors: Errors, root: &Path, cwd: &Path) -> Errors {
    errors.map(|mut error| {
        if let Some(place) = &mut error.place
            && root != cwd
        {
            place.path = root.join(&place.path);
        }
        error.relative_to(cwd)
    })
}

/// Seconds since 1970.
pub(super) fn now() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    Timestamp(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// A file of the course as text, for showing.
pub(super) fn read_text(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).map_err(|error| {
        let (path, error) = (path.display().to_string(), error.to_string());
        UserError::new(said!("cannot-read-path", path = path, error = error))
    })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// `cannot read x (at .prolings/x): why; help`
fn one_line(error: &UserError, root: &Path) -> Text {
    let error = error.clone().relative_to(root);
    let what = match error.place {
        Some(place) => said!("error-at", what = error.what, place = place.to_string()).into(),
        None => error.what,
    };
    match (error.why, error.help) {
        (None, None) => what,
        (Some(reason), None) | (None, Some(reason)) => {
            said!("error-with-reason", what = what, reason = reason).into()
        }
        (Some(why), Some(help)) => {
            said!("error-with-reason-and-help", what = what, reason = why, help = help).into()
        }
    }
}
