//! The learner's desk: the exercise at hand, its last verdict, what is remembered. It knows nothing of screens and keys.

use std::path::{Path, PathBuf};

use super::Advance;
use super::runs::Finished;
use crate::commands::workplace::{Workplace, now};
use crate::commands::{Context, check, list, solution, supply};
use crate::error::UserError;
use crate::language::{Text, said};
use crate::model::cause::Cause;
use crate::model::course::Course;
use crate::model::event::{ExerciseResult, NextExercise, Standing, Status};
use crate::model::exercise::Exercise;
use crate::model::names::ExerciseName;
use crate::model::verdict::Verdict;
use crate::progress::{Completion, FilesHash, Sights, Stage, Started, hash_files};
use crate::report::terminal::Style;
use crate::report::terminal::list::List;
use crate::report::terminal::watch::{Scene, Step};

/// The desk.
pub(super) struct Desk {
    place: Workplace,
    standing: Standing,
    at_hand: AtHand,
}

/// The exercise at hand.
struct AtHand {
    exercise: Exercise,
    files: Vec<String>,
    task: String,
    notes: Option<String>,
    pristine: bool,
    result: Option<ExerciseResult>,
    /// The files that the last run judged.
    judged: Option<FilesHash>,
    /// Whether hints are on the desk.
    hints_open: bool,
    /// The hints that were seen, the newest last.
    hints: Vec<String>,
    /// How many there are in all, for what fails now.
    available: usize,
    /// Where to go on after a pass.
    next: Option<NextExercise>,
}

/// Whose files were saved.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// Nothing that is judged.
    Nothing,
    /// The exercise at hand.
    AtHand,
    /// Another one that was started.
    Other(ExerciseName),
    /// Another one that is as shipped.
    Pristine(ExerciseName),
    /// Several others at once.
    Several(usize),
}

impl Desk {
    /// Sits down at the exercise of that name, or at the current one.
    pub(super) fn open(name: Option<&str>, context: &Context) -> anyhow::Result<Self> {
        let place = Workplace::open_telling(context)?;
        let exercise = match name {
            Some(name) => place.exercise(name, context)?,
            None => place
                .current()
                .or_else(|| place.course.exercises().last())
                .ok_or_else(|| UserError::new(said!("no-exercises")).help(said!("no-exercises.help")))?,
        };
        let at_hand = AtHand::new(exercise.clone(), &place);
        Ok(Self { standing: place.standing(), at_hand, place })
    }

    pub(super) fn course(&self) -> &Course {
        &self.place.course
    }

    pub(super) fn exercise(&self) -> &Exercise {
        &self.at_hand.exercise
    }

    /// The files to edit, for an editor.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let exercise = self.exercise();
        exercise.edit.iter().map(|path| path.under(&exercise.folder)).collect()
    }

    /// Takes another exercise.
    pub(super) fn take(&mut self, name: &ExerciseName) {
        if let Some(exercise) = self.place.course.exercise(name.as_str()) {
            self.at_hand = AtHand::new(exercise.clone(), &self.place);
        }
    }

    /// The next exercise that is not done, going on from here and then from the start.
    pub(super) fn next(&self) -> Option<&Exercise> {
        let here = &self.at_hand.exercise.name;
        let behind = self.course().exercises().skip_while(|exercise| exercise.name != *here).skip(1);
        let before = self.course().exercises().take_while(|exercise| exercise.name != *here);
        behind.chain(before).find(|exercise| self.stage(exercise) != Stage::Done)
    }

    /// Where the watch goes on by itself: from a file that was saved and passed, where that is wanted. Looking at what
    /// has passed already leads nowhere.
    pub(super) fn goes_on(&self, advance: Advance, of_save: bool) -> Option<ExerciseName> {
        let passed = self.at_hand.result.as_ref().is_some_and(|result| result.status == Status::Passed);
        let goes = advance == Advance::Alone && of_save && passed;
        self.next().filter(|_| goes).map(|exercise| exercise.name.clone())
    }

    /// The course's welcome, for someone who comes for the first time.
    pub(super) fn welcome(&self) -> Option<String> {
        self.course().welcome.clone().filter(|_| check::is_first(&self.place.store))
    }

    /// The exercise before this one.
    pub(super) fn previous(&self) -> Option<&Exercise> {
        let here = &self.at_hand.exercise.name;
        self.course().exercises().take_while(|exercise| exercise.name != *here).last()
    }

    /// Exercises with `part` in their name: those that begin with it first, then by topic and title.
    pub(super) fn find(&self, part: &str) -> Vec<(ExerciseName, String)> {
        let part = part.trim().to_lowercase();
        let rank = |exercise: &Exercise| {
            let name = exercise.name.as_str().to_lowercase();
            if name == part {
                Some(0)
            } else if name.starts_with(&part) {
                Some(1)
            } else if name.contains(&part) {
                Some(2)
            } else if exercise.topic.as_str().contains(&part) || exercise.title.to_lowercase().contains(&part)
            {
                Some(3)
            } else {
                None
            }
        };
        let mut found: Vec<_> =
            self.course().exercises().filter_map(|exercise| Some((rank(exercise)?, exercise))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, exercise)| (exercise.name.clone(), exercise.title.clone())).collect()
    }

    /// Whose files these are, paths below the folder of exercises.
    pub(super) fn saved(&mut self, paths: &[PathBuf]) -> Saved {
        let folder = self.course().exercises_folder();
        let is_of = |exercise: &Exercise, path: &Path| {
            let inside = folder.join(path).strip_prefix(&exercise.folder).map(Path::to_path_buf);
            inside.is_ok_and(|inside| {
                exercise.edit.iter().chain(&exercise.protected).any(|own| Path::new(own.as_str()) == inside)
            })
        };
        let is_saved = |exercise: &Exercise| paths.iter().any(|path| is_of(exercise, path));
        if is_saved(self.exercise()) {
            return Saved::AtHand;
        }
        let others: Vec<&Exercise> = self.place.course.exercises().filter(|other| is_saved(other)).collect();
        for other in &others {
            self.place.seen.refresh(other);
        }
        match others.as_slice() {
            [] => Saved::Nothing,
            [other] if self.stage(other) == Stage::Pristine => Saved::Pristine(other.name.clone()),
            [other] => Saved::Other(other.name.clone()),
            several => Saved::Several(several.len()),
        }
    }

    /// Looks at every file again: nobody knows which ones were saved.
    pub(super) fn look_at_all(&mut self) {
        self.place.seen = Sights::of(&self.place.course);
        self.look();
    }

    /// Whether the files at hand are others than those that were judged last.
    pub(super) fn has_changed(&self) -> bool {
        self.at_hand.judged.is_none() || hash_files(self.exercise()) != self.at_hand.judged
    }

    /// Puts a verdict on the desk, and says whether it is the one that lay there. Nothing is remembered yet: showing it
    /// comes first.
    pub(super) fn show(&mut self, finished: &Finished) -> bool {
        let name = &self.at_hand.exercise.name;
        let found = finished.results.iter().zip(&finished.files).find(|(result, _)| result.exercise == *name);
        let Some((result, files)) = found else { return false };
        if result.status == Status::Passed {
            self.at_hand.hints_open = false;
        }
        self.at_hand.judged = *files;
        self.at_hand.pristine = self.place.starters.state(&self.at_hand.exercise) == Started::Pristine;
        self.at_hand.next = self.next().map(|exercise| next_exercise(&self.place.course, exercise));
        let before = self.at_hand.result.replace(result.clone());
        before.is_some_and(|before| is_same(&before, result))
    }

    /// Remembers verdicts, and looks where the learner stands now; gives what went wrong with that.
    pub(super) fn remember(&mut self, finished: &Finished) -> Option<Text> {
        for result in &finished.results {
            if let Some(exercise) = self.place.course.exercise(result.exercise.as_str()) {
                self.place.seen.refresh(exercise);
            }
        }
        let state = self.place.store.state();
        let results = finished.results.iter().zip(&finished.files).filter_map(|(result, files)| {
            let outcome = check::outcome(result)?;
            let is_old = result.cached && state.knows(&result.exercise, outcome, *files);
            (!is_old).then_some((&result.exercise, outcome, *files, Cause::of(result)))
        });
        let results: Vec<_> = results.collect();
        let remembered = if results.is_empty() {
            Ok(())
        } else {
            self.place.store.update(|state| {
                for (exercise, outcome, files, cause) in results {
                    state.judged(exercise, outcome, files, now());
                    if let Some(cause) = cause {
                        state.failed_by(exercise, cause, files);
                    }
                }
            })
        };
        self.look();
        remembered.err().map(|error| said!("run-not-remembered", reason = error.what).into())
    }

    /// One more hint; gives what is to be said about it.
    pub(super) fn hint(&mut self) -> Option<Text> {
        let exercise = self.at_hand.exercise.clone();
        if exercise.hints.is_empty() {
            return Some(said!("has-no-hints", exercise = exercise.name.as_str()).into());
        }
        let before = self.at_hand.hints.len();
        // Not being able to write it down is no reason to keep a hint back.
        let _ = self.place.store.update(|state| state.show_hint(&exercise));
        self.at_hand.look_at_hints(&self.place);
        let again = self.at_hand.hints_open && before == self.at_hand.hints.len();
        self.at_hand.hints_open = true;
        again.then(|| said!("was-the-last-hint").into())
    }

    /// Takes the hints off the desk.
    pub(super) fn close_hints(&mut self) {
        self.at_hand.hints_open = false;
    }

    /// The solution with its notes, or why it is not shown.
    pub(super) fn solution(&self) -> Result<impl Fn(Style) -> String + use<>, Text> {
        let exercise = self.exercise();
        let state = self.place.store.state();
        if state.completion(&exercise.name, hash_files(exercise)) == Completion::Open {
            return Err(said!("solution-after-passing", exercise = exercise.name.as_str()).into());
        }
        let answer = supply::answer(&self.place, exercise)
            .ok_or_else(|| said!("solution-is-missing", exercise = exercise.name.as_str()))?;
        Ok(move |style| {
            let mut text = Vec::new();
            match solution::write(&mut text, style, &answer) {
                Ok(()) => String::from_utf8_lossy(&text).into_owned(),
                Err(error) => format!("{error:#}\n"),
            }
        })
    }

    /// Whether there is something to reset.
    pub(super) fn is_pristine(&self) -> bool {
        self.place.starters.state(self.exercise()) == Started::Pristine
    }

    /// Puts an exercise's starter back; gives what to say.
    pub(super) fn reset(&mut self, name: &ExerciseName) -> Text {
        let Some(exercise) = self.place.course.exercise(name.as_str()).cloned() else {
            return Text::default();
        };
        let said = self.place.put_back(&exercise);
        if *name == self.at_hand.exercise.name {
            self.take(name);
        }
        self.look();
        said
    }

    /// Every exercise and how it stands.
    pub(super) fn table(&self, context: &Context) -> List {
        list::table(&self.place, self.standing.clone(), context)
    }

    /// What the screens show.
    pub(super) fn scene(&self) -> Scene<'_> {
        let AtHand { exercise, files, task, notes, pristine, result, .. } = &self.at_hand;
        let seen: &[String] = if self.at_hand.hints_open { &self.at_hand.hints } else { &[] };
        Scene {
            course: &self.place.course.title,
            standing: &self.standing,
            exercise: exercise.name.as_str(),
            title: &exercise.title,
            files,
            task,
            pristine: *pristine,
            changed: self.stage(exercise) == Stage::ChangedSincePassed,
            result: result.as_ref(),
            hints: (seen, self.at_hand.available),
            notes: notes.as_deref(),
            step: self.step(),
        }
    }

    /// The scene with every hint that was seen.
    pub(super) fn full_scene(&self) -> Scene<'_> {
        Scene { hints: (&self.at_hand.hints, self.at_hand.available), ..self.scene() }
    }

    fn step(&self) -> Step<'_> {
        let Some(result) = &self.at_hand.result else { return Step::None };
        let stuck = self.place.store.state().is_stuck(&self.at_hand.exercise.name);
        match (result.status, &self.at_hand.next) {
            (Status::Failed, _) => {
                Step::Edit { hints: self.at_hand.available - self.at_hand.hints.len(), stuck }
            }
            (Status::Passed | Status::Skipped, Some(next)) => Step::GoOn(next),
            (Status::Passed, None) if self.standing.next.is_none() => {
                Step::CourseDone(self.place.course.final_text.as_deref())
            }
            _ => Step::None,
        }
    }

    fn stage(&self, exercise: &Exercise) -> Stage {
        self.place.stage(exercise)
    }

    /// Looks at the files anew: where the learner stands, and what comes next.
    fn look(&mut self) {
        self.standing = self.place.standing();
        self.at_hand.look_at_hints(&self.place);
        self.at_hand.next = self.next().map(|exercise| next_exercise(&self.place.course, exercise));
    }
}

impl AtHand {
    fn new(exercise: Exercise, place: &Workplace) -> Self {
        let shown = |path: PathBuf| place.course.shown_path(&path);
        let mut at_hand = Self {
            files: exercise.edit.iter().map(|path| shown(path.under(&exercise.folder))).collect(),
            // A course without its texts can still be worked on.
            task: place.task(&exercise).unwrap_or_default(),
            notes: supply::answer(place, &exercise)
                .and_then(|answer| answer.notes)
                .filter(|notes| !notes.trim().is_empty()),
            pristine: place.starters.state(&exercise) == Started::Pristine,
            result: None,
            judged: None,
            hints_open: false,
            hints: Vec::new(),
            available: 0,
            next: None,
            exercise,
        };
        at_hand.look_at_hints(place);
        at_hand
    }

    fn look_at_hints(&mut self, place: &Workplace) {
        let hints = place.store.state().hints(&self.exercise);
        self.available = hints.available();
        self.hints = hints.shown.into_iter().map(str::to_owned).collect();
    }
}

fn next_exercise(course: &Course, exercise: &Exercise) -> NextExercise {
    let file =
        exercise.edit.first().map_or_else(|| exercise.folder.clone(), |path| path.under(&exercise.folder));
    NextExercise {
        exercise: exercise.name.clone(),
        title: exercise.title.clone(),
        file: course.shown_path(&file),
        readme: course.shown_path(&exercise.readme()),
    }
}

/// Whether two results look the same, however long they took.
fn is_same(one: &ExerciseResult, other: &ExerciseResult) -> bool {
    let verdicts = |result: &ExerciseResult| -> Vec<Verdict> {
        result.checks.iter().map(|check| check.verdict.clone()).collect()
    };
    one.status == other.status && verdicts(one) == verdicts(other)
}
