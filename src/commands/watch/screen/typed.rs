//! What each key does.

use std::io;

use super::super::browse::{Asked, Browser};
use super::super::pager::Turn;
use super::super::runs::What;
use super::super::stage::Stage;
use super::{Flow, Mode, Text, Watch};
use crate::commands::editor::Editor;
use crate::commands::memory::Recall;
use crate::error::ExitStatus;
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
                if matches!(key, Key::Char('y' | 'Y')) {
                    let said = self.desk.reset(&self.desk.exercise().name.clone());
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
            self.message = "which editor? Set VISUAL or EDITOR, such as `export EDITOR=nano`".to_owned();
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
            Ok(status) => self.message = format!("the editor ended with {status}"),
            Err(error) => self.message = format!("the editor cannot be started: {error}"),
        }
        Ok(())
    }
}
