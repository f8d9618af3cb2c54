//! Where a learner stands: how much is done, what is still untouched, what comes next.

use std::path::Path;

use super::sight::Sights;
use super::starters::{Started, Starters};
use super::state::{Completion, State};
use crate::model::course::Course;
use crate::model::event::{NextExercise, Standing};
use crate::model::exercise::Exercise;
use crate::model::names::ExerciseName;

/// How far a learner is with an exercise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The files are as shipped, and they have not passed.
    Pristine,
    /// The files were changed, and no files of this exercise have passed yet.
    Started,
    /// It passed, and the files were changed since.
    ChangedSincePassed,
    /// It passed with the files as they are.
    Done,
}

/// How far the learner is with an exercise, by its files as they were seen.
pub fn stage(exercise: &Exercise, state: &State, starters: &Starters, seen: &Sights) -> Stage {
    let sight = seen.get(exercise);
    match (state.completion(&exercise.name, sight.hash()), starters.state_of(exercise, &sight)) {
        (Completion::Done, _) => Stage::Done,
        (_, Started::Pristine) => Stage::Pristine,
        (Completion::ChangedSincePassed, Started::Edited) => Stage::ChangedSincePassed,
        (Completion::Open, Started::Edited) => Stage::Started,
    }
}

/// Where the learner stands in the course, by the files as they were seen. What comes next is the first exercise that is
/// not done: behind `here`, if there is one, else of all.
pub fn standing(
    course: &Course,
    state: &State,
    starters: &Starters,
    seen: &Sights,
    here: Option<&ExerciseName>,
) -> Standing {
    let mut standing = Standing { done: 0, total: 0, pending: 0, changed: 0, next: None };
    let (mut first, mut behind, mut is_behind) = (None, None, false);
    for exercise in course.exercises() {
        let stage = stage(exercise, state, starters, seen);
        standing.total += 1;
        standing.done += usize::from(stage == Stage::Done);
        standing.pending += usize::from(stage == Stage::Pristine);
        standing.changed += usize::from(stage == Stage::ChangedSincePassed);
        if stage != Stage::Done {
            first = first.or(Some(exercise));
            behind = behind.or(Some(exercise).filter(|_| is_behind));
        }
        is_behind |= here == Some(&exercise.name);
    }
    standing.next = behind.or(first).map(|exercise| next(course, exercise));
    standing
}

fn next(course: &Course, exercise: &Exercise) -> NextExercise {
    let file = exercise.edit.first().map(|path| path.under(&exercise.folder));
    NextExercise {
        exercise: exercise.name.clone(),
        title: exercise.title.clone(),
        file: shown(&file.unwrap_or_else(|| exercise.folder.clone()), &course.root),
        readme: shown(&exercise.readme(), &course.root),
    }
}

/// A path from the course's root, with `/` on every platform.
fn shown(path: &Path, root: &Path) -> String {
    let short = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = short.iter().map(|part| part.to_string_lossy()).collect();
    if short.is_absolute() { short.display().to_string() } else { parts.join("/") }
}
