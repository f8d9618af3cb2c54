//! `prolings run NAME`: the learner's own file, with this terminal attached. Nothing is judged.

use std::process::Command;

use anyhow::Context as _;

use super::workplace::Workplace;
use super::{Context, engine};
use crate::cli::args;
use crate::error::{ExitStatus, UserError};
use crate::model::check::CheckKind;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;

/// Runs the file where it lies, with the exercise's packages.
pub(super) fn run(args: &args::Run, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open(context)?;
    let exercise = place.exercise(&args.name, context)?;
    let script = script(exercise)?;
    let python = engine::python(&place.course, exercise, context)?;
    let status = Command::new(&python)
        .args(["-s", "-B"])
        .arg(script.as_str())
        .args(&args.args)
        .current_dir(&exercise.folder)
        .status()
        .with_context(|| format!("cannot start {}", python.display()))?;
    Ok(match status.code() {
        Some(0) => ExitStatus::Success,
        // Ctrl-C went to the program as well, and it was the program's to answer.
        _ if context.cancel.is_cancelled() => ExitStatus::Interrupted,
        _ => ExitStatus::Failure,
    })
}

/// The script that a check runs, or else the first Python file that the learner edits.
fn script(exercise: &Exercise) -> Result<&RelPath, UserError> {
    let of_check = exercise.checks.iter().find_map(|check| match &check.kind {
        CheckKind::Output(check) => Some(&check.script),
        _ => None,
    });
    let edited = exercise.edit.iter().find(|path| path.as_str().ends_with(".py"));
    of_check.or(edited).ok_or_else(|| {
        UserError::new(format!("exercise `{}` has no Python file to run", exercise.name))
            .help(format!("`prolings check {}` judges it", exercise.name))
    })
}
