//! `prolings list`: every exercise and how it stands.

use std::io::Write;

use serde::Serialize;

use super::workplace::Workplace;
use super::{Context, print_json};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::model::event::Standing;
use crate::model::exercise::Exercise;
use crate::progress::{Outcome, Stage};
use crate::report::terminal::list::{self, List, Row, State, TopicRows};

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
    files: Vec<String>,
}

/// Prints a table, or JSON.
pub(super) fn list(args: &args::List, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let standing = place.standing();
    if args.json {
        let entries = place.course.exercises().map(|exercise| entry(&place, exercise)).collect();
        let listing = Listing { course: &place.course.title, standing: &standing, exercises: entries };
        print_json(context, &listing)?;
        return Ok(ExitStatus::Success);
    }
    let mut out = context.out();
    list::write(&mut out, context.style_for(&place.course), &table(&place, standing))?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// Every exercise and how it stands.
pub(super) fn table(place: &Workplace, standing: Standing) -> List {
    let topics = place.course.topics.iter().map(|topic| TopicRows {
        name: topic.name.to_string(),
        rows: topic.exercises.iter().map(|exercise| row(place, exercise)).collect(),
    });
    List { title: place.course.title.clone(), topics: topics.collect(), standing }
}

fn row(place: &Workplace, exercise: &Exercise) -> Row {
    Row { name: exercise.name.to_string(), title: exercise.title.clone(), state: state(place, exercise) }
}

fn entry<'a>(place: &Workplace, exercise: &'a Exercise) -> Entry<'a> {
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
        files: exercise
            .edit
            .iter()
            .map(|path| place.course.shown_path(&path.under(&exercise.folder)))
            .collect(),
    }
}

fn state(place: &Workplace, exercise: &Exercise) -> State {
    let failed = place
        .store
        .state()
        .progress(&exercise.name)
        .is_some_and(|progress| progress.outcome == Some(Outcome::Failed));
    match place.stage(exercise) {
        Stage::Done => State::Done,
        Stage::Pristine => State::Pending,
        Stage::ChangedSincePassed => State::Changed,
        Stage::Started if failed => State::Failed,
        Stage::Started => State::Started,
    }
}
