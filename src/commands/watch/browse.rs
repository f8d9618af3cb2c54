//! The list to move in: which line is chosen, what is folded, searched and filtered.
//!
//! Keys come in, a screen comes out; what a key asks of others (to go to an exercise, to reset it) is told to the loop.
//! Of a long list only the lines on the screen are looked at for a screen, and all of them when something changes what is
//! shown.

mod folds;
mod only;

use std::cell::Cell;
use std::collections::BTreeSet;

use self::only::Only;
use super::pager::{Pager, Turn};
use super::words;
use crate::language::{Language, Said, Text, said, say};
use crate::model::names::ExerciseName;
use crate::report::terminal::Style;
use crate::report::terminal::list::{List, Row, State};
use crate::report::terminal::watch::{self as screens, Bottom, Browse, Entry, Foot, Prompt, Search, Size};
use crate::watch::Key;

/// The list.
pub(super) struct Browser {
    list: List,
    /// What is searched in: for each exercise its name, its title and its topic, in small letters.
    texts: Vec<Vec<String>>,
    /// Columns of the widest name.
    names: usize,
    /// Exercises of the largest topic.
    largest: usize,
    at_hand: Option<String>,
    folded: BTreeSet<String>,
    only: Only,
    query: String,
    typing: bool,
    /// What is shown, one line each.
    lines: Vec<Line>,
    /// How many exercises fit search and filter, and how many there are.
    found: (usize, usize),
    /// How many exercises of each topic are done.
    done: Vec<usize>,
    /// The chosen line.
    cursor: usize,
    /// The first line on the screen, as it was drawn last.
    top: Cell<usize>,
    /// Whether the learner is asked if the chosen exercise is to be reset.
    asking: bool,
    message: Text,
    help: Option<Pager>,
}

/// What a key asks of the loop.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Nothing,
    /// Back to where the list was opened.
    Leave,
    /// Make this exercise the one at hand.
    Go(ExerciseName),
    /// Put its starter back; the learner has agreed.
    Reset(ExerciseName),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Topic(usize),
    Exercise(usize, usize),
}

impl Browser {
    /// A list with the exercise at hand chosen.
    pub(super) fn new(list: List, at_hand: Option<&str>) -> Self {
        let mut browser = Self {
            list: List { topics: Vec::new(), ..list.clone() },
            texts: Vec::new(),
            names: 0,
            largest: 0,
            at_hand: at_hand.map(str::to_owned),
            folded: BTreeSet::new(),
            only: Only::All,
            query: String::new(),
            typing: false,
            lines: Vec::new(),
            found: (0, 0),
            done: Vec::new(),
            cursor: 0,
            top: Cell::new(0),
            asking: false,
            message: Text::default(),
            help: None,
        };
        browser.renew(list);
        let line = browser.line_of(|row| Some(row.name.as_str()) == at_hand);
        browser.cursor = line.or_else(|| browser.line_of(|_| true)).unwrap_or(0);
        browser
    }

    /// The same list with what is known now.
    pub(super) fn renew(&mut self, list: List) {
        let chosen = self.name_of_line();
        self.texts = list
            .topics
            .iter()
            .map(|topic| {
                let text = |row: &Row| format!("{} {} {}", row.name, row.title, topic.name).to_lowercase();
                topic.rows.iter().map(text).collect()
            })
            .collect();
        let is_done = |row: &&Row| row.state == State::Done;
        self.done = list.topics.iter().map(|topic| topic.rows.iter().filter(is_done).count()).collect();
        self.names = screens::widest(list.topics.iter().flat_map(|topic| {
            topic.rows.iter().map(|row| row.name.as_str()).chain(std::iter::once(topic.name.as_str()))
        }));
        self.largest = list.topics.iter().map(|topic| topic.rows.len()).max().unwrap_or(0);
        self.list = list;
        self.arrange(chosen);
    }

    /// Says something below the list, until the next key.
    pub(super) fn say(&mut self, message: Text) {
        self.message = message;
    }

    /// What a key does.
    pub(super) fn key(&mut self, key: Key, style: Style, size: Size) -> Asked {
        if let Some(pager) = &mut self.help {
            let rows = help(style);
            if pager.key(key, &rows, screens::scroll_room(size)) == Turn::Leave {
                self.help = None;
            }
            return Asked::Nothing;
        }
        self.message = Text::default();
        if std::mem::take(&mut self.asking) {
            return self.answer(key, style.language);
        }
        match key {
            Key::Down => self.go(self.cursor + 1),
            Key::Up => self.go(self.cursor.saturating_sub(1)),
            Key::PageDown => self.go(self.cursor + screens::browse_room(size)),
            Key::PageUp => self.go(self.cursor.saturating_sub(screens::browse_room(size))),
            Key::Home => self.go(0),
            Key::End => self.go(usize::MAX),
            Key::Enter => return self.enter(),
            Key::Escape => return self.escape(),
            Key::Left => self.leave_topic(),
            Key::Right => self.unfold(),
            Key::Backspace if self.typing => {
                self.query.pop();
                self.search();
            }
            Key::Char(character) if self.typing => {
                self.query.push(character);
                self.search();
            }
            Key::Char(character) => return self.letter(character, size),
            Key::Backspace | Key::Quit | Key::Suspend | Key::Redraw => {}
        }
        Asked::Nothing
    }

    fn letter(&mut self, letter: char, size: Size) -> Asked {
        match letter {
            'q' | 'l' => return Asked::Leave,
            'j' => self.go(self.cursor + 1),
            'k' => self.go(self.cursor.saturating_sub(1)),
            'b' => self.go(self.cursor.saturating_sub(screens::browse_room(size))),
            'g' => self.go(0),
            'G' => self.go(usize::MAX),
            ' ' => self.fold_or_unfold(),
            'z' => self.fold_all(),
            'f' => self.filter(Only::ALL.iter().copied()),
            'F' => self.filter(Only::ALL.iter().rev().copied()),
            '/' => self.typing = true,
            'x' => self.ask(),
            '?' => self.help = Some(Pager::default()),
            _ => {}
        }
        Asked::Nothing
    }

    /// The list on a screen.
    pub(super) fn screen(&self, style: Style, size: Size) -> Vec<String> {
        if let Some(pager) = &self.help {
            let title = say!(style.language, "list-keys");
            return screens::scroll(style, size, &title, &help(style), &pager.view());
        }
        let room = screens::browse_room(size);
        let last = self.lines.len().saturating_sub(room);
        let top = self.top.get().min(self.cursor).max((self.cursor + 1).saturating_sub(room)).min(last);
        self.top.set(top);
        let shown = &self.lines[top..(top + room).min(self.lines.len())];
        let (question, help, keys);
        let message = self.message.by(style.language);
        let bottom = if self.asking {
            (question, help) = words::put_back(&self.name_of_line().unwrap_or_default(), style.language);
            Bottom::Prompt(Prompt { question: &question, typed: "", help: &help })
        } else {
            keys = match self.lines.get(self.cursor) {
                _ if self.typing => words::typing_keys(style.language),
                Some(Line::Topic(_)) => words::topic_keys(style.language),
                _ => words::list_keys(style.language),
            };
            Bottom::Foot(Foot { message: &message, keys: &keys })
        };
        let list = Browse {
            course: &self.list.title,
            standing: &self.list.standing,
            search: Search { typed: &self.query, typing: self.typing, shown: &self.shown(style.language) },
            entries: shown.iter().map(|line| self.entry(*line)).collect(),
            chosen: (!self.lines.is_empty()).then(|| self.cursor - top),
            place: (top, self.lines.len()),
            names: self.names,
            largest: self.largest,
            bottom,
        };
        screens::browse(style, size, &list)
    }

    /// Which exercises are shown, and how many of all.
    fn shown(&self, language: Language) -> String {
        let exercises: Said = match self.found {
            (found, total) if found == total => said!("exercises", number = total),
            (found, total) => said!("found-exercises", found = found, total = total),
        };
        self.only.says(exercises).by(language)
    }

    fn entry(&self, line: Line) -> Entry<'_> {
        match line {
            Line::Topic(index) => {
                let topic = &self.list.topics[index];
                Entry::Topic {
                    name: &topic.name,
                    done: self.done[index],
                    total: topic.rows.len(),
                    folded: self.is_folded(&topic.name),
                }
            }
            Line::Exercise(topic, row) => {
                let row = &self.list.topics[topic].rows[row];
                Entry::Exercise { row, at_hand: Some(&row.name) == self.at_hand.as_ref() }
            }
        }
    }

    /// Another line, or the last one.
    fn go(&mut self, line: usize) {
        self.cursor = line.min(self.lines.len().saturating_sub(1));
    }

    fn enter(&mut self) -> Asked {
        match self.lines.get(self.cursor) {
            Some(Line::Exercise(..)) => {
                self.typing = false;
                self.name_of_line().map_or(Asked::Nothing, |name| Asked::Go(ExerciseName::new(name)))
            }
            Some(Line::Topic(_)) => {
                self.fold_or_unfold();
                Asked::Nothing
            }
            None => Asked::Nothing,
        }
    }

    /// One step back: from typing, from what was searched, from the filter, from the list.
    fn escape(&mut self) -> Asked {
        if self.typing && !self.query.is_empty() {
            self.typing = false;
        } else if self.typing || !self.query.is_empty() {
            self.typing = false;
            self.query.clear();
            self.arrange(self.name_of_line());
        } else if self.only != Only::All {
            self.only = Only::All;
            self.arrange(self.name_of_line());
        } else {
            return Asked::Leave;
        }
        Asked::Nothing
    }

    /// Shows what fits what was typed; the best of it is chosen.
    fn search(&mut self) {
        self.arrange(None);
        let part = self.query.trim().to_lowercase();
        let begins = self.line_of(|row| row.name.starts_with(&part));
        let has = || self.line_of(|row| row.name.contains(&part));
        self.cursor = begins.or_else(has).or_else(|| self.line_of(|_| true)).unwrap_or(0);
    }

    /// The next filter that anything passes.
    fn filter(&mut self, order: impl Iterator<Item = Only> + Clone) {
        let rows = || self.list.topics.iter().flat_map(|topic| &topic.rows);
        let mut next = order.clone().chain(order).skip_while(|only| *only != self.only).skip(1);
        let next = next.find(|only| rows().any(|row| only.takes(&row.state)));
        self.only = next.unwrap_or(Only::All);
        self.arrange(self.name_of_line());
    }

    fn ask(&mut self) {
        match self.lines.get(self.cursor) {
            Some(Line::Exercise(topic, row)) => {
                let row = &self.list.topics[*topic].rows[*row];
                if row.state == State::Pending {
                    self.message = said!("as-shipped", exercise = &row.name).into();
                } else {
                    self.asking = true;
                }
            }
            _ => self.message = said!("choose-to-reset").into(),
        }
    }

    fn answer(&mut self, key: Key, language: Language) -> Asked {
        match self.name_of_line() {
            Some(name) if words::is_yes(key, language) => Asked::Reset(ExerciseName::new(name)),
            _ => {
                self.message = said!("changed-nothing").into();
                Asked::Nothing
            }
        }
    }

    /// Makes the lines anew, and stays at that exercise where it is still shown.
    fn arrange(&mut self, chosen: Option<String>) {
        let words: Vec<String> = self.query.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let mut lines = Vec::new();
        self.found = (0, 0);
        for (index, (topic, texts)) in self.list.topics.iter().zip(&self.texts).enumerate() {
            self.found.1 += topic.rows.len();
            let fits = |row: &usize| {
                self.only.takes(&topic.rows[*row].state)
                    && words.iter().all(|word| texts[*row].contains(word))
            };
            let rows: Vec<usize> = (0..topic.rows.len()).filter(fits).collect();
            if rows.is_empty() {
                continue;
            }
            self.found.0 += rows.len();
            lines.push(Line::Topic(index));
            if !self.is_folded(&topic.name) {
                lines.extend(rows.into_iter().map(|row| Line::Exercise(index, row)));
            }
        }
        self.lines = lines;
        let same = chosen.and_then(|chosen| self.line_of(|row| row.name == chosen));
        self.go(same.unwrap_or(self.cursor));
    }

    /// The same at a topic's line.
    fn arrange_at_topic(&mut self, name: &str) {
        self.arrange(None);
        let is = |line: &Line| matches!(line, Line::Topic(topic) if self.list.topics[*topic].name == name);
        let line = self.lines.iter().position(is);
        self.go(line.unwrap_or(self.cursor));
    }

    fn line_of(&self, is: impl Fn(&Row) -> bool) -> Option<usize> {
        self.lines.iter().position(|line| match line {
            Line::Topic(_) => false,
            Line::Exercise(topic, row) => is(&self.list.topics[*topic].rows[*row]),
        })
    }

    /// The chosen exercise.
    fn name_of_line(&self) -> Option<String> {
        match self.lines.get(self.cursor)? {
            Line::Topic(_) => None,
            Line::Exercise(topic, row) => Some(self.list.topics[*topic].rows[*row].name.clone()),
        }
    }

    /// The topic of the chosen line.
    fn topic_of_line(&self) -> Option<String> {
        let (Line::Topic(topic) | Line::Exercise(topic, _)) = self.lines.get(self.cursor)?;
        Some(self.list.topics[*topic].name.clone())
    }
}

fn help(style: Style) -> Vec<String> {
    let language = style.language;
    screens::help(style, &words::list_help(language), &say!(language, "list-keys.more"))
}

#[cfg(test)]
mod tests;
