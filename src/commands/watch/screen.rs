//! The loop for a terminal that can be drawn on: what happens goes in, a screen comes out.

mod typed;

use std::io;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::beat::{self, Next};
use super::browse::Browser;
use super::desk::{Desk, Saved};
use super::pager::Pager;
use super::runs::{Finished, News, Runs, What};
use super::stage::Stage;
use super::words::{HELP, HELP_WORDS, OPEN_KEYS, PASSED_KEYS};
use super::{Advance, Happening};
use crate::commands::memory::Recall;
use crate::commands::{Context, errors_of};
use crate::error::ExitStatus;
use crate::model::names::ExerciseName;
use crate::progress::{FilesHash, hash_files};
use crate::report::terminal::watch::{self as screens, Foot, Prompt, Size};
use crate::report::terminal::{self, Style};
use crate::watch::{self, Event, Key, Keys, Means};

/// A run that takes less is not worth a word: the words would only flicker.
const WORTH_A_WORD: Duration = Duration::from_millis(250);

/// What the screen shows.
enum Mode {
    /// The exercise.
    Main,
    /// A text to scroll.
    Scroll { text: Text, pager: Pager },
    /// The list.
    List(Box<Browser>),
    /// The exercise is chosen by a part of its name.
    GoTo { typed: String },
    /// The learner is asked whether the starter is to be put back.
    Reset,
}

/// A text to scroll.
enum Text {
    Details,
    Task,
    Help,
    /// Laid out anew for each width.
    Fixed {
        title: String,
        rows: Box<dyn Fn(Style) -> Vec<String>>,
    },
}

/// What happens to the loop next.
enum Flow {
    GoOn,
    Quit(ExitStatus),
}

/// A watch on a terminal.
pub(super) struct Watch<'a> {
    desk: Desk,
    runs: Runs,
    advance: Advance,
    context: &'a Context,
    style: Style,
    mode: Mode,
    message: String,
    /// When the loop last looked around.
    pulse: Instant,
    /// Whether the run under way is of a save.
    of_save: bool,
    /// The files at hand when a check was last ordered.
    ordered: Option<FilesHash>,
    /// What goes on, and since when.
    busy: Option<(Instant, String)>,
    /// How many of a run of several are done, and of how many.
    done: (usize, usize),
}

impl<'a> Watch<'a> {
    pub(super) fn new(desk: Desk, runs: Runs, advance: Advance, context: &'a Context) -> Self {
        let mode = desk.welcome().map_or(Mode::Main, |text| {
            let rows = move |style| screens::rows(&screens::text(style, &text));
            let text = Text::Fixed { title: desk.course().title.clone(), rows: Box::new(rows) };
            Mode::Scroll { text, pager: Pager::default() }
        });
        Self {
            style: context.style_for(desk.course()),
            desk,
            runs,
            advance,
            context,
            mode,
            message: String::new(),
            pulse: Instant::now(),
            of_save: false,
            ordered: None,
            busy: None,
            done: (0, 0),
        }
    }

    /// Runs until the learner quits or a signal comes.
    pub(super) fn run(
        mut self,
        sender: Sender<Happening>,
        happenings: &Receiver<Happening>,
    ) -> anyhow::Result<ExitStatus> {
        let mut stage = Stage::take()?;
        let keys = Keys::start(sender);
        self.check_again();
        let mut drawn = Instant::now();
        loop {
            let next = beat::next(happenings, &mut drawn, || self.draw(&mut stage))?;
            if self.context.cancel.is_cancelled() {
                return Ok(ExitStatus::Interrupted);
            }
            if beat::was_stopped(self.pulse) {
                self.lend(&mut stage, &keys, || ())?;
            }
            self.pulse = Instant::now();
            match next {
                Next::Over => return Ok(ExitStatus::Success),
                Next::Happened(Happening::Seen(event)) => {
                    if let Flow::Quit(status) = self.seen(event, &mut stage, &keys)? {
                        return Ok(status);
                    }
                }
                Next::Happened(Happening::Run(number, news)) => self.news(number, news, &mut stage)?,
                Next::Happened(Happening::Line(_)) | Next::Pulse => {}
            }
        }
    }

    fn seen(&mut self, event: Event, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
        match event {
            Event::Key(Key::Quit) | Event::KeysEnded => return Ok(Flow::Quit(ExitStatus::Success)),
            Event::Key(Key::Suspend) => self.lend(stage, keys, watch::suspend)?,
            Event::Key(Key::Redraw) | Event::Resized => stage.forget(),
            Event::Key(key) => {
                self.message.clear();
                return self.key(key, stage, keys);
            }
            Event::Saved(paths) => self.saved(&paths),
            Event::Watching(means) => {
                if means == Means::Polling {
                    self.message =
                        "saves are noticed with a short delay here: the system tells of none".to_owned();
                }
                self.look_again();
            }
            Event::Lost => self.look_again(),
        }
        Ok(Flow::GoOn)
    }

    /// Leaves terminal and keys to `other`.
    fn lend<T>(&mut self, stage: &mut Stage, keys: &Keys, other: impl FnOnce() -> T) -> io::Result<T> {
        let value = keys.hold(|| stage.lend(other));
        self.pulse = Instant::now();
        value
    }

    /// Files may have been saved without our knowing.
    fn look_again(&mut self) {
        self.desk.look_at_all();
        if self.runs.under_way().is_none() && self.desk.has_changed() {
            self.check_again();
        }
    }

    fn saved(&mut self, paths: &[std::path::PathBuf]) {
        match self.desk.saved(paths) {
            Saved::Nothing => {}
            Saved::AtHand => {
                // Putting the starter back is a save as well: what was said of it stays, and the list that it was asked
                // for in.
                if hash_files(self.desk.exercise()) != self.ordered {
                    self.message.clear();
                    self.mode = Mode::Main;
                }
                self.check_again();
                self.of_save = true;
            }
            Saved::Other(name) => {
                let before = self.desk.exercise().name.clone();
                self.go(&name);
                self.message = format!("you saved {name}: here it is; `g` goes back to {before}");
            }
            Saved::Pristine(name) => {
                self.message = format!("{name} was saved as it is shipped; `g` goes there");
            }
            Saved::Several(number) => {
                self.message = format!("{number} other exercises were saved; `c` checks them");
            }
        }
    }

    fn check_again(&mut self) {
        let name = self.desk.exercise().name.clone();
        self.order(What::One(name), Recall::Unchanged);
    }

    fn order(&mut self, what: What, recall: Recall) {
        self.ordered = hash_files(self.desk.exercise());
        self.of_save = false;
        self.runs.order(what, recall);
        self.done = (0, 0);
        self.busy = Some((Instant::now(), self.doing()));
    }

    /// What is under way, in words.
    fn doing(&self) -> String {
        let all = self.runs.under_way() == Some(&What::All);
        if all { "checking every exercise" } else { "checking" }.to_owned()
    }

    fn go(&mut self, name: &ExerciseName) {
        self.desk.take(name);
        self.mode = Mode::Main;
        self.message.clear();
        self.check_again();
    }

    fn news(&mut self, number: u64, news: News, stage: &mut Stage) -> anyhow::Result<()> {
        if matches!(news, News::Gone) {
            anyhow::bail!("the thread that judges has ended");
        }
        if !self.runs.is_current(number) {
            return Ok(());
        }
        match news {
            News::Notice(words) => self.message = words,
            News::Preparing(words) => self.busy = Some((Instant::now(), words)),
            News::Begun(exercises) => {
                self.done = (0, exercises);
                self.busy = Some((Instant::now(), self.doing()));
            }
            News::OneDone => self.done.0 += 1,
            News::Finished(finished) => self.finished(*finished, stage)?,
            News::Impossible(error) => {
                self.runs.finished();
                self.busy = None;
                let errors = errors_of(&error);
                self.message = format!("{} cannot be checked", self.desk.exercise().name);
                self.show(self.message.clone(), move |style| {
                    screens::rows(&terminal::error::text(style, &errors))
                });
            }
            // How long it takes is on the screen anyway.
            News::Slow(_) | News::Gone => {}
        }
        Ok(())
    }

    fn finished(&mut self, finished: Finished, stage: &mut Stage) -> io::Result<()> {
        let all = self.runs.under_way() == Some(&What::All);
        self.runs.finished();
        self.busy = None;
        let same = self.desk.show(&finished);
        if same && self.message.is_empty() {
            // Without a word, nobody would know that anything happened.
            self.message = "checked again: nothing changed".to_owned();
        }
        // The verdict first: remembering it takes as long again.
        self.draw(stage)?;
        if let Some(trouble) = self.desk.remember(&finished) {
            self.message = trouble;
        }
        if let Mode::List(browser) = &mut self.mode {
            browser.renew(self.desk.table(self.context));
        }
        if let Some(name) = self.desk.goes_on(self.advance, self.of_save) {
            let before = self.desk.exercise().name.clone();
            self.go(&name);
            self.message = format!("{before} passed; `p` goes back to it");
        }
        if all {
            self.show("Every exercise".to_owned(), move |style| {
                screens::overview(style, &finished.results, &finished.summary)
            });
        }
        Ok(())
    }

    fn show(&mut self, title: String, rows: impl Fn(Style) -> Vec<String> + 'static) {
        self.open(Text::Fixed { title, rows: Box::new(rows) });
    }

    fn open(&mut self, text: Text) {
        self.mode = Mode::Scroll { text, pager: Pager::default() };
    }

    fn look(&self) -> (Style, Size) {
        let (columns, rows) = watch::size();
        super::fitted(self.style, Size { columns, rows })
    }

    fn text_rows(&self, text: &Text, style: Style) -> (String, Vec<String>) {
        let name = &self.desk.exercise().name;
        match text {
            Text::Details => (format!("Details of {name}"), screens::details(style, &self.desk.full_scene())),
            Text::Task => {
                (format!("Task of {name}"), screens::rows(&screens::task(style, &self.desk.scene())))
            }
            Text::Help => ("Keys".to_owned(), screens::help(style, &HELP, HELP_WORDS)),
            Text::Fixed { title, rows } => (title.clone(), rows(style)),
        }
    }

    fn draw(&self, stage: &mut Stage) -> io::Result<()> {
        let (style, size) = self.look();
        let scene = self.desk.scene();
        let rows = match &self.mode {
            Mode::Main => {
                let passed = scene
                    .result
                    .is_some_and(|result| result.checks.iter().all(|check| check.verdict.is_passed()));
                let keys: &[_] = if passed { &PASSED_KEYS } else { &OPEN_KEYS };
                screens::main(style, size, &scene, &Foot { message: &self.said(), keys })
            }
            Mode::Scroll { text, pager } => {
                let (title, rows) = self.text_rows(text, style);
                screens::scroll(style, size, &title, &rows, &pager.view())
            }
            Mode::List(browser) => browser.screen(style, size),
            Mode::GoTo { typed } => {
                let found = self.desk.find(typed);
                let found: Vec<(String, String)> = found
                    .into_iter()
                    .take(size.rows)
                    .map(|(name, title)| (name.to_string(), title))
                    .collect();
                let help = "Enter takes the first, Esc goes back";
                screens::choosing(style, size, &found, &Prompt { question: "Go to:", typed, help })
            }
            Mode::Reset => {
                let question = format!("Put the starter of {} back?", self.desk.exercise().name);
                let help = "y puts it back, and your file is kept as a backup; any other key changes nothing";
                screens::asking(style, size, &scene, &Prompt { question: &question, typed: "", help })
            }
        };
        stage.draw(&rows)
    }

    /// What goes on, when it is worth a word, or else what was said last.
    fn said(&self) -> String {
        let Some((since, words)) = &self.busy else { return self.message.clone() };
        let elapsed = since.elapsed();
        let first = self.desk.scene().result.is_none();
        if elapsed < WORTH_A_WORD && !first {
            return self.message.clone();
        }
        match self.done {
            (done, all @ 2..) => format!("{words}: {done} of {all}; Esc stops"),
            _ => screens::elapsed(self.context.style(), words, elapsed),
        }
    }
}
