//! The report for a learner at a terminal: first the verdict, then the smallest thing that explains it, then one next
//! step.
//!
//! Owns when something is written: results in a line each while several exercises run, in the order of the exercises
//! however they finish, and at the end the first problem in teaching order in full. How things look is decided by the modules below.

pub mod blessing;
pub mod canvas;
pub mod chart;
pub mod class;
pub mod coverage;
mod diff;
pub mod doctor;
pub mod error;
mod exception;
mod failure;
mod grid;
mod layout;
mod link;
pub mod list;
pub mod mutation;
mod page;
pub mod plain;
mod progress;
pub mod proof;
pub mod reading;
mod result;
mod screen;
pub mod setup;
pub mod shipped;
pub mod stats;
mod stopped;
mod style;
mod summary;
mod test;
mod versions;
pub mod watch;
mod words;

use std::collections::BTreeMap;
use std::io::{self, Write};

use page::{Line, Page};
use style::Role;

pub use progress::{Bar, BarOnly};
pub use style::Style;

use super::Reporter;
use crate::language::{Text, say};
use crate::model::event::{Event, ExerciseResult, RunSummary, Status};
use crate::model::grade::Provenance;

/// Writes a run for a learner to read.
pub struct Terminal {
    out: Box<dyn Write + Send>,
    style: Style,
    bar: Bar,
    /// Exercises of this run.
    exercises: usize,
    /// Whether something was written that the next part must be set apart from.
    written: bool,
    /// The first problem in teaching order so far.
    problem: Option<ExerciseResult>,
    /// The course's last words, for when everything is done.
    last_words: Option<String>,
    /// Where the grade comes from, when a submission is graded.
    provenance: Option<Provenance>,
    /// Passes that can be forged.
    unproved: Vec<String>,
    /// Results by their place in the run that are not written yet: they wait for those before them, so that the report
    /// of the same run is always the same.
    waiting: BTreeMap<usize, ExerciseResult>,
    /// The place whose turn it is.
    turn: usize,
}

/// What sets a part of the report apart from what stands above it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Blank,
}

/// Which of the waiting results are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// Those that no other result must come before.
    TheirTurn,
    /// All.
    All,
}

impl Terminal {
    /// A report to this writer, with a bar for the time in between.
    pub fn new(out: Box<dyn Write + Send>, style: Style, bar: Bar) -> Self {
        Self {
            out,
            style,
            bar,
            exercises: 0,
            written: false,
            problem: None,
            last_words: None,
            provenance: None,
            unproved: Vec::new(),
            waiting: BTreeMap::new(),
            turn: 0,
        }
    }

    /// The course's own words for who comes to it for the first time.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn welcome(&mut self, text: &str) -> io::Result<()> {
        let mut page = Page::new(self.style);
        page.prose(0, Role::Plain, text);
        writeln!(self.out, "{}", page.render())?;
        self.out.flush()
    }

    /// The course's own words for who has done all of it.
    #[must_use]
    pub fn with_last_words(mut self, text: Option<&str>) -> Self {
        self.last_words = text.map(str::to_owned);
        self
    }

    fn finished(&mut self, result: &ExerciseResult) -> io::Result<()> {
        self.bar.finish(result.exercise.as_str());
        if result.can_be_forged() {
            self.unproved.push(result.exercise.to_string());
        }
        let is_problem = matches!(result.status, Status::Failed | Status::Fault);
        if is_problem && self.problem.as_ref().is_none_or(|first| result.index < first.index) {
            self.problem = Some(result.clone());
        }
        if self.exercises == 1 {
            let mut page = Page::new(self.style);
            result::in_full(&mut page, result);
            return self.write(&page, Gap::Blank);
        }
        self.waiting.insert(result.index, result.clone());
        // Remembered results come all at once, and are written so with the next event.
        if result.cached { Ok(()) } else { self.write_lines(Waiting::TheirTurn) }
    }

    /// Writes results in a line each.
    fn write_lines(&mut self, which: Waiting) -> io::Result<()> {
        let mut page = Page::new(self.style);
        while let Some(next) = self.waiting.first_entry()
            && (*next.key() == self.turn || which == Waiting::All)
        {
            self.turn = next.key() + 1;
            let result = next.remove();
            if result.status != Status::Cancelled {
                result::one_line(&mut page, &result);
            }
        }
        self.write(&page, Gap::None)
    }

    fn end(&mut self, summary: &RunSummary) -> io::Result<()> {
        self.bar.end();
        self.write_lines(Waiting::All)?;
        let problem = self.problem.take();
        let mut page = Page::new(self.style);
        if self.exercises != 1 {
            if let Some(problem) = &problem {
                result::in_full(&mut page, problem);
                page.blank();
            }
            if let Some(standing) = &summary.standing {
                summary::standing(&mut page, standing);
            }
            summary::tally(&mut page, summary);
        } else if let Some(standing) = &summary.standing {
            summary::standing(&mut page, standing);
        }
        if let Some(provenance) = &self.provenance {
            self.unproved.sort();
            summary::grade(&mut page, provenance, summary, &self.unproved);
        }
        let last_words = self.last_words.as_deref();
        summary::next_step(&mut page, problem.as_ref(), summary, last_words);
        self.write(&page, Gap::Blank)?;
        self.written = false;
        self.out.flush()
    }

    fn write(&mut self, page: &Page, gap: Gap) -> io::Result<()> {
        let mut screen = page.render();
        if screen.is_empty() {
            return Ok(());
        }
        if self.written && gap == Gap::Blank {
            screen.insert(0, '\n');
        }
        self.written = true;
        let out = &mut self.out;
        self.bar.above(|| {
            out.write_all(screen.as_bytes())?;
            out.flush()
        })
    }
}

impl Reporter for Terminal {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Grading(provenance) => {
                self.provenance = Some(provenance.clone());
                Ok(())
            }
            Event::RunStarted { exercises, .. } => {
                self.exercises = *exercises;
                self.problem = None;
                self.turn = 0;
                self.bar.begin(self.style, *exercises);
                Ok(())
            }
            Event::Notice { text } => {
                self.write_lines(Waiting::TheirTurn)?;
                let mut page = Page::new(self.style);
                notice(&mut page, text);
                self.write(&page, Gap::None)
            }
            Event::JobStarted { exercise, .. } => {
                self.bar.start(exercise.as_str());
                self.write_lines(Waiting::TheirTurn)
            }
            Event::JobSlow { exercise, elapsed, .. } => {
                self.bar.slow(exercise.as_str(), *elapsed);
                Ok(())
            }
            Event::JobFinished { .. } => Ok(()),
            Event::ExerciseFinished(result) => self.finished(result),
            Event::RunFinished(summary) => self.end(summary),
        }
    }
}

/// Notices outside of a run.
///
/// # Errors
/// When they cannot be written.
pub fn notices(out: &mut dyn Write, style: Style, texts: &[Text]) -> io::Result<()> {
    let mut page = Page::new(style);
    texts.iter().for_each(|text| notice(&mut page, text));
    out.write_all(page.render().as_bytes())
}

fn notice(page: &mut Page, text: &Text) {
    let style = page.style;
    let text = &text.by(style.language);
    let label = style.span(Role::Quiet, &format!("{} ", say!(style, "note")));
    page.put(Line::prose(0, style.with_code(Role::Plain, text)).lead(label));
}

/// Prose of a course's author (a hint, notes on a solution, a welcome), wrapped and escaped, with its newline.
pub fn prose(style: Style, text: &str) -> String {
    let mut page = Page::new(style);
    page.prose(0, Role::Plain, text);
    page.render()
}
