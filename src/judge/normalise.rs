//! Output before it is compared: cut into lines, with what the rules forgive taken away and said.
//!
//! Works on bytes, so that output that is not UTF-8 is judged as faithfully as text.

use crate::model::check::Whitespace;
use crate::model::verdict::Note;

/// A line of output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its bytes, without the line end.
    pub text: Vec<u8>,
    /// Its place in the stream, from 1.
    pub number: usize,
    /// Whether a newline ends it. Always so where a missing one is forgiven.
    pub newline: bool,
}

/// A stream cut into lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    /// The lines that count.
    pub lines: Vec<Line>,
    /// What was forgiven; empty for [`Whitespace::Any`], where the course does not care.
    pub notes: Vec<Note>,
}

impl Normalised {
    /// The lines as a stream again.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in &self.lines {
            bytes.extend_from_slice(&line.text);
            if line.newline {
                bytes.push(b'\n');
            }
        }
        bytes
    }
}

/// Cuts a stream into lines and takes away what `whitespace` forgives. CR LF is a line end like LF, always.
pub fn normalise(bytes: &[u8], whitespace: Whitespace) -> Normalised {
    let mut seen = Forgiven::default();
    let lines = bytes
        .split_inclusive(|byte| *byte == b'\n')
        .enumerate()
        .filter_map(|(index, raw)| line(index + 1, raw, whitespace, &mut seen))
        .collect();
    let notes = if whitespace == Whitespace::Any { Vec::new() } else { seen.notes() };
    Normalised { lines, notes }
}

/// White space within a line, of ASCII only: other kinds are never typed by accident.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\x0b' | b'\x0c')
}

#[derive(Default)]
struct Forgiven {
    final_newline: bool,
    trailing_spaces: bool,
    carriage_returns: bool,
}

impl Forgiven {
    fn notes(&self) -> Vec<Note> {
        let found = [
            (self.final_newline, Note::MissingFinalNewline),
            (self.trailing_spaces, Note::TrailingSpaces),
            (self.carriage_returns, Note::CarriageReturns),
        ];
        found.into_iter().filter(|(seen, _)| *seen).map(|(_, note)| note).collect()
    }
}

fn line(number: usize, raw: &[u8], whitespace: Whitespace, seen: &mut Forgiven) -> Option<Line> {
    let (text, newline) = match raw.strip_suffix(b"\n") {
        Some(text) => {
            let end = text.iter().rposition(|byte| *byte != b'\r').map_or(0, |last| last + 1);
            seen.carriage_returns |= end < text.len();
            (&text[..end], true)
        }
        None => (raw, false),
    };
    match whitespace {
        Whitespace::Exact => Some(Line { text: text.to_vec(), number, newline }),
        Whitespace::Trailing => {
            let kept = trim_end(text);
            seen.trailing_spaces |= kept.len() < text.len();
            // Spaces after the last newline are trailing spaces of the whole output, no line.
            if kept.is_empty() && !newline {
                return None;
            }
            seen.final_newline |= !newline;
            Some(Line { text: kept.to_vec(), number, newline: true })
        }
        Whitespace::Any => {
            let text = collapse(text);
            (!text.is_empty()).then_some(Line { text, number, newline: true })
        }
    }
}

fn trim_end(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| !is_blank(*byte)).map_or(0, |last| last + 1);
    &text[..end]
}

/// Words joined by single spaces.
fn collapse(text: &[u8]) -> Vec<u8> {
    text.split(|byte| is_blank(*byte)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(&b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: &[u8], whitespace: Whitespace) -> String {
        String::from_utf8(normalise(bytes, whitespace).to_bytes()).unwrap()
    }

    #[test]
    fn the_default_forgives_and_says_so() {
        let normal = normalise(b"a  \r\nb\t\nc", Whitespace::Trailing);
        assert_eq!(normal.to_bytes(), b"a\nb\nc\n");
        assert_eq!(normal.notes, [Note::MissingFinalNewline, Note::TrailingSpaces, Note::CarriageReturns]);
        assert_eq!(normalise(b"a\nb\n", Whitespace::Trailing).notes, []);
        assert_eq!(normalise(b"", Whitespace::Trailing).lines, []);
    }

    #[test]
    fn exact_keeps_everything_but_line_ends() {
        assert_eq!(kept(b"a \r\n\tb \n\nc", Whitespace::Exact), "a \n\tb \n\nc");
        assert_eq!(kept(b"50%\r100%", Whitespace::Exact), "50%\r100%");
    }

    #[test]
    fn any_keeps_words_only() {
        let normal = normalise(b"  a \t b \n \n\nc", Whitespace::Any);
        assert_eq!(normal.to_bytes(), b"a b\nc\n");
        assert_eq!(normal.notes, []);
        assert_eq!(normal.lines[1].number, 4);
    }

    #[test]
    fn spaces_after_the_last_newline_are_no_line() {
        assert_eq!(kept(b"a\n  ", Whitespace::Trailing), "a\n");
    }

    #[test]
    fn blank_lines_count_by_default() {
        assert_eq!(kept(b"a\n\n", Whitespace::Trailing), "a\n\n");
    }
}
