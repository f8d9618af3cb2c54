//! `prolings solution NAME`: the reference answer and why it is so, for those who have passed.

use std::io::Write;

use super::Context;
use super::supply::{self, Answer};
use super::workplace::Workplace;
use crate::cli::args;
use crate::error::{ExitStatus, Place, UserError};
use crate::language::said;
use crate::progress::{Completion, hash_files};
use crate::report::terminal::{Style, reading};

/// Shows every file of the solution, then the notes.
pub(super) fn solution(args: &args::Solution, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let exercise = place.exercise(&args.name, context)?;
    let completion = place.store.state().completion(&exercise.name, hash_files(exercise));
    if completion == Completion::Open && !args.force {
        let name = exercise.name.as_str();
        return Err(UserError::new(said!("not-passed-yet", exercise = name))
            .why(said!("not-passed-yet.why"))
            .help(said!("not-passed-yet.help", exercise = name))
            .into());
    }
    let Some(answer) = supply::answer(&place, exercise) else {
        return Err(UserError::new(said!("no-solution-here", exercise = exercise.name.as_str()))
            .at(Place::path(place.course.shown_path(&exercise.solution)))
            .help(said!("no-solution-here.help"))
            .into());
    };
    let mut out = context.out();
    write(&mut out, context.style(), &answer)?;
    out.flush()?;
    Ok(ExitStatus::Success)
}

/// The solution's files, then the notes.
pub(super) fn write(out: &mut dyn Write, style: Style, answer: &Answer) -> std::io::Result<()> {
    for (name, text) in &answer.files {
        reading::file(out, style, name, text)?;
    }
    answer.notes.as_ref().map_or(Ok(()), |notes| reading::notes(out, style, notes))
}
