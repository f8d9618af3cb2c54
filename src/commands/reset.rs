//! `prolings reset NAME`: the starter again, after a backup of the learner's file.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::Context;
use super::workplace::Workplace;
use crate::cli::args;
use crate::error::{ExitStatus, UserError};
use crate::progress::{self, Started};

/// Asks, backs up, puts the starter back.
pub(super) fn reset(args: &args::Reset, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open_telling(context)?;
    let exercise = place.exercise(&args.name, context)?.clone();
    let mut out = context.out();
    if place.starters.state(&exercise) == Started::Pristine {
        writeln!(out, "{} is as it was shipped: nothing to reset.", exercise.name)?;
        return Ok(ExitStatus::Success);
    }
    if !args.yes {
        if !context.settings.can_ask {
            return Err(UserError::new(format!("`prolings reset {}` wants to be confirmed", exercise.name))
                .why("it replaces your files, and there is no terminal to ask")
                .help(format!(
                    "run `prolings reset {} --yes`; your files are kept as a backup",
                    exercise.name
                ))
                .into());
        }
        let question =
            format!("Put the starter of {} back? Your file is kept as a backup. [y/N] ", exercise.name);
        if !confirmed(&question, context)? {
            writeln!(out, "Nothing was changed.")?;
            return Ok(context.unless_interrupted(ExitStatus::Success));
        }
    }
    let backups = progress::reset(&place.course.root, &exercise, &place.starters)?;
    place.store.update(|state| state.reset(&exercise.name))?;
    writeln!(out, "{} is as it was shipped.", exercise.name)?;
    for backup in backups {
        writeln!(out, "Your file is kept at {}", place.course.shown_path(&backup))?;
    }
    Ok(ExitStatus::Success)
}

/// Asks; everything but a yes is a no, and so are Ctrl-C and the end of the input.
fn confirmed(question: &str, context: &Context) -> io::Result<bool> {
    let mut stderr = io::stderr();
    write!(stderr, "{question}")?;
    stderr.flush()?;
    let (sender, receiver) = channel();
    // A read goes on after a signal, so it waits where nobody minds.
    std::thread::spawn(move || {
        let mut answer = String::new();
        let read = io::stdin().lock().read_line(&mut answer);
        let _ = sender.send(read.map(|_| answer));
    });
    let answer = loop {
        match receiver.recv_timeout(Duration::from_millis(30)) {
            Ok(answer) => break answer?,
            Err(RecvTimeoutError::Timeout) if !context.cancel.is_cancelled() => {}
            Err(_) => break String::new(),
        }
    };
    if !answer.ends_with('\n') {
        writeln!(stderr)?;
    }
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
}
