//! The loop for terminals that cannot be drawn on, for pipes and for screen readers: one report after the other.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use super::desk::{Desk, Saved};
use super::runs::{News, Runs, What};
use super::{Advance, Happening};
use crate::commands::editor::Editor;
use crate::commands::memory::Recall;
use crate::commands::reset::is_yes;
use crate::commands::{Context, errors_of};
use crate::error::{ExitStatus, UserError};
use crate::language::{Text, said};
use crate::model::names::ExerciseName;
use crate::report::terminal::watch as screens;
use crate::report::terminal::{self, Style, list};
use crate::watch::{Event, Means};

/// How often the loop looks whether it was asked to stop.
const PULSE: Duration = Duration::from_millis(200);

/// A watch that prints lines.
pub(super) struct Plain<'a> {
    desk: Desk,
    runs: Runs,
    advance: Advance,
    /// Whether the learner is asked if the starter is to be put back.
    asked: bool,
    /// Whether the run under way is of a save.
    of_save: bool,
    context: &'a Context,
    style: Style,
}

impl<'a> Plain<'a> {
    pub(super) fn new(desk: Desk, runs: Runs, advance: Advance, context: &'a Context) -> Self {
        let style = context.style_for(desk.course());
        Self { desk, runs, advance, asked: false, of_save: false, context, style }
    }

    /// Runs until a signal comes or `q` is typed.
    pub(super) fn run(
        mut self,
        sender: Sender<Happening>,
        happenings: &Receiver<Happening>,
    ) -> anyhow::Result<ExitStatus> {
        let typed = io::stdin().is_terminal();
        self.note(said!("watch-each-save-is-checked"))?;
        if typed {
            self.note(said!("line-commands"))?;
            std::thread::spawn(move || {
                for line in io::stdin().lock().lines().map_while(Result::ok) {
                    if sender.send(Happening::Line(line)).is_err() {
                        break;
                    }
                }
                let _ = sender.send(Happening::Seen(Event::KeysEnded));
            });
        }
        if let Some(welcome) = self.desk.welcome() {
            self.print(&screens::text(self.style, &welcome))?;
        }
        self.task()?;
        self.check_again();
        loop {
            let happening = match happenings.recv_timeout(PULSE) {
                Ok(happening) => Some(happening),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(ExitStatus::Success),
            };
            if self.context.cancel.is_cancelled() {
                return Ok(ExitStatus::Interrupted);
            }
            match happening {
                Some(Happening::Seen(Event::KeysEnded)) => return Ok(ExitStatus::Success),
                Some(Happening::Seen(event)) => self.seen(event)?,
                Some(Happening::Run(number, news)) => self.news(number, news)?,
                Some(Happening::Line(line)) if matches!(line.trim(), "q" | "quit") => {
                    return Ok(ExitStatus::Success);
                }
                Some(Happening::Line(line)) => self.typed(line.trim())?,
                None => {}
            }
        }
    }

    fn seen(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Saved(paths) => match self.desk.saved(&paths) {
                Saved::Nothing => Ok(()),
                Saved::AtHand => {
                    self.check_again();
                    self.of_save = true;
                    Ok(())
                }
                Saved::Other(name) => self.go(&name),
                Saved::Pristine(name) => self.note(said!("watch-saved-as-shipped", exercise = name.as_str())),
                Saved::Several(number) => self.note(said!("watch-saved-others", number = number)),
            },
            Event::Watching(means) => {
                if means == Means::Polling {
                    self.note(said!("watch-saves-are-polled"))?;
                }
                self.look_again();
                Ok(())
            }
            Event::Lost => {
                self.look_again();
                Ok(())
            }
            Event::Key(_) | Event::Resized | Event::KeysEnded => Ok(()),
        }
    }

    fn look_again(&mut self) {
        self.desk.look_at_all();
        if self.runs.under_way().is_none() && self.desk.has_changed() {
            self.check_again();
        }
    }

    fn check_again(&mut self) {
        self.order(Recall::Unchanged);
    }

    fn order(&mut self, recall: Recall) {
        self.of_save = false;
        self.runs.order(What::One(self.desk.exercise().name.clone()), recall);
    }

    fn go(&mut self, name: &ExerciseName) -> io::Result<()> {
        self.desk.take(name);
        self.task()?;
        self.check_again();
        Ok(())
    }

    fn news(&mut self, number: u64, news: News) -> anyhow::Result<()> {
        if matches!(news, News::Gone) {
            return Err(UserError::new(said!("watch-judge-is-gone")).into());
        }
        if !self.runs.is_current(number) {
            return Ok(());
        }
        match news {
            News::Preparing(words) | News::Notice(words) => self.note(words)?,
            News::Slow(exercise) => self.note(said!("is-still-running", exercise = exercise.as_str()))?,
            News::Begun(_) | News::OneDone | News::Gone => {}
            News::Finished(finished) => {
                let all = self.runs.under_way() == Some(&What::All);
                self.runs.finished();
                self.desk.show(&finished);
                let trouble = self.desk.remember(&finished);
                if all {
                    self.print_rows(&screens::overview(self.style, &finished.results, &finished.summary))?;
                } else {
                    self.print(&screens::report(self.style, &self.desk.scene()))?;
                }
                if let Some(trouble) = trouble {
                    self.note(trouble)?;
                }
                if let Some(name) = self.desk.goes_on(self.advance, self.of_save) {
                    self.go(&name)?;
                }
            }
            News::Impossible(error) => {
                self.runs.finished();
                self.print(&terminal::error::text(self.style, &errors_of(&error)))?;
            }
        }
        Ok(())
    }

    fn typed(&mut self, line: &str) -> io::Result<()> {
        let style = self.style;
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        if std::mem::take(&mut self.asked) {
            return self.answered(line);
        }
        match command {
            "" => Ok(()),
            "n" => match self.desk.next().map(|exercise| exercise.name.clone()) {
                Some(name) => self.go(&name),
                None => self.note(said!("watch-others-are-done")),
            },
            "p" => match self.desk.previous().map(|exercise| exercise.name.clone()) {
                Some(name) => self.go(&name),
                None => self.note(said!("watch-is-the-first")),
            },
            "g" => match self.desk.find(rest).into_iter().next() {
                Some((name, _)) => self.go(&name),
                None => self.note(said!("no-name-has-that.note")),
            },
            "h" => {
                let said = self.desk.hint();
                let scene = self.desk.full_scene();
                self.print_rows(&screens::newest_hint(style, &scene))?;
                said.map_or(Ok(()), |said| self.note(said))
            }
            "t" => self.task(),
            "r" => {
                self.order(Recall::Nothing);
                Ok(())
            }
            "d" => self.print_rows(&screens::details(style, &self.desk.full_scene())),
            "c" => {
                self.of_save = false;
                self.runs.order(What::All, Recall::Unchanged);
                Ok(())
            }
            "x" if self.desk.is_pristine() => {
                self.note(said!("as-shipped", exercise = self.desk.exercise().name.as_str()))
            }
            "x" => {
                self.asked = true;
                let name = self.desk.exercise().name.as_str();
                self.note(said!("put-back.line", exercise = name, yes = said!("yes-key")))
            }
            "s" => match self.desk.solution() {
                Ok(text) => self.print(&text(style)),
                Err(why) => self.note(why),
            },
            "l" => {
                let mut text = Vec::new();
                list::write(&mut text, style, &self.desk.table(self.context))?;
                self.print(&String::from_utf8_lossy(&text))
            }
            "o" => self.edit(),
            _ => self.note(said!("line-commands")),
        }
    }

    /// Opens the files in an editor with a window or a pane of its own. This terminal cannot be shared: lines are read
    /// from it all the time.
    fn edit(&self) -> io::Result<()> {
        let files = self.desk.scene().files.join(", ");
        match Editor::chosen(self.context.settings.edit_command.as_deref()) {
            None => self.note(said!("no-editor.line", files = files)),
            Some(editor) if editor.takes_terminal() => {
                self.note(said!("editor-needs-terminal", files = files))
            }
            Some(editor) => match editor.open(&self.desk.paths()) {
                Ok(status) if status.success() => self.note(said!("open-in-editor", files = files)),
                Ok(status) => self.note(said!("editor-ended", status = status.to_string())),
                Err(error) => self.note(said!("editor-not-started", error = error.to_string())),
            },
        }
    }

    fn answered(&mut self, line: &str) -> io::Result<()> {
        if !is_yes(line, self.style.language) {
            return self.note(said!("changed-nothing"));
        }
        let said = self.desk.reset(&self.desk.exercise().name.clone());
        self.note(said)?;
        self.check_again();
        Ok(())
    }

    fn task(&self) -> io::Result<()> {
        self.print(&screens::task(self.style, &self.desk.scene()))
    }

    fn note(&self, text: impl Into<Text>) -> io::Result<()> {
        let mut out = self.context.out();
        terminal::notices(&mut out, self.style, &[text.into()])?;
        out.flush()
    }

    fn print_rows(&self, rows: &[String]) -> io::Result<()> {
        self.print(&rows.iter().map(|row| format!("{row}\n")).collect::<String>())
    }

    /// A text, set apart from what stands above it.
    fn print(&self, text: &str) -> io::Result<()> {
        let mut out = self.context.out();
        write!(out, "\n{text}")?;
        out.flush()
    }
}
