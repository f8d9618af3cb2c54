//! `prolings next`: the exercise to work on, with its task.

use std::io::Write;

use super::workplace::Workplace;
use super::{Context, print_json};
use crate::cli::args;
use crate::error::ExitStatus;
use crate::report::terminal::reading;

/// Shows the first exercise in teaching order that is not done.
pub(super) fn next(args: &args::Next, context: &Context) -> anyhow::Result<ExitStatus> {
    let place = Workplace::open_telling(context)?;
    let standing = place.standing();
    if args.json {
        print_json(context, &standing)?;
        return Ok(ExitStatus::Success);
    }
    let mut out = context.out();
    match (place.current(), &standing.next) {
        (Some(exercise), Some(next)) => {
            let files: Vec<String> = exercise
                .edit
                .iter()
                .map(|path| place.course.shown_path(&path.under(&exercise.folder)))
                .collect();
            let task = place.task(exercise)?;
            reading::next(&mut out, context.style_for(&place.course), next, &files, &task, &standing)?;
        }
        _ => reading::all_done(&mut out, context.style(), place.course.final_text.as_deref())?,
    }
    out.flush()?;
    Ok(ExitStatus::Success)
}
