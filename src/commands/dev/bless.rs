//! `prolings dev bless NAME`: locks the test ids that the solution collects in the manifest.

use std::io::Write;

use crate::cli::args;
use crate::commands::workplace::load_course_to_lock;
use crate::commands::{Context, engine};
use crate::discover::locks;
use crate::error::{ExitStatus, Place, UserError};
use crate::model::check::{Check, CheckKind, PytestCheck};
use crate::model::course::Course;
use crate::model::execution::Execution;
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::names::TestId;
use crate::model::record::Record;
use crate::plan::{jobs, selection};
use crate::progress::atomic;

/// Collects the ids of every `pytest` check by running it on the solution, and writes them.
pub(super) fn bless(args: &args::DevBless, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course_to_lock(context)?;
    let exercise = selection::select_one(&course, &args.name, &context.settings.cwd)?;
    let environments = engine::environments(&course, context)?;
    let runner = engine::runner(&environments, &[exercise], context)?;
    let manifest = exercise.folder.join("exercise.yaml");
    let shown = course.shown_path(&manifest);
    let before = std::fs::read_to_string(&manifest)?;
    let mut text = before.clone();
    let mut out = context.out();
    let mut suites = 0;
    for (check, job) in exercise.checks.iter().zip(jobs::jobs(exercise, &Target::Solution)) {
        let Check { kind: CheckKind::Pytest(suite), .. } = check else { continue };
        let ids = collected(&course, exercise, suite, &runner.run(&job, &context.cancel))?;
        report(&mut out, suite, &ids)?;
        text = locks::with_tests(&text, suite.file.as_str(), &ids).ok_or_else(|| {
            UserError::new(format!("no `pytest: {}` check was found to write to", suite.file))
                .at(Place::path(&shown))
        })?;
        suites += 1;
    }
    if suites == 0 {
        writeln!(out, "{} has no `pytest` check: nothing to lock.", exercise.name)?;
    } else if text == before {
        writeln!(out, "{shown} is up to date.")?;
    } else {
        atomic::replace(&manifest, text.as_bytes())?;
        writeln!(out, "{shown} is written.")?;
    }
    Ok(context.unless_interrupted(ExitStatus::Success))
}

fn report(out: &mut impl Write, suite: &PytestCheck, ids: &[TestId]) -> std::io::Result<()> {
    for id in ids.iter().filter(|id| !suite.tests.contains(id)) {
        writeln!(out, "+ {id}")?;
    }
    for id in suite.tests.iter().filter(|id| !ids.contains(id)) {
        writeln!(out, "- {id}")?;
    }
    Ok(())
}

/// The ids of a run in which the solution passed everything: others are not worth locking.
fn collected(
    course: &Course,
    exercise: &Exercise,
    suite: &PytestCheck,
    execution: &Execution,
) -> Result<Vec<TestId>, UserError> {
    let ids = execution.records.iter().find_map(|record| match record {
        Record::Collected { tests } => Some(tests.iter().map(TestId::new).collect::<Vec<_>>()),
        _ => None,
    });
    let clean = execution.records.iter().any(|record| matches!(record, Record::Finished { status: 0 }));
    match ids {
        Some(ids) if clean && !ids.is_empty() => Ok(ids),
        _ => Err(UserError::new(format!("the solution of `{}` does not pass {}", exercise.name, suite.file))
            .at(Place::path(course.shown_path(&exercise.solution)))
            .why("ids are locked from a run in which every test passes")
            .help(format!("`prolings dev check {}` shows what fails", exercise.name))),
    }
}
