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
use super::words;
use super::{Advance, Happening};
use crate::commands::memory::Recall;
use crate::commands::{Context, errors_of};
use crate::error::{ExitStatus, UserError};
use crate::language::{Text, said, say};
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
    Scroll { text: Reading, pager: Pager },
    /// The list.
    List(Box<Browser>),
    /// The exercise is chosen by a part of its name.
    GoTo { typed: String },
    /// The learner is asked whether the starter is to be put back.
    Reset,
}

/// A text to scroll.
enum Reading {
    Details,
    Task,
    Help,
    /// Laid out anew for each width.
    Fixed {
        title: Text,
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
    message: Text,
    /// When the loop last looked around.
    pulse: Instant,
    /// Whether the run under way is of a save.
    of_save: bool,
    /// The files at hand when a check was last ordered.
    ordered: Option<FilesHash>,
    /// What goes on, and since when.
    busy: Option<(Instant, Text)>,
    /// How many of a run of several are done, and of how many.
    done: (usize, usize),
}

impl<'a> Watch<'a> {
    pub(super) fn new(desk: Desk, runs: Runs, advance: Advance, context: &'a Context) -> Self {
        let mode = desk.welcome().map_or(Mode::Main, |text| {
            let rows = move |style| screens::rows(&screens::text(style, &text));
            let text = Reading::Fixed { title: desk.course().title.as_str().into(), rows: Box::new(rows) };
            Mode::Scroll { text, pager: Pager::default() }
        });
        Self {
            style: context.style_for(desk.course()),
            desk,
            runs,
            advance,
            context,
            mode,
            message: Text::default(),
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
                self.message = Text::default();
                return self.key(key, stage, keys);
            }
            Event::Saved(paths) => self.saved(&paths),
            Event::Watching(means) => {
                if means == Means::Polling {
                    self.message = said!("watch-saves-are-polled").into();
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
                    self.message = Text::default();
                    self.mode = Mode::Main;
                }
                self.check_again();
                self.of_save = true;
            }
            Saved::Other(name) => {
                let before = self.desk.exercise().name.clone();
                self.go(&name);
                let (name, before) = (name.as_str(), before.as_str());
                self.message = said!("watch-saved-another", exercise = name, before = before).into();
            }
            Saved::Pristine(name) => {
                self.message = said!("watch-saved-as-shipped.keys", exercise = name.as_str()).into();
            }
            Saved::Several(number) => {
                self.message = said!("watch-saved-others.keys", number = number).into();
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
    fn doing(&self) -> Text {
        let all = self.runs.under_way() == Some(&What::All);
        if all { said!("watch-checking-all") } else { said!("watch-checking") }.into()
    }

    fn go(&mut self, name: &ExerciseName) {
        self.desk.take(name);
        self.mode = Mode::Main;
        self.message = Text::default();
        self.check_again();
    }

    fn news(&mut self, number: u64, news: News, stage: &mut Stage) -> anyhow::Result<()> {
        if matches!(news, News::Gone) {
            return Err(UserError::new(said!("watch-judge-is-gone")).into());
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
                self.message =
                    said!("watch-cannot-be-checked", exercise = self.desk.exercise().name.as_str()).into();
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
            self.message = said!("watch-checked-again").into();
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
            self.message = said!("watch-passed-and-gone-on", exercise = before.as_str()).into();
        }
        if all {
            self.show(said!("watch-every-exercise").into(), move |style| {
                screens::overview(style, &finished.results, &finished.summary)
            });
        }
        Ok(())
    }

    fn show(&mut self, title: Text, rows: impl Fn(Style) -> Vec<String> + 'static) {
        self.open(Reading::Fixed { title, rows: Box::new(rows) });
    }

    fn open(&mut self, text: Reading) {
        self.mode = Mode::Scroll { text, pager: Pager::default() };
    }

    fn look(&self) -> (Style, Size) {
        let (columns, rows) = watch::size();
        super::fitted(self.style, Size { columns, rows })
    }

    fn text_rows(&self, text: &Reading, style: Style) -> (String, Vec<String>) {
        let (name, language) = (self.desk.exercise().name.as_str(), style.language);
        match text {
            Reading::Details => {
                let rows = screens::details(style, &self.desk.full_scene());
                (say!(language, "watch-details-of", exercise = name), rows)
            }
            Reading::Task => {
                let rows = screens::rows(&screens::task(style, &self.desk.scene()));
                (say!(language, "watch-task-of", exercise = name), rows)
            }
            Reading::Help => {
                let rows = screens::help(style, &words::help(language), &say!(language, "watch-keys.more"));
                (say!(language, "watch-keys"), rows)
            }
            Reading::Fixed { title, rows } => (title.by(language), rows(style)),
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
                let language = style.language;
                let keys = if passed { words::passed_keys(language) } else { words::open_keys(language) };
                screens::main(style, size, &scene, &Foot { message: &self.said(), keys: &keys })
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
                let question = say!(style.language, "watch-go-to");
                let help = say!(style.language, "watch-go-to.keys");
                screens::choosing(style, size, &found, &Prompt { question: &question, typed, help: &help })
            }
            Mode::Reset => {
                let name = self.desk.exercise().name.as_str();
                let (question, help) = words::put_back(name, style.language);
                let prompt = Prompt { question: &question, typed: "", help: &help };
                screens::asking(style, size, &scene, &prompt)
            }
        };
        stage.draw(&rows)
    }

    /// What goes on, when it is worth a word, or else what was said last.
    fn said(&self) -> String {
        let language = self.style.language;
        let Some((since, words)) = &self.busy else { return self.message.by(language) };
        let elapsed = since.elapsed();
        let first = self.desk.scene().result.is_none();
        if elapsed < WORTH_A_WORD && !first {
            return self.message.by(language);
        }
        match self.done {
            (done, all @ 2..) => say!(language, "watch-checking-all.so-far", done = done, all = all),
            _ => screens::elapsed(self.style, &words.by(language), elapsed),
        }
    }
}
