//! `prolings reset`: starters again, of one exercise, a topic or all, after a backup of the learner's files.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::Context;
use super::workplace::Workplace;
use crate::cli::args;
use crate::error::{Errors, ExitStatus, UserError, did_you_mean};
use crate::language::{Language, said, say};
use crate::model::exercise::Exercise;
use crate::progress::{self, Started};

/// Asks, backs up, puts the starters back.
pub(super) fn reset(args: &args::Reset, context: &Context) -> anyhow::Result<ExitStatus> {
    let mut place = Workplace::open_telling(context)?;
    let wanted: Vec<Exercise> = wanted(args, &place, context)?.into_iter().cloned().collect();
    let changed: Vec<&Exercise> =
        wanted.iter().filter(|exercise| place.starters.state(exercise) == Started::Edited).collect();
    let mut out = context.out();
    if changed.is_empty() {
        let said = match wanted.as_slice() {
            [one] => say!(context, "one-nothing-to-reset", exercise = one.name.as_str()),
            several => say!(context, "nothing-to-reset", number = several.len()),
        };
        writeln!(out, "{said}")?;
        return Ok(ExitStatus::Success);
    }
    // All of them or none: what cannot be put back is told before anything is touched.
    let unknown = changed.iter().filter_map(|exercise| place.starters.restore(exercise).err());
    Errors::check(unknown.collect())?;
    if !args.yes && !allowed(args, &changed, context)? {
        writeln!(out, "{}", say!(context, "nothing-was-changed"))?;
        return Ok(context.unless_interrupted(ExitStatus::Success));
    }
    let mut backups = Vec::new();
    for exercise in &changed {
        backups.extend(progress::reset(&place.course.root, exercise, &place.starters)?);
        place.store.update(|state| state.reset(&exercise.name))?;
    }
    let said = match changed.as_slice() {
        [one] => say!(context, "one-is-reset", exercise = one.name.as_str()),
        several => say!(context, "are-reset", number = several.len()),
    };
    writeln!(out, "{said}")?;
    match backups.as_slice() {
        [] => {}
        [_, _, _, _, ..] => {
            writeln!(out, "{}", say!(context, "files-kept", number = backups.len()))?;
        }
        few => {
            for backup in few {
                let path = place.course.shown_path(backup);
                writeln!(out, "{}", say!(context, "file-kept", path = path))?;
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
        let otherwise = said!("no-topic.help");
        UserError::new(said!("no-topic", topic = name)).help(did_you_mean(name, names, otherwise))
    })?;
    Ok(topic.exercises.iter().collect())
}

/// Whether the user agrees; an error where there is nobody to ask.
fn allowed(args: &args::Reset, changed: &[&Exercise], context: &Context) -> anyhow::Result<bool> {
    if !context.settings.can_ask {
        let what = match (&args.name, &args.topic) {
            (Some(name), _) => name.clone(),
            (None, Some(topic)) => format!("--topic {topic}"),
            (None, None) => "--all".to_owned(),
        };
        return Err(UserError::new(said!("reset-unconfirmed", what = &what))
            .why(said!("reset-unconfirmed.why"))
            .help(said!("reset-unconfirmed.help", what = what))
            .into());
    }
    let question = match changed {
        [one] => say!(context, "reset-one", exercise = one.name.as_str()),
        several => {
            for exercise in several {
                context.tell(&[exercise.name.as_str().into()]);
            }
            say!(context, "reset-several", number = several.len())
        }
    };
    Ok(confirmed(&question, context)?)
}

/// Asks; everything but a yes is a no, and so are Ctrl-C and the end of the input.
fn confirmed(question: &str, context: &Context) -> io::Result<bool> {
    let mut stderr = io::stderr();
    write!(stderr, "{question} [{}/N] ", say!(context, "yes-key"))?;
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
    Ok(is_yes(&answer, context.settings.language))
}

/// Whether an answer is a yes, in the user's language or in English.
pub(super) fn is_yes(answer: &str, language: Language) -> bool {
    let answer = answer.trim().to_lowercase();
    let own = [say!(language, "yes-key"), say!(language, "yes")];
    ["y", "yes"].contains(&answer.as_str()) || own.contains(&answer)
}
