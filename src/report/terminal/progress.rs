//! The progress bar of a run: how many exercises are done, and what runs now.
//!
//! It is drawn only on a terminal, and never mixed with the report: [`Bar::above`] takes it off the screen while the
//! report writes.

use std::io;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

use super::screen::{Screen, bar_columns};
use super::style::Style;
use super::words;
use crate::language::say;
use crate::model::event::Event;
use crate::report::Reporter;

/// A bar, or nothing where nobody would see it.
pub struct Bar {
    bar: ProgressBar,
    running: Vec<String>,
    /// Columns of the terminal.
    columns: usize,
    /// How what it says is said.
    style: Style,
}

impl Bar {
    /// A bar on the error stream, which is a terminal of so many columns.
    pub fn stderr(columns: usize) -> Self {
        Self { columns, ..Self::on(Screen::stderr(columns)) }
    }

    /// No bar.
    pub fn hidden() -> Self {
        Self::on(ProgressDrawTarget::hidden())
    }

    /// A bar on this target.
    pub fn on(target: ProgressDrawTarget) -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), target);
        // Also when a run ends before its end: by an error, or because nobody reads any more.
        let bar = bar.with_finish(ProgressFinish::AndClear);
        Self { bar, running: Vec::new(), columns: 80, style: Style::default() }
    }

    pub(super) fn begin(&mut self, style: Style, exercises: usize) {
        self.style = style;
        let [full, rest] = style.symbols().bar;
        let template = format!("{{bar:{}}} {{pos}}/{{len}}  {{wide_msg}}", bar_columns(self.columns));
        if let Ok(style) = ProgressStyle::with_template(&template) {
            self.bar.set_style(style.progress_chars(&format!("{full}{full}{rest}")));
        }
        if self.bar.is_finished() {
            // Another run of the same watch.
            self.bar.reset();
        }
        self.bar.set_length(exercises as u64);
    }

    /// A job of this exercise has begun.
    pub(super) fn start(&mut self, exercise: &str) {
        if !self.running.iter().any(|name| name == exercise) {
            self.running.push(exercise.to_owned());
        }
        // A single exercise is mostly done before a bar could be read.
        if self.bar.length().is_some_and(|exercises| exercises > 1) {
            self.bar.set_message(self.running.join(", "));
        }
    }

    /// A job of this exercise takes long.
    pub(super) fn slow(&self, exercise: &str, elapsed: Duration) {
        let time = words::seconds(self.style, elapsed.as_secs_f64());
        self.bar.set_message(say!(self.style, "runs-for-long", exercise = exercise, time = time));
    }

    /// An exercise is done.
    pub(super) fn finish(&mut self, exercise: &str) {
        self.running.retain(|name| name != exercise);
        if self.bar.length().is_some_and(|exercises| exercises > 1) {
            self.bar.set_message(self.running.join(", "));
            self.bar.inc(1);
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }

    /// Writes with the bar off the screen.
    pub(super) fn above(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.bar.suspend(write)
    }
}

/// A reporter that shows nothing but the bar, for runs whose results are told in another way.
pub struct BarOnly {
    bar: Bar,
    style: Style,
}

impl BarOnly {
    /// A reporter that moves `bar`.
    pub fn new(bar: Bar, style: Style) -> Self {
        Self { bar, style }
    }

    /// Takes the bar off the screen.
    pub fn end(&self) {
        self.bar.end();
    }
}

impl Reporter for BarOnly {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::RunStarted { exercises, .. } => self.bar.begin(self.style, *exercises),
            Event::JobStarted { exercise, .. } => self.bar.start(exercise.as_str()),
            Event::JobSlow { exercise, elapsed, .. } => self.bar.slow(exercise.as_str(), *elapsed),
            Event::ExerciseFinished(result) => self.bar.finish(result.exercise.as_str()),
            Event::RunFinished(_) => self.bar.end(),
            Event::Grading(_) | Event::Notice { .. } | Event::JobFinished { .. } => {}
        }
        Ok(())
    }
}
