//! `prolings list`: every exercise and how it stands.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use serde::Serialize;

use super::workplace::Workplace;
use super::{Context, engine, print_json, watch};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::language::Text;
use crate::model::course::Course;
use crate::model::event::Standing;
use crate::model::exercise::Exercise;
use crate::model::names::ExerciseName;
use crate::progress::{Outcome, Stage};
use crate::report::terminal::list::{self, List, Row, State, TopicRows};
use crate::run::needs;

/// Exercises that cannot be judged on this machine, with the reason.
type Unmet = HashMap<ExerciseName, Text>;

#[derive(Serialize)]
struct Listing<'a> {
    course: &'a str,
    standing: &'a Standing,
    exercises: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    exercise: &'a str,
    topic: &'a str,
    title: &'a str,
    level: u8,
    points: u32,
    state: &'static str,
    /// Why it is skipped on this machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'a str>,
    files: Vec<String>,
}

/// Shows a list to move in, or prints a table or JSON.
pub(super) fn list(args: &args::List, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let standing = place.standing();
    if args.json {
        let unmet = unmet(&place.course, context);
        let entries = place.course.exercises().map(|exercise| entry(&place, exercise, &unmet)).collect();
        let listing = Listing { course: &place.course.title, standing: &standing, exercises: entries };
        print_json(context, &listing)?;
        return Ok(ExitStatus::Success);
    }
    if !args.plain && watch::can_draw(context) {
        return watch::browse(place, context);
    }
    let mut out = context.out();
    let table = table(&place, standing, context);
    list::write(&mut out, context.style_for(&place.course), &table)?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// Every exercise and how it stands.
pub(super) fn table(place: &Workplace, standing: Standing, context: &Context) -> List {
    let unmet = unmet(&place.course, context);
    let topics = place.course.topics.iter().map(|topic| TopicRows {
        name: topic.name.to_string(),
        rows: topic.exercises.iter().map(|exercise| row(place, exercise, &unmet)).collect(),
    });
    List { title: place.course.title.clone(), topics: topics.collect(), standing }
}

/// Why exercises would be skipped here, as far as that can be told without making an environment.
fn unmet(course: &Course, context: &Context) -> Unmet {
    let asks = |exercise: &&Exercise| exercise.python.is_some() || !exercise.needs.is_empty();
    if !course.exercises().any(|exercise| asks(&exercise)) {
        return Unmet::new();
    }
    // Without a Python nothing can be judged at all: `check` tells of that, and how to mend it.
    let Ok(environments) = engine::environments(course, context) else { return Unmet::new() };
    let (version, include) =
        (environments.interpreter().release(), environments.interpreter().include.as_deref());
    let mut pythons = BTreeMap::new();
    let reasons = course.exercises().filter(asks).filter_map(|exercise| {
        let found = pythons.entry(&exercise.groups).or_insert_with(|| environments.find(&exercise.groups));
        let python = found.as_ref().map(|environment| environment.python.as_path());
        Some((exercise.name.clone(), needs::unmet_by(exercise, version, python, include)?.into()))
    });
    reasons.collect()
}

fn row(place: &Workplace, exercise: &Exercise, unmet: &Unmet) -> Row {
    Row {
        name: exercise.name.to_string(),
        title: exercise.title.clone(),
        file: files(place, exercise).into_iter().next().unwrap_or_default(),
        state: state(place, exercise, unmet),
    }
}

fn entry<'a>(place: &Workplace, exercise: &'a Exercise, unmet: &'a Unmet) -> Entry<'a> {
    Entry {
        exercise: exercise.name.as_str(),
        topic: exercise.topic.as_str(),
        title: &exercise.title,
        level: exercise.level,
        points: exercise.points,
        state: match place.stage(exercise) {
            Stage::Done => "done",
            Stage::ChangedSincePassed => "changed_since_passed",
            Stage::Started => "started",
            Stage::Pristine => "pending",
        },
        skipped: unmet.get(&exercise.name).map(|reason| &**reason),
        files: files(place, exercise),
    }
}

/// The learner's files, as they are shown.
fn files(place: &Workplace, exercise: &Exercise) -> Vec<String> {
    exercise.edit.iter().map(|path| place.course.shown_path(&path.under(&exercise.folder))).collect()
}

fn state(place: &Workplace, exercise: &Exercise, unmet: &Unmet) -> State {
    let failed = place
        .store
        .state()
        .progress(&exercise.name)
        .is_some_and(|progress| progress.outcome == Some(Outcome::Failed));
    match (place.stage(exercise), unmet.get(&exercise.name)) {
        (Stage::Done, _) => State::Done,
        (_, Some(reason)) => State::Skipped(reason.clone()),
        (Stage::Pristine, None) => State::Pending,
        (Stage::ChangedSincePassed, None) => State::Changed,
        (Stage::Started, None) if failed => State::Failed,
        (Stage::Started, None) => State::Started,
    }
}
