//! What is no YAML: the parser's words, and what usually mends it.

use crate::language::{Said, Text, said};

/// Why a text is not YAML.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// 1-based.
    pub(super) line: Option<usize>,
    /// The parser's words, which are English, or ours.
    pub(super) message: Text,
    /// What usually mends it.
    pub(super) help: Said,
}

impl SyntaxError {
    /// With the help that fits these words.
    pub(super) fn new(line: Option<usize>, message: Text) -> Self {
        Self { line, help: help(&message), message }
    }
}

/// A part of the parser's words, and what usually mends what they are about.
type Known = (&'static str, fn() -> Said);

/// What usually mends an error.
fn help(message: &str) -> Said {
    let known: [Known; 9] = [
        ("tab character", || said!("yaml-tabs")),
        ("cannot start any token", || said!("yaml-quotes-or-tabs")),
        ("mapping values are not allowed", || said!("yaml-quotes-or-columns")),
        ("anchor", || said!("yaml-quotes-for-anchors")),
        ("more than one document", || said!("yaml-one-document")),
        ("recursion limit", || said!("yaml-nest-less")),
        ("brackets", || said!("yaml-close-brackets")),
        ("control characters", || said!("yaml-control-characters")),
        ("quoted scalar", || said!("yaml-close-quotes")),
    ];
    let found = known.iter().find(|(part, _)| message.contains(part));
    found.map_or_else(|| said!("yaml-look-around"), |(_, help)| help())
}
