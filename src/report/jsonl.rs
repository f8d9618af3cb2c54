//! The JSON lines report: each event as one line, as `docs/events.md` describes it.
//!
//! Owns nothing but the line: the fields are the model's. Characters that would steer a terminal are written as `\u`
//! escapes, which leaves the JSON value as it is and keeps a log safe to look at.

use std::io::{self, Write};

use serde_json::ser::{Formatter, Serializer};

use super::{Reporter, escape};
use crate::model::event::Event;

/// Writes events as lines of JSON.
pub struct JsonLines {
    out: Box<dyn Write + Send>,
}

impl JsonLines {
    /// A report to this writer.
    pub fn new(out: Box<dyn Write + Send>) -> Self {
        Self { out }
    }
}

impl Reporter for JsonLines {
    fn on(&mut self, event: &Event) -> io::Result<()> {
        let mut line = to_safe_json(event)?;
        line.push(b'\n');
        self.out.write_all(&line)?;
        self.out.flush()
    }
}

/// A value as compact JSON that steers no terminal.
pub(super) fn to_safe_json(event: &impl serde::Serialize) -> io::Result<Vec<u8>> {
    let mut line = Vec::with_capacity(256);
    event.serialize(&mut Serializer::with_formatter(&mut line, SafeStrings))?;
    Ok(line)
}

/// Compact JSON in which nothing unsafe stands raw.
struct SafeStrings;

impl Formatter for SafeStrings {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(escape::is_unsafe) {
            writer.write_all(&rest.as_bytes()[..at])?;
            let mut after = rest[at..].chars();
            for unit in after.next().iter().flat_map(|c| c.encode_utf16(&mut [0; 2]).to_vec()) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = after.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_keeps_its_value_and_loses_its_power() {
        let hostile = "\u{1b}[2J \u{9b}31m \u{202e} \u{e0041} \"quoted\" \\ 日本\n";
        let line = to_safe_json(&Event::Notice { text: hostile.into() }).unwrap();
        let line = String::from_utf8(line).unwrap();
        assert!(!line.contains(|c: char| c.is_control() || escape::is_unsafe(c)), "{line}");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["text"], hostile);
        assert!(line.contains("日本"), "what is readable stays readable");
    }
}
