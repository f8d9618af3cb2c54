//! What each key does.

use std::io;

use super::super::browse::{Asked, Browser};
use super::super::pager::Turn;
use super::super::runs::What;
use super::super::stage::Stage;
use super::{Flow, Mode, Reading, Watch, words};
use crate::commands::editor::Editor;
use crate::commands::memory::Recall;
use crate::error::ExitStatus;
use crate::language::said;
use crate::report::terminal::watch as screens;
use crate::watch::{Key, Keys};

impl Watch<'_> {
    /// What a key does, in whatever is shown.
    pub(super) fn key(&mut self, key: Key, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
        match &mut self.mode {
            Mode::Main => return self.main_key(key, stage, keys),
            Mode::Scroll { .. } => self.scroll_key(key),
            Mode::List(_) => self.list_key(key),
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
                if words::is_yes(key, self.style.language) {
                    let said = self.desk.reset(&self.desk.exercise().name.clone());
                    self.check_again();
                    self.message = said;
                } else {
                    self.message = said!("changed-nothing").into();
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
                None => self.message = said!("watch-others-are-done").into(),
            },
            Key::Char('p') => match self.desk.previous().map(|exercise| exercise.name.clone()) {
                Some(name) => self.go(&name),
                None => self.message = said!("watch-is-the-first").into(),
            },
            Key::Char('h') => self.message = self.desk.hint().unwrap_or_default(),
            Key::Char('d') | Key::Down | Key::PageDown => self.open(Reading::Details),
            Key::Char('t') => self.open(Reading::Task),
            Key::Char('?') => self.open(Reading::Help),
            Key::Char('l') => self.list(),
            Key::Char('g') => self.mode = Mode::GoTo { typed: String::new() },
            Key::Char('r') => {
                let name = self.desk.exercise().name.clone();
                self.order(What::One(name), Recall::Nothing);
            }
            Key::Char('o') => self.edit(stage, keys)?,
            Key::Char('s') => match self.desk.solution() {
                Ok(text) => {
                    let title = said!("watch-solution-of", exercise = self.desk.exercise().name.as_str());
                    self.show(title.into(), move |style| screens::rows(&text(style)));
                }
                Err(why) => self.message = why,
            },
            Key::Char('x') if self.desk.is_pristine() => {
                self.message = said!("as-shipped", exercise = self.desk.exercise().name.as_str()).into();
            }
            Key::Char('x') => self.mode = Mode::Reset,
            Key::Char('c') => self.order(What::All, Recall::Unchanged),
            Key::Escape if self.runs.under_way() == Some(&What::All) => {
                self.runs.stop();
                self.busy = None;
                self.message = said!("status-stopped").into();
            }
            Key::Escape => self.desk.close_hints(),
            _ => {}
        }
        Ok(Flow::GoOn)
    }

    fn list(&mut self) {
        let here = self.desk.exercise().name.as_str();
        self.mode = Mode::List(Box::new(Browser::new(self.desk.table(self.context), Some(here))));
    }

    fn list_key(&mut self, key: Key) {
        let (style, size) = self.look();
        let Mode::List(browser) = &mut self.mode else { return };
        match browser.key(key, style, size) {
            Asked::Nothing => {}
            Asked::Leave => self.mode = Mode::Main,
            Asked::Go(name) => self.go(&name),
            Asked::Reset(name) => {
                let said = self.desk.reset(&name);
                browser.renew(self.desk.table(self.context));
                browser.say(said);
                if name == self.desk.exercise().name {
                    self.check_again();
                }
            }
        }
    }

    fn scroll_key(&mut self, key: Key) {
        let (style, size) = self.look();
        let Mode::Scroll { text, .. } = &self.mode else { return };
        let rows = self.text_rows(text, style).1;
        let Mode::Scroll { pager, .. } = &mut self.mode else { return };
        if pager.key(key, &rows, screens::scroll_room(size)) == Turn::Leave {
            self.mode = Mode::Main;
        }
    }

    fn edit(&mut self, stage: &mut Stage, keys: &Keys) -> io::Result<()> {
        let Some(editor) = Editor::chosen(self.context.settings.edit_command.as_deref()) else {
            self.message = said!("which-editor").into();
            return Ok(());
        };
        let files = self.desk.paths();
        let ended = if editor.takes_terminal() {
            self.lend(stage, keys, || editor.open(&files))?
        } else {
            editor.open(&files)
        };
        match ended {
            Ok(status) if status.success() => {}
            Ok(status) => self.message = said!("editor-ended", status = status.to_string()).into(),
            Err(error) => self.message = said!("editor-not-started", error = error.to_string()).into(),
        }
        Ok(())
    }
}
