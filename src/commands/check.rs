//! `prolings check`: judges what the learner has started, or what is named.

use std::io;

use super::workplace::{Workplace, now};
use super::{Context, engine};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::error::ExitStatus;
use crate::model::course::Course;
use crate::model::event::{Event, ExerciseResult, RunSummary, Status};
use crate::model::exercise::Exercise;
use crate::plan::{Task, selection};
use crate::progress::{FilesHash, Outcome, Stage, hash_files, stage};
use crate::report::Reporter;
use crate::report::jsonl::JsonLines;
use crate::report::terminal::Terminal;
use crate::session::Session;

/// Judges, reports and remembers.
pub(super) fn check(args: &args::Check, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open(context)?;
    let notices = place.take_notices();
    let Workplace { course, store, starters, .. } = &mut place;
    let exercises = if args.all {
        course.exercises().collect()
    } else if args.wanted.is_empty() {
        started_and_current(course, |exercise| stage(exercise, store.state(), starters))
    } else {
        selection::select(course, &args.wanted, &context.settings.cwd)?
    };
    let runner = engine::runner(course, &exercises, context)?;
    let tasks: Vec<Task<'_>> = exercises.iter().map(|exercise| Task::learner(exercise)).collect();
    let before = hashes(&exercises);
    let mut reporter = reporter(args.json, context);
    for text in notices {
        reporter.on(&Event::Notice { text })?;
    }
    let session =
        Session { course, runner: runner.as_ref(), workers: workers(args.jobs), cancel: &context.cancel };
    let run = session.run(&tasks, reporter.as_mut())?;
    let after = hashes(&exercises);
    let remembered = store.update(|state| {
        for (result, (before, after)) in run.results.iter().zip(before.iter().zip(&after)) {
            // Files that were saved meanwhile: nobody knows which bytes were judged.
            let judged = before.filter(|_| before == after);
            if let Some(outcome) = outcome(result) {
                state.judged(&result.exercise, outcome, judged, now());
            }
        }
    });
    if let Err(error) = remembered {
        reporter.on(&Event::Notice { text: format!("this run is not remembered: {}", error.what) })?;
    }
    let summary = RunSummary { standing: Some(place.standing()), ..run.summary };
    let status = status(&summary);
    reporter.on(&Event::RunFinished(summary))?;
    Ok(context.unless_interrupted(status))
}

pub(super) fn hashes(exercises: &[&Exercise]) -> Vec<Option<FilesHash>> {
    exercises.iter().map(|exercise| hash_files(exercise)).collect()
}

/// What `check` judges by itself: everything that was started, and the first exercise that is not done.
fn started_and_current(course: &Course, stage: impl Fn(&Exercise) -> Stage) -> Vec<&Exercise> {
    let mut current_found = false;
    course
        .exercises()
        .filter(|exercise| {
            let stage = stage(exercise);
            let current = !current_found && stage != Stage::Done;
            current_found |= current;
            current || stage != Stage::Pristine
        })
        .collect()
}

fn reporter(json: bool, context: &Context) -> Box<dyn Reporter> {
    let out = Box::new(io::stdout());
    if json {
        return Box::new(JsonLines::new(out));
    }
    Box::new(Terminal::new(out, context.style(), context.bar()))
}

/// What is remembered of a result: a verdict on the learner's files, nothing else.
pub(super) fn outcome(result: &ExerciseResult) -> Option<Outcome> {
    match result.status {
        Status::Passed => Some(Outcome::Passed),
        Status::Failed => Some(Outcome::Failed),
        Status::Skipped | Status::Fault | Status::Cancelled => None,
    }
}

/// A fault outranks a failure.
pub(super) fn status(summary: &RunSummary) -> ExitStatus {
    match summary {
        RunSummary { faults: 1.., .. } => ExitStatus::Error,
        RunSummary { failed: 1.., .. } => ExitStatus::Failure,
        _ => ExitStatus::Success,
    }
}
