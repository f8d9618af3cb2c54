//! `prolings dev check`: proves that exercises are sound.
//!
//! For each: the starter fails (and not by a fault), the solution passes, each mistake fails and earns its own
//! feedback, and what belongs to an exercise is there.

use super::findings::{Finding, on_files, on_result};
use crate::cli::args;
use crate::cli::settings::workers;
use crate::commands::workplace::load_course;
use crate::commands::{Context, engine, print_json};
use crate::error::ExitStatus;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::plan::{Task, selection};
use crate::report::terminal::BarOnly;
use crate::report::terminal::proof::{self, Proof};
use crate::session::Session;

/// Runs every target of the chosen exercises and reports all findings.
pub(super) fn check(args: &args::DevCheck, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course(context)?;
    let exercises: Vec<&Exercise> = if args.wanted.is_empty() {
        course.exercises().collect()
    } else {
        selection::select(&course, &args.wanted, &context.settings.cwd)?
    };
    let environments = engine::environments(&course, context)?;
    let runner = engine::runner(&environments, &exercises, context)?;
    let mut findings: Vec<Finding> =
        exercises.iter().flat_map(|exercise| on_files(exercise, &course)).collect();
    let tasks: Vec<Task<'_>> = exercises.iter().flat_map(|exercise| targets(exercise)).collect();
    let session = Session {
        course: &course,
        runner: runner.as_ref(),
        workers: workers(args.jobs),
        cancel: &context.cancel,
    };
    // Failing is what starters and mistakes are for, so results are not shown one by one.
    let mut bar = BarOnly::new(context.bar(), context.style());
    let run = session.run(&tasks, &mut bar)?;
    bar.end();
    for (task, result) in tasks.iter().zip(&run.results) {
        findings.extend(on_result(task, result));
    }
    // In the order of the course, whatever was found first.
    findings.sort_by_key(|finding| exercises.iter().position(|exercise| exercise.name == finding.exercise));
    let proof = Proof {
        exercises: exercises.len(),
        judged: run.results.iter().filter(|result| judged(result)).count(),
        skipped: skipped(&run.results),
        findings: findings.iter().map(Finding::shown).collect(),
        seconds: run.summary.wall.as_secs_f64(),
    };
    if args.json {
        print_json(context, &proof)?;
    } else {
        proof::write(&mut context.out(), context.style(), &proof)?;
    }
    let status = if findings.is_empty() { ExitStatus::Success } else { ExitStatus::Failure };
    Ok(context.unless_interrupted(status))
}

fn targets(exercise: &Exercise) -> Vec<Task<'_>> {
    let mistakes = exercise.mistakes.iter().map(|mistake| Target::Mistake(mistake.name.clone()));
    [Target::Starter, Target::Solution]
        .into_iter()
        .chain(mistakes)
        .map(|target| Task::new(exercise, target))
        .collect()
}

fn judged(result: &ExerciseResult) -> bool {
    !matches!(result.status, Status::Skipped | Status::Cancelled)
}

/// `name: why`, once an exercise.
fn skipped(results: &[ExerciseResult]) -> Vec<String> {
    let mut skipped: Vec<String> = results
        .iter()
        .filter_map(|result| Some(format!("{}: {}", result.exercise, result.skip_reason()?)))
        .collect();
    skipped.dedup();
    skipped
}
