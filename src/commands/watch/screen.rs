//! The loop for a terminal that can be drawn on: what happens goes in, a screen comes out.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::desk::{Desk, Saved};
use super::runs::{Finished, News, Runs, What};
use super::stage::Stage;
use super::{Happening, editor};
use crate::commands::memory::Recall;
use crate::commands::{Context, errors_of};
use crate::error::ExitStatus;
use crate::model::names::ExerciseName;
use crate::progress::{FilesHash, hash_files};
use crate::report::terminal::watch::{self as screens, Foot, Prompt, Size};
use crate::report::terminal::{self, Style, list};
use crate::watch::{self, Event, Key, Keys, Means};

/// How often the loop looks whether it was asked to stop, and how long something has been going on.
const PULSE: Duration = Duration::from_millis(200);

/// A run that takes less is not worth a word: the words would only flicker.
const WORTH_A_WORD: Duration = Duration::from_millis(250);

/// Lines are easier to read when they are not longer than this.
const WIDEST: usize = 120;

/// Keys of the main screen with long words for them, as the help shows them.
const HELP: [(&str, &str); 15] = [
    ("h", "one more hint; Esc puts the hints away"),
    ("d", "everything about the verdict: the whole diff, the output, the hints, the task"),
    ("t", "the task"),
    ("n", "the next exercise that is not done"),
    ("p", "the exercise before this one"),
    ("l", "every exercise and how it stands"),
    ("g", "go to an exercise: type a part of its name, Enter takes the first that fits"),
    ("o", "open the file in `$VISUAL` or `$EDITOR`"),
    ("r", "check again"),
    ("s", "the solution and its notes, once you have passed"),
    ("x", "put the starter back; your file is kept as a backup"),
    ("c", "check every exercise of the course; Esc stops it"),
    ("?", "this help"),
    ("q", "quit; Ctrl-C and Ctrl-D do too"),
    ("^Z", "suspend; `fg` in the shell comes back"),
];

const HELP_WORDS: &str = "Saving the file checks it. Saving another exercise that you have started goes there. Nothing \
                          moves on by itself: after a pass you stay as long as you like.";

/// The keys that the main screen names, the most important first.
const OPEN_KEYS: [(&str, &str); 12] = [
    ("h", "hint"),
    ("d", "details"),
    ("n", "next"),
    ("q", "quit"),
    ("?", "help"),
    ("t", "task"),
    ("l", "list"),
    ("g", "go to"),
    ("o", "open"),
    ("p", "previous"),
    ("r", "again"),
    ("x", "reset"),
];

const PASSED_KEYS: [(&str, &str); 9] = [
    ("n", "next"),
    ("s", "solution"),
    ("d", "details"),
    ("q", "quit"),
    ("?", "help"),
    ("l", "list"),
    ("g", "go to"),
    ("p", "previous"),
    ("c", "check all"),
];

/// What the screen shows.
enum Mode {
    /// The exercise.
    Main,
    /// A text to scroll, from this row on.
    Scroll { text: Text, from: usize },
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
    context: &'a Context,
    mode: Mode,
    message: String,
    /// The files at hand when a check was last ordered.
    ordered: Option<FilesHash>,
    /// What goes on, and since when.
    busy: Option<(Instant, String)>,
    /// How many of a run of several are done, and of how many.
    done: (usize, usize),
}

impl<'a> Watch<'a> {
    pub(super) fn new(desk: Desk, runs: Runs, context: &'a Context) -> Self {
        let message = String::new();
        Self { desk, runs, context, mode: Mode::Main, message, ordered: None, busy: None, done: (0, 0) }
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
        loop {
            self.draw(&mut stage)?;
            let happening = match happenings.recv_timeout(PULSE) {
                Ok(happening) => Some(happening),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(ExitStatus::Success),
            };
            if self.context.cancel.is_cancelled() {
                return Ok(ExitStatus::Interrupted);
            }
            match happening {
                Some(Happening::Seen(event)) => {
                    if let Flow::Quit(status) = self.seen(event, &mut stage, &keys)? {
                        return Ok(status);
                    }
                }
                Some(Happening::Run(number, news)) => self.news(number, news, &mut stage)?,
                Some(Happening::Line(_)) | None => {}
            }
        }
    }

    fn seen(&mut self, event: Event, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
        match event {
            Event::Key(Key::Quit) | Event::KeysEnded => return Ok(Flow::Quit(ExitStatus::Success)),
            Event::Key(Key::Suspend) => keys.hold(|| stage.lend(watch::suspend))?,
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
                // Putting the starter back is a save as well, and what was said of it stays.
                if hash_files(self.desk.exercise()) != self.ordered {
                    self.message.clear();
                }
                self.mode = Mode::Main;
                self.check_again();
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
        if all {
            self.show("Every exercise".to_owned(), move |style| {
                screens::overview(style, &finished.results, &finished.summary)
            });
        }
        Ok(())
    }

    fn show(&mut self, title: String, rows: impl Fn(Style) -> Vec<String> + 'static) {
        self.mode = Mode::Scroll { text: Text::Fixed { title, rows: Box::new(rows) }, from: 0 };
    }

    fn key(&mut self, key: Key, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
        match &mut self.mode {
            Mode::Main => return self.main_key(key, stage, keys),
            Mode::Scroll { .. } => self.scroll_key(key),
            Mode::GoTo { typed } => match key {
                Key::Escape => self.mode = Mode::Main,
                Key::Backspace => drop(typed.pop()),
                Key::Char(character) => typed.push(character),
                Key::Enter => {
                    let found = self.desk.find(typed);
                    match found.first() {
                        Some((name, _)) => self.go(&name.clone()),
                        None => self.mode = Mode::Main,
                    }
                }
                _ => {}
            },
            Mode::Reset => {
                self.mode = Mode::Main;
                if matches!(key, Key::Char('y' | 'Y')) {
                    let said = self.desk.reset();
                    self.check_again();
                    self.message = said;
                } else {
                    self.message = "nothing was changed".to_owned();
                }
            }
        }
        Ok(Flow::GoOn)
    }

    fn main_key(&mut self, key: Key, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
        match key {
            Key::Char('q') => return Ok(Flow::Quit(ExitStatus::Success)),
            Key::Char('n') => match self.desk.next().map(|exercise| exercise.name.clone()) {
                Some(name) => self.go(&name),
                None => self.message = "every other exercise is done".to_owned(),
            },
            Key::Char('p') => match self.desk.previous().map(|exercise| exercise.name.clone()) {
                Some(name) => self.go(&name),
                None => self.message = "this is the first exercise".to_owned(),
            },
            Key::Char('h') => self.message = self.desk.hint(),
            Key::Char('d') | Key::Down | Key::PageDown => self.open(Text::Details),
            Key::Char('t') => self.open(Text::Task),
            Key::Char('?') => self.open(Text::Help),
            Key::Char('l') => self.list(),
            Key::Char('g') => self.mode = Mode::GoTo { typed: String::new() },
            Key::Char('r') => {
                let name = self.desk.exercise().name.clone();
                self.order(What::One(name), Recall::Nothing);
            }
            Key::Char('o') => self.edit(stage, keys)?,
            Key::Char('s') => match self.desk.solution() {
                Ok(text) => {
                    let title = format!("Solution of {}", self.desk.exercise().name);
                    self.show(title, move |style| screens::rows(&text(style)));
                }
                Err(why) => self.message = why,
            },
            Key::Char('x') if self.desk.is_pristine() => {
                self.message = format!("{} is as it was shipped", self.desk.exercise().name);
            }
            Key::Char('x') => self.mode = Mode::Reset,
            Key::Char('c') => self.order(What::All, Recall::Unchanged),
            Key::Escape if self.runs.under_way() == Some(&What::All) => {
                self.runs.stop();
                self.busy = None;
                self.message = "stopped".to_owned();
            }
            Key::Escape => self.desk.close_hints(),
            _ => {}
        }
        Ok(Flow::GoOn)
    }

    fn open(&mut self, text: Text) {
        self.mode = Mode::Scroll { text, from: 0 };
    }

    fn list(&mut self) {
        let table = self.desk.table();
        let here = self.desk.exercise().name.clone();
        let rows = move |style| {
            let mut text = Vec::new();
            // Writing to memory does not fail.
            let _ = list::write(&mut text, style, &table);
            screens::rows(&String::from_utf8_lossy(&text))
        };
        // The exercise at hand in the middle.
        let at = rows(Style { color: false, ..self.style(self.size()) })
            .iter()
            .position(|row| row.split_whitespace().any(|word| word == here.as_str()));
        let from = at.unwrap_or(0).saturating_sub(screens::scroll_room(self.size()) / 2);
        let text = Text::Fixed { title: "Exercises".to_owned(), rows: Box::new(rows) };
        self.mode = Mode::Scroll { text, from };
    }

    fn scroll_key(&mut self, key: Key) {
        let size = self.size();
        let room = screens::scroll_room(size);
        let Mode::Scroll { text, from } = &self.mode else { return };
        let last = self.text_rows(text, self.style(size)).1.len().saturating_sub(room);
        let now = (*from).min(last);
        let there = match key {
            Key::Char('q' | 'd' | 'l' | '?' | 't') | Key::Escape | Key::Enter => {
                self.mode = Mode::Main;
                return;
            }
            Key::Char('j') | Key::Down => now + 1,
            Key::Char('k') | Key::Up => now.saturating_sub(1),
            Key::Char(' ' | 'f') | Key::PageDown => now + room,
            Key::Char('b') | Key::PageUp => now.saturating_sub(room),
            Key::Char('g') | Key::Home => 0,
            Key::Char('G') | Key::End => last,
            _ => now,
        };
        if let Mode::Scroll { from, .. } = &mut self.mode {
            *from = there.min(last);
        }
    }

    fn edit(&mut self, stage: &mut Stage, keys: &Keys) -> io::Result<()> {
        let Some(editor) = editor::chosen() else {
            self.message = "which editor? Set VISUAL or EDITOR, such as `export EDITOR=nano`".to_owned();
            return Ok(());
        };
        let files = self.desk.paths();
        let ended = keys.hold(|| stage.lend(|| editor::open(&editor, &files)))?;
        let name = editor.to_string_lossy().into_owned();
        match ended {
            Ok(status) if status.success() => {}
            Ok(status) => self.message = format!("{name} ended with {status}"),
            Err(error) => self.message = format!("{name} cannot be started: {error}"),
        }
        Ok(())
    }

    fn size(&self) -> Size {
        let (columns, rows) = watch::size();
        Size { columns, rows }
    }

    fn style(&self, size: Size) -> Style {
        Style { width: size.columns.min(WIDEST), ..self.context.style() }
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
        let size = self.size();
        let style = self.style(size);
        let scene = self.desk.scene();
        let rows = match &self.mode {
            Mode::Main => {
                let passed = scene
                    .result
                    .is_some_and(|result| result.checks.iter().all(|check| check.verdict.is_passed()));
                let keys: &[_] = if passed { &PASSED_KEYS } else { &OPEN_KEYS };
                screens::main(style, size, &scene, &Foot { message: &self.said(), keys })
            }
            Mode::Scroll { text, from } => {
                let (title, rows) = self.text_rows(text, style);
                screens::scroll(style, size, &title, &rows, *from)
            }
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
            _ => screens::elapsed(words, elapsed),
        }
    }
}
