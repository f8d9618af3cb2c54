//! `prolings run NAME`: the learner's own file, with this terminal attached. Nothing is judged.

use std::io;
use std::process::Command;

use super::workplace::Workplace;
use super::{Context, engine};
use crate::cli::args;
use crate::error::{ExitStatus, UserError};
use crate::language::said;
use crate::model::check::CheckKind;
use crate::model::exercise::Exercise;
use crate::model::names::RelPath;

/// Runs the file where it lies, with the exercise's packages.
pub(super) fn run(args: &args::Run, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open(context)?;
    let exercise = place.exercise(&args.name, context)?;
    let script = script(exercise)?;
    let python = engine::python(&place.course, exercise, context)?;
    let mut command = Command::new(&python);
    command.args(["-s", "-B"]).arg(script.as_str()).args(&args.args).current_dir(&exercise.folder);
    Ok(hand_over(command, context).map_err(|error| {
        let (program, error) = (python.display().to_string(), error.to_string());
        UserError::new(said!("cannot-start-program", program = program, error = error))
    })?)
}

/// The program takes this process's place: the terminal, its signals and the exit code are the program's alone, and
/// nobody is left over when one of the two is killed.
#[cfg(unix)]
fn hand_over(mut command: Command, _: &Context) -> io::Result<ExitStatus> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

/// No such thing here: the program runs below this process, and its exit code becomes 0 or 1.
#[cfg(not(unix))]
fn hand_over(mut command: Command, context: &Context) -> io::Result<ExitStatus> {
    Ok(match command.status()?.code() {
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
        let name = exercise.name.as_str();
        UserError::new(said!("nothing-to-run", exercise = name))
            .help(said!("nothing-to-run.help", exercise = name))
    })
}
