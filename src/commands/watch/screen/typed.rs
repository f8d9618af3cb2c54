//! What each key does.

use std::io;

use super::super::runs::What;
use super::super::stage::Stage;
use super::{Flow, Mode, Text, Watch};
use crate::commands::editor::Editor;
use crate::commands::memory::Recall;
use crate::error::ExitStatus;
use crate::report::terminal::watch as screens;
use crate::report::terminal::{Style, list};
use crate::watch::{Key, Keys};

impl Watch<'_> {
    /// What a key does, in whatever is shown.
    pub(super) fn key(&mut self, key: Key, stage: &mut Stage, keys: &Keys) -> anyhow::Result<Flow> {
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
