//! `prolings hint`: one hint more each time, and those seen before.

use std::io::Write;

use serde::Serialize;

use super::workplace::Workplace;
use super::{Context, print_json};
use crate::cli::args;
use crate::error::{ExitStatus, UserError};
use crate::language::said;
use crate::report::terminal::reading;

#[derive(Serialize)]
struct Hints<'a> {
    exercise: &'a str,
    shown: Vec<&'a str>,
    available: usize,
}

/// Shows the hints and remembers how many were seen.
pub(super) fn hint(args: &args::Hint, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open_telling(context)?;
    let exercise = place.exercise_or_current(args.name.as_deref(), context)?.clone();
    if exercise.hints.is_empty() {
        let task = place.course.shown_path(&exercise.readme());
        return Err(UserError::new(said!("no-hints", exercise = exercise.name.as_str()))
            .help(said!("no-hints.help", task = task))
            .into());
    }
    let remembered = place.store.update(|state| state.show_hint(&exercise));
    let mut known = place.store.state().hints(&exercise);
    if remembered.is_err() || !place.store.is_kept() {
        // Not being able to remember is no reason to keep a hint back.
        known.shown.append(&mut known.left);
    }
    let available = known.available();
    let hints = Hints { exercise: exercise.name.as_str(), shown: known.shown, available };
    if args.json {
        print_json(context, &hints)?;
    } else {
        let mut out = context.out();
        reading::hints(&mut out, context.style(), hints.exercise, &hints.shown, hints.available)?;
        out.flush()?;
    }
    Ok(ExitStatus::Success)
}
