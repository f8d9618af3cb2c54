//! Tracebacks line by line: frames, places of syntax errors, class and message, and chains of them.

use std::path::Path;

use super::super::text::without_folder;
use super::group;
use crate::model::record::{Frame, PyException, SyntaxDetails};

pub(super) const HEADER: &str = "Traceback (most recent call last):";
const CAUSED: &str = "The above exception was the direct cause of the following exception:";
const DURING: &str = "During handling of the above exception, another exception occurred:";
/// Lines that a message may have.
const MOST_MESSAGE_LINES: usize = 2_000;
/// Exceptions that a chain may have.
const MOST_LINKS: usize = 50;

/// Whether a traceback starts at this line.
pub(super) fn starts(lines: &[&str], at: usize) -> bool {
    let line = lines[at];
    line == HEADER || group::starts(line) || bare_syntax_error(lines, at)
}

/// A `SyntaxError` of the main script has no header: a place, perhaps the line and a caret, then the error. Without
/// even a place when the file is no text.
fn bare_syntax_error(lines: &[&str], at: usize) -> bool {
    let is_error = |line: &str| {
        ["SyntaxError: ", "IndentationError: ", "TabError: "].iter().any(|class| line.starts_with(class))
    };
    if is_error(lines[at]) {
        return true;
    }
    let is_place = location(lines[at]).is_some_and(|place| place.function.is_none());
    is_place
        && lines[at + 1..]
            .iter()
            .take(3)
            .find(|line| !line.starts_with("  "))
            .is_some_and(|line| is_error(line))
}

/// Reads tracebacks out of lines.
pub(super) struct Reader<'a> {
    lines: &'a [&'a str],
    folder: &'a Path,
}

impl<'a> Reader<'a> {
    pub(super) fn new(lines: &'a [&'a str], folder: &'a Path) -> Self {
        Self { lines, folder }
    }

    /// The exception whose traceback starts at `at`, with those that led to it, and the line after it.
    pub(super) fn chain(&mut self, at: usize) -> Option<(PyException, usize)> {
        let (mut exception, mut end) = self.block(at)?;
        for _ in 0..MOST_LINKS {
            let Some(next) = self.link(end) else { break };
            let Some((mut following, following_end)) = self.block(next) else { break };
            following.cause = Some(Box::new(exception));
            (exception, end) = (following, following_end);
        }
        Some((exception, end))
    }

    /// Where the next exception of a chain starts, when a chain goes on at `at`.
    fn link(&self, at: usize) -> Option<usize> {
        let line = *self.lines.get(at + 1)?;
        let is_link = self.lines[at].is_empty() && (line == CAUSED || line == DURING);
        (is_link && at + 3 < self.lines.len()).then_some(at + 3)
    }

    /// One exception without what led to it.
    fn block(&self, at: usize) -> Option<(PyException, usize)> {
        if group::starts(self.lines[at]) {
            return group::read(self.lines, at, self.folder);
        }
        let start = if self.lines[at] == HEADER { at + 1 } else { at };
        let (frames, syntax, at) = self.frames(start);
        let (class, first) = class_and_message(self.lines.get(at)?)?;
        let end = self.message_end(at + 1);
        let mut message = first.to_owned();
        for line in &self.lines[at + 1..end] {
            message.push('\n');
            message.push_str(line);
        }
        // An exception that came from another process is quoted.
        let message = message.trim_end().trim_end_matches("\n\"\"\"").trim_end();
        let syntax = syntax.or_else(|| self.place_in_message(class, message));
        let message = without_folder(message, self.folder);
        let class = class.to_owned();
        Some((PyException { class, message, frames, syntax, ..PyException::default() }, end))
    }

    /// The frames from `at` on, the place of a syntax error after them, and the line after both.
    fn frames(&self, mut at: usize) -> (Vec<Frame>, Option<SyntaxDetails>, usize) {
        let mut frames = Vec::new();
        let mut syntax = None;
        while let Some(line) = self.lines.get(at).filter(|line| line.starts_with("  ")) {
            let below = self.below(at + 1);
            if let Some(place) = location(line) {
                let file = self.relative(place.file);
                match place.function {
                    Some(function) => frames.push(Frame {
                        file,
                        line: place.line,
                        function: function.to_owned(),
                        source: below.first().map(|line| line.trim().to_owned()),
                    }),
                    None => syntax = Some(syntax_details(file, place.line, below)),
                }
            }
            // Anything else is "[Previous line repeated 996 more times]".
            at += 1 + below.len();
        }
        (frames, syntax, at)
    }

    /// The lines of source and carets that follow a place.
    fn below(&self, at: usize) -> &'a [&'a str] {
        let from = &self.lines[at.min(self.lines.len())..];
        &from[..from.iter().take_while(|line| line.starts_with("    ")).count()]
    }

    /// Where a message ends that may have any number of lines.
    fn message_end(&self, from: usize) -> usize {
        let limit = self.lines.len().min(from + MOST_MESSAGE_LINES);
        let ends = |at: &usize| {
            let line = self.lines[*at];
            line == HEADER
                || group::starts(line)
                || line.starts_with("Exception in thread ")
                || line.starts_with("Exception ignored ")
                || self.link(*at).is_some()
        };
        (from..limit).find(ends).unwrap_or(limit)
    }

    /// Files that are no text are named in the message alone.
    fn place_in_message(&self, class: &str, message: &str) -> Option<SyntaxDetails> {
        let (_, rest) = message.split_once(" in file ").filter(|_| class == "SyntaxError")?;
        let (file, rest) = rest.split_once(" on line ")?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        Some(syntax_details(self.relative(file), rest[..digits].parse().ok()?, &[]))
    }

    fn relative(&self, file: &str) -> String {
        relative(file, self.folder)
    }
}

/// A file below `folder` relative to it, with `/`; any other as it is.
pub(in crate::judge) fn relative(file: &str, folder: &Path) -> String {
    let short = without_folder(file, folder);
    if short.len() < file.len() { short.replace('\\', "/") } else { short }
}

/// `  File "x.py", line 3, in main`.
struct Location<'a> {
    file: &'a str,
    line: u32,
    function: Option<&'a str>,
}

fn location(line: &str) -> Option<Location<'_>> {
    let rest = line.strip_prefix("  File \"")?;
    let (file, rest) = rest.rsplit_once("\", line ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let line = rest[..digits].parse().ok()?;
    let function = rest[digits..].strip_prefix(", in ");
    Some(Location { file, line, function })
}

/// The line of source is shown without its indentation, so columns count from its first visible character.
fn syntax_details(file: String, line: u32, below: &[&str]) -> SyntaxDetails {
    let is_carets = |line: &&&str| line.contains('^') && line.chars().all(|c| c == '^' || c.is_whitespace());
    let text = below.first().filter(|line| !is_carets(line)).map(|line| line[4..].to_owned());
    let carets = below.iter().find(is_carets);
    let column = carets.and_then(|line| line[4..].chars().position(|c| c == '^'));
    let width = carets.map_or(0, |line| line.matches('^').count());
    let number = |n: usize| u32::try_from(n).ok();
    SyntaxDetails {
        file,
        line,
        column: column.and_then(|column| number(column + 1)),
        end_column: column.and_then(|column| number(column + 1 + width)),
        text,
    }
}

/// `ValueError: no`, `shop.OutOfStock`, `f.<locals>.Odd: x`.
pub(super) fn class_and_message(line: &str) -> Option<(&str, &str)> {
    let (class, message) = match line.split_once(':') {
        Some((class, message)) => (class, message.strip_prefix(' ').unwrap_or(message)),
        None => (line.trim_end(), ""),
    };
    let starts_well = class.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let is_name = class.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '<' | '>'));
    (starts_well && is_name).then_some((class, message))
}
