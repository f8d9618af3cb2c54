//! When a line of output is the line that was wanted: equal, equal but for case, close in numbers, or by pattern.

use super::normalise::{Line, normalise};
use super::numbers::{Piece, close_lines, pieces};
use crate::model::check::{Case, Compare, Order, Tolerance, Whitespace};
use crate::model::pattern::Pattern;

/// A wanted line.
#[derive(Debug)]
pub(super) enum Wanted {
    /// Exactly this key.
    Key(Vec<u8>),
    /// These texts, and numbers close to these.
    Numbers(Vec<Piece>, Tolerance),
    /// Whatever the pattern takes.
    Pattern(Pattern),
}

/// An actual line, ready to be compared.
#[derive(Debug)]
pub(super) struct Seen {
    /// What stands for it.
    pub(super) key: Vec<u8>,
    /// Its texts and numbers, where numbers may differ.
    pieces: Vec<Piece>,
}

impl Wanted {
    /// Whether an actual line is the wanted one.
    pub(super) fn accepts(&self, line: &Line, seen: &Seen) -> bool {
        match self {
            Self::Key(wanted) => *wanted == seen.key,
            Self::Numbers(wanted, tolerance) => close_lines(wanted, &seen.pieces, *tolerance),
            Self::Pattern(pattern) => pattern.matches(&line.text),
        }
    }
}

/// Makes wanted and actual lines comparable.
pub(super) struct Matcher<'a> {
    compare: &'a Compare,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(compare: &'a Compare) -> Self {
        Self { compare }
    }

    /// A line of the expected output.
    pub(super) fn wanted(&self, line: &Line) -> Wanted {
        if self.compare.pattern
            && let Some(pattern) = self.pattern(&line.text)
            && !pattern.is_literal()
        {
            return Wanted::Pattern(pattern);
        }
        match self.compare.floats {
            Some(tolerance) => Wanted::Numbers(pieces(&self.key(line)), tolerance),
            None => Wanted::Key(self.key(line)),
        }
    }

    /// What stands for a line when it is compared. The newline is part of it where every white space counts.
    fn key(&self, line: &Line) -> Vec<u8> {
        let mut key = match (self.compare.case, std::str::from_utf8(&line.text)) {
            (Case::Exact, _) => line.text.clone(),
            (Case::Ignore, Ok(text)) => text.to_lowercase().into_bytes(),
            (Case::Ignore, Err(_)) => line.text.to_ascii_lowercase(),
        };
        let in_order = self.compare.order == Order::Exact && !self.compare.contains;
        if self.compare.whitespace == Whitespace::Exact && in_order && !line.newline {
            // No line holds a newline, so this cannot be mistaken for one that does.
            key.push(b'\n');
        }
        key
    }

    /// An actual line.
    pub(super) fn seen(&self, line: &Line) -> Seen {
        let key = self.key(line);
        let pieces = if self.compare.floats.is_some() { pieces(&key) } else { Vec::new() };
        Seen { key, pieces }
    }

    /// A pattern of a rule on the order of lines, with the check's own white space and case.
    pub(super) fn rule(&self, text: &str) -> Option<Pattern> {
        let normal = normalise(text.as_bytes(), self.compare.whitespace);
        self.pattern(&normal.lines.first()?.text)
    }

    /// Discovery refuses broken patterns; one that comes here all the same is literal text.
    fn pattern(&self, line: &[u8]) -> Option<Pattern> {
        Pattern::parse_with_case(std::str::from_utf8(line).ok()?, self.compare.case).ok()
    }
}
