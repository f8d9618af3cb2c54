//! Moving in a text: which of its rows is the first on the screen, and what is searched in it.

use crate::language::{Said, said};
use crate::report::terminal::watch::{self as screens, View};
use crate::watch::Key;

/// A place in a text.
#[derive(Debug, Default)]
pub(super) struct Pager {
    from: usize,
    query: String,
    /// What is being typed.
    typed: Option<String>,
    said: Option<Said>,
    /// The row that was found last, as long as nobody moves away from it.
    hit: Option<usize>,
}

/// What a key in a text leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Stay,
    /// Back to where the text was opened.
    Leave,
}

impl Pager {
    /// How the text is shown.
    pub(super) fn view(&self) -> View<'_> {
        let query = self.typed.as_deref().unwrap_or(&self.query);
        View { from: self.from, query, typing: self.typed.is_some(), said: self.said.as_ref() }
    }

    /// What a key does in these rows, of which `room` are shown at once.
    pub(super) fn key(&mut self, key: Key, rows: &[String], room: usize) -> Turn {
        if let Some(typed) = &mut self.typed {
            match key {
                Key::Char(character) => typed.push(character),
                Key::Backspace => drop(typed.pop()),
                Key::Enter => {
                    self.query = self.typed.take().unwrap_or_default();
                    self.search(rows, room, Search::From(self.from));
                }
                Key::Escape => self.typed = None,
                _ => {}
            }
            return Turn::Stay;
        }
        let last = rows.len().saturating_sub(room);
        let now = self.from.min(last);
        let there = match key {
            Key::Char('/') => {
                self.typed = Some(String::new());
                return Turn::Stay;
            }
            Key::Char('n') => {
                return self.search(rows, room, Search::From(self.hit.map_or(now, |hit| hit + 1)));
            }
            Key::Char('N') => return self.search(rows, room, Search::Before(self.hit.unwrap_or(now))),
            Key::Escape if !self.query.is_empty() => {
                self.query.clear();
                self.said = None;
                return Turn::Stay;
            }
            Key::Char('q' | 'd' | 't' | '?') | Key::Escape | Key::Enter => return Turn::Leave,
            Key::Char('j') | Key::Down => now + 1,
            Key::Char('k') | Key::Up => now.saturating_sub(1),
            Key::Char(' ' | 'f') | Key::PageDown => now + room,
            Key::Char('b') | Key::PageUp => now.saturating_sub(room),
            Key::Char('g') | Key::Home => 0,
            Key::Char('G') | Key::End => last,
            _ => now,
        };
        if there != now {
            self.hit = None;
        }
        self.from = there.min(last);
        Turn::Stay
    }

    /// Goes to a row with what is searched; from the end on to the start, and the other way round.
    fn search(&mut self, rows: &[String], room: usize, search: Search) -> Turn {
        if self.query.is_empty() {
            self.said = None;
            return Turn::Stay;
        }
        let found = screens::found(rows, &self.query);
        let index = match search {
            Search::From(row) => found.iter().position(|found| *found >= row).unwrap_or(0),
            Search::Before(row) => {
                found.iter().rposition(|found| *found < row).unwrap_or(found.len().saturating_sub(1))
            }
        };
        self.hit = found.get(index).copied();
        self.said = Some(match self.hit {
            Some(_) => said!("watch-found", number = index + 1, all = found.len()),
            None => said!("watch-found.nothing", text = &self.query),
        });
        if let Some(row) = self.hit {
            self.from = row.min(rows.len().saturating_sub(room));
        }
        Turn::Stay
    }
}

/// Where a search goes.
#[derive(Debug, Clone, Copy)]
enum Search {
    /// To the first at or behind this row.
    From(usize),
    /// To the last before this row.
    Before(usize),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn rows() -> Vec<String> {
        (0..30)
            .map(|number| if number % 10 == 5 { format!("Row {number} here") } else { number.to_string() })
            .collect()
    }

    fn said(pager: &Pager) -> String {
        pager.view().said.map(|said| said.by(Language::ENGLISH)).unwrap_or_default()
    }

    fn type_in(pager: &mut Pager, keys: &str) {
        for character in keys.chars() {
            let key = if character == '\n' { Key::Enter } else { Key::Char(character) };
            assert_eq!(pager.key(key, &rows(), 10), Turn::Stay);
        }
    }

    #[test]
    fn a_search_goes_on_and_round() {
        let mut pager = Pager::default();
        type_in(&mut pager, "/row\n");
        assert_eq!((pager.view().from, &*said(&pager)), (5, "1 of 3 found"));
        type_in(&mut pager, "n");
        assert_eq!((pager.view().from, &*said(&pager)), (15, "2 of 3 found"));
        // The last one is on the last screen, which cannot be scrolled further.
        type_in(&mut pager, "n");
        assert_eq!((pager.view().from, &*said(&pager)), (20, "3 of 3 found"));
        type_in(&mut pager, "n");
        assert_eq!(said(&pager), "1 of 3 found");
        type_in(&mut pager, "N");
        assert_eq!(said(&pager), "3 of 3 found");
        type_in(&mut pager, "/nobody\n");
        assert_eq!((pager.view().from, &*said(&pager)), (20, "no \"nobody\" here"));
    }

    #[test]
    fn letters_that_are_typed_are_no_commands() {
        let mut pager = Pager::default();
        type_in(&mut pager, "/qq");
        assert_eq!((pager.view().query, pager.view().typing), ("qq", true));
        assert_eq!(pager.key(Key::Backspace, &rows(), 10), Turn::Stay);
        assert_eq!(pager.view().query, "q");
        assert_eq!(pager.key(Key::Escape, &rows(), 10), Turn::Stay);
        assert_eq!((pager.view().query, pager.view().typing), ("", false));
        assert_eq!(pager.key(Key::Char('q'), &rows(), 10), Turn::Leave);
    }

    #[test]
    fn nobody_scrolls_past_the_ends() {
        let mut pager = Pager::default();
        for (key, from) in [
            (Key::Up, 0),
            (Key::PageDown, 10),
            (Key::Down, 11),
            (Key::PageDown, 20),
            (Key::Down, 20),
            (Key::Home, 0),
            (Key::End, 20),
            (Key::PageUp, 10),
            (Key::Up, 9),
        ] {
            pager.key(key, &rows(), 10);
            assert_eq!(pager.view().from, from, "{key:?}");
        }
        assert_eq!(pager.key(Key::Down, &[], 10), Turn::Stay);
        assert_eq!(pager.view().from, 0);
    }
}
