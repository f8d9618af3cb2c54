//! `prolings check`: judges what the learner has started, or what is named.

use std::io;

use super::memory::{Keeping, Memory, Recall};
use super::workplace::{Workplace, now};
use super::{Context, engine, isolation, setup_files};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::error::{ExitStatus, UserError};
use crate::language::said;
use crate::model::cause::Cause;
use crate::model::course::Course;
use crate::model::event::{Event, ExerciseResult, RunSummary, Status};
use crate::model::exercise::Exercise;
use crate::plan::{Task, selection};
use crate::progress::{Outcome, Sights, Stage, Store};
use crate::report::Reporter;
use crate::report::jsonl::JsonLines;
use crate::report::terminal::Terminal;
use crate::session::Session;

/// Judges, reports and remembers.
pub(super) fn check(args: &args::Check, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open(context)?;
    let notices = place.take_notices();
    let course = &place.course;
    let exercises = if args.all {
        course.exercises().collect()
    } else if args.wanted.is_empty() {
        started_and_current(course, |exercise| place.stage(exercise))
    } else {
        selection::select(course, &args.wanted, &context.settings.cwd)?
    };
    let environments = engine::environments(course, context)?;
    let mut reporter = reporter(args.json, course, is_first(&place.store), context)?;
    for text in notices {
        reporter.on(&Event::Notice { text })?;
    }
    let recall = if args.no_cache { Recall::Nothing } else { Recall::Unchanged };
    let settings = isolation::settings(context);
    let memory = Memory::look(&course.root, &exercises, &place.seen, &environments, &settings, recall);
    let runner = engine::runner(&environments, &memory.unknown(), context)?;
    if let Some(text) = isolation::notice(runner.as_ref(), context) {
        reporter.on(&Event::Notice { text })?;
    }
    environments.show_at(
        &course.root.join(setup_files::ENVIRONMENT),
        memory.unknown().iter().map(|exercise| &exercise.groups),
    );
    let tasks: Vec<Task<'_>> =
        memory.known().map(|(exercise, known)| Task { known, ..Task::learner(exercise) }).collect();
    let session =
        Session { course, runner: runner.as_ref(), workers: workers(args.jobs), cancel: &context.cancel };
    let run = session.run(&tasks, &mut Keeping { memory: &memory, reporter: reporter.as_mut() })?;
    if run.summary.cached < tasks.len() {
        memory.tidy(course);
    }
    for exercise in memory.unknown() {
        place.seen.refresh(exercise);
    }
    if let Err(error) = remember(&run.results, &memory, &place.seen, &mut place.store) {
        let text = said!("run-not-remembered", reason = error.what).into();
        reporter.on(&Event::Notice { text })?;
    }
    let failed = run.results.iter().filter(|result| result.status == Status::Failed);
    let stuck = failed.map(|result| &result.exercise).filter(|name| place.store.state().is_stuck(name));
    let stuck = stuck.cloned().collect();
    // Whoever names what to judge may have gone ahead, and goes on from there.
    let here = run.results.last().map(|result| &result.exercise).filter(|_| !args.wanted.is_empty());
    let summary = RunSummary { standing: Some(place.standing_at(here)), stuck, ..run.summary };
    let status = status(&summary);
    reporter.on(&Event::RunFinished(summary))?;
    Ok(context.unless_interrupted(status))
}

/// Remembers what is new of these results; when nothing is, nothing is locked or written.
fn remember(
    results: &[ExerciseResult],
    memory: &Memory<'_>,
    seen: &Sights,
    store: &mut Store,
) -> Result<(), UserError> {
    let judged = results.iter().filter_map(|result| {
        let (outcome, files) = (outcome(result)?, memory.judged(result, seen));
        let is_old = result.cached && store.state().knows(&result.exercise, outcome, files);
        (!is_old).then_some((&result.exercise, outcome, files, Cause::of(result)))
    });
    let judged: Vec<_> = judged.collect();
    if judged.is_empty() {
        return Ok(());
    }
    store.update(|state| {
        for (exercise, outcome, files, cause) in judged {
            state.judged(exercise, outcome, files, now());
            if let Some(cause) = cause {
                state.failed_by(exercise, cause, files);
            }
        }
    })
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

/// Whether nothing of this course was ever judged, as far as is known.
pub(super) fn is_first(store: &Store) -> bool {
    store.is_kept() && store.state().exercises().all(|(_, progress)| progress.judgements == 0)
}

/// Who is told of the run. A learner who comes for the first time is welcomed at once: making the environment takes
/// long enough to read.
fn reporter(
    json: bool,
    course: &Course,
    first: bool,
    context: &Context,
) -> anyhow::Result<Box<dyn Reporter>> {
    let out = Box::new(io::stdout());
    if json {
        return Ok(Box::new(JsonLines::new(out)));
    }
    let mut terminal = Terminal::new(out, context.style_for(course), context.bar());
    if let Some(text) = course.welcome.as_deref().filter(|_| first) {
        terminal.welcome(text)?;
    }
    Ok(Box::new(terminal.with_last_words(course.final_text.as_deref())))
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
