//! `prolings reset`: starters again, of one exercise, a topic or all, after a backup of the learner's files.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::Context;
use super::workplace::Workplace;
use crate::cli::args;
use crate::error::{Errors, ExitStatus, UserError, did_you_mean};
use crate::model::exercise::Exercise;
use crate::progress::{self, Started};

/// Asks, backs up, puts the starters back.
pub(super) fn reset(args: &args::Reset, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open_telling(context)?;
    let wanted: Vec<Exercise> = wanted(args, &place, context)?.into_iter().cloned().collect();
    let changed: Vec<&Exercise> =
        wanted.iter().filter(|exercise| place.starters.state(exercise) == Started::Edited).collect();
    let mut out = context.out();
    let all = subject(&wanted.iter().collect::<Vec<_>>());
    if changed.is_empty() {
        writeln!(out, "{all} {} shipped: nothing to reset.", is_as(wanted.len()))?;
        return Ok(ExitStatus::Success);
    }
    // All of them or none: what cannot be put back is told before anything is touched.
    let unknown = changed.iter().filter_map(|exercise| place.starters.restore(exercise).err());
    Errors::check(unknown.collect())?;
    if !args.yes && !allowed(args, &changed, context)? {
        writeln!(out, "Nothing was changed.")?;
        return Ok(context.unless_interrupted(ExitStatus::Success));
    }
    let mut backups = Vec::new();
    for exercise in &changed {
        backups.extend(progress::reset(&place.course.root, exercise, &place.starters)?);
        place.store.update(|state| state.reset(&exercise.name))?;
    }
    writeln!(out, "{} {} shipped.", subject(&changed), is_as(changed.len()))?;
    match backups.as_slice() {
        [] => {}
        [_, _, _, _, ..] => {
            writeln!(out, "Your {} files are kept in .prolings/backups", backups.len())?;
        }
        few => {
            for backup in few {
                writeln!(out, "Your file is kept at {}", place.course.shown_path(backup))?;
            }
        }
    }
    Ok(ExitStatus::Success)
}

/// The exercises that are to be reset.
fn wanted<'a>(
    args: &args::Reset,
    place: &'a Workplace,
    context: &Context,
) -> Result<Vec<&'a Exercise>, Errors> {
    if let Some(name) = &args.name {
        return Ok(vec![place.exercise(name, context)?]);
    }
    let Some(name) = &args.topic else { return Ok(place.course.exercises().collect()) };
    let topics = &place.course.topics;
    let topic = topics.iter().find(|topic| topic.name.as_str() == name).ok_or_else(|| {
        let names = topics.iter().map(|topic| topic.name.as_str());
        UserError::new(format!("there is no topic `{name}`")).help(did_you_mean(
            name,
            names,
            "`prolings list` shows the topics",
        ))
    })?;
    Ok(topic.exercises.iter().collect())
}

fn subject(exercises: &[&Exercise]) -> String {
    match exercises {
        [one] => one.name.to_string(),
        several => format!("{} exercises", several.len()),
    }
}

fn is_as(number: usize) -> &'static str {
    if number == 1 { "is as it was" } else { "are as they were" }
}

/// Whether the user agrees; an error where there is nobody to ask.
fn allowed(args: &args::Reset, changed: &[&Exercise], context: &Context) -> anyhow::Result<bool> {
    if !context.settings.can_ask {
        let what = match (&args.name, &args.topic) {
            (Some(name), _) => name.clone(),
            (None, Some(topic)) => format!("--topic {topic}"),
            (None, None) => "--all".to_owned(),
        };
        return Err(UserError::new(format!("`prolings reset {what}` wants to be confirmed"))
            .why("it replaces your files, and there is no terminal to ask")
            .help(format!("run `prolings reset {what} --yes`; your files are kept as a backup"))
            .into());
    }
    let question = match changed {
        [one] => format!("Put the starter of {} back? Your file is kept as a backup. [y/N] ", one.name),
        several => {
            for exercise in several {
                context.tell(&[exercise.name.as_str().into()]);
            }
            format!(
                "Put the starters of these {} exercises back? Your files are kept as backups. [y/N] ",
                several.len()
            )
        }
    };
    Ok(confirmed(&question, context)?)
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
