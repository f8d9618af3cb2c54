//! The making of a Python environment: a bar on a terminal, a line a step elsewhere.

use std::io::{self, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::screen::{Screen, bar_columns};
use crate::language::{Language, say};

/// Shows how far something that takes a while has come. On standard error, so that a report stays clean.
pub struct Setup {
    title: String,
    bar: Option<ProgressBar>,
}

impl Setup {
    /// Begins; `about` says what it is made from. `terminal` has its columns when a bar can be drawn.
    pub fn start(title: String, about: &str, terminal: Option<usize>, language: Language) -> Self {
        let bar = terminal.map(|columns| {
            let bar = ProgressBar::with_draw_target(Some(100), Screen::stderr(columns));
            let template = format!("{{spinner}} {{bar:{}}} {{wide_msg}}", bar_columns(columns));
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style.progress_chars("━━─"));
            }
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        let setup = Self { title, bar };
        let (made_once, from) =
            (say!(language, "made-once", what = &setup.title), say!(language, "made-from", what = about));
        setup.tell(&format!("{made_once}\n  {from}"));
        setup
    }

    /// A step begins; `percent` of the work is done before it.
    pub fn step(&self, words: &str, percent: u64) {
        match &self.bar {
            Some(bar) => {
                bar.set_position(percent);
                bar.set_message(words.to_owned());
            }
            None => self.tell(&format!("{}: {words}", self.title)),
        }
    }

    /// It is over; the bar goes.
    pub fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }

    fn tell(&self, text: &str) {
        // Nobody to tell is no reason to stop.
        let _ = match &self.bar {
            Some(bar) => bar.suspend(|| writeln!(io::stderr(), "{text}")),
            None => writeln!(io::stderr(), "{text}"),
        };
    }
}
