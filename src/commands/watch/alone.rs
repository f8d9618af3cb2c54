//! `prolings list` on a terminal: the list, without a watch around it until an exercise is chosen.

use std::io;
use std::sync::mpsc::channel;
use std::time::Instant;

use super::beat::{self, Next};
use super::browse::{Asked, Browser};
use super::stage::Stage;
use crate::cli::args;
use crate::commands::workplace::Workplace;
use crate::commands::{Context, list};
use crate::error::ExitStatus;
use crate::model::names::ExerciseName;
use crate::report::terminal::Style;
use crate::report::terminal::watch::Size;
use crate::watch::{self, Event, Key, Keys};

/// How somebody leaves the list.
enum Left {
    Ended(ExitStatus),
    /// To work on this exercise.
    For(ExerciseName),
}

struct Alone<'a> {
    place: Workplace,
    browser: Browser,
    style: Style,
    context: &'a Context,
    /// When the loop last looked around.
    pulse: Instant,
}

/// Shows the list until the learner leaves it. Choosing an exercise leads to a watch that begins with it.
pub(in crate::commands) fn browse(place: Workplace, context: &Context) -> anyhow::Result<ExitStatus> {
    let style = context.style_for(&place.course);
    let table = list::table(&place, place.standing(), context);
    let at_hand = place.current().map(|exercise| exercise.name.to_string());
    let browser = Browser::new(table, at_hand.as_deref());
    let (sender, events) = channel();
    let mut stage = Stage::take()?;
    let keys = Keys::start::<Event>(sender);
    let mut alone = Alone { place, browser, style, context, pulse: Instant::now() };
    let mut drawn = Instant::now();
    let left = loop {
        let next = beat::next(&events, &mut drawn, || alone.draw(&mut stage))?;
        if context.cancel.is_cancelled() {
            break Left::Ended(ExitStatus::Interrupted);
        }
        if beat::was_stopped(alone.pulse) {
            keys.hold(|| stage.lend(|| ()))?;
        }
        alone.pulse = Instant::now();
        match next {
            Next::Pulse => {}
            Next::Over => break Left::Ended(ExitStatus::Success),
            Next::Happened(event) => {
                if let Some(left) = alone.seen(&event, &mut stage, &keys)? {
                    break left;
                }
            }
        }
    };
    drop(stage);
    match left {
        Left::Ended(status) => Ok(status),
        // The watch reads keys by itself; two readers would share them out.
        Left::For(name) => keys.hold(|| super::watch(&args::Watch::at(name.as_str()), context)),
    }
}

impl Alone<'_> {
    fn seen(&mut self, event: &Event, stage: &mut Stage, keys: &Keys) -> io::Result<Option<Left>> {
        match event {
            Event::Key(Key::Quit) | Event::KeysEnded => return Ok(Some(Left::Ended(ExitStatus::Success))),
            Event::Key(Key::Suspend) => {
                keys.hold(|| stage.lend(watch::suspend))?;
                self.pulse = Instant::now();
            }
            Event::Key(Key::Redraw) | Event::Resized => stage.forget(),
            Event::Key(key) => return Ok(self.key(*key)),
            Event::Saved(_) | Event::Watching(_) | Event::Lost => {}
        }
        Ok(None)
    }

    fn key(&mut self, key: Key) -> Option<Left> {
        let (style, size) = self.look();
        match self.browser.key(key, style, size) {
            Asked::Nothing => None,
            Asked::Leave => Some(Left::Ended(ExitStatus::Success)),
            Asked::Go(name) => Some(Left::For(name)),
            Asked::Reset(name) => {
                let exercise = self.place.course.exercise(name.as_str()).cloned();
                let said = exercise.map(|exercise| self.place.put_back(&exercise)).unwrap_or_default();
                self.browser.renew(list::table(&self.place, self.place.standing(), self.context));
                self.browser.say(said);
                None
            }
        }
    }

    fn look(&self) -> (Style, Size) {
        let (columns, rows) = watch::size();
        super::fitted(self.style, Size { columns, rows })
    }

    fn draw(&self, stage: &mut Stage) -> io::Result<()> {
        let (style, size) = self.look();
        stage.draw(&self.browser.screen(style, size))
    }
}
