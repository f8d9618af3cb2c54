//! The pattern language of expected lines: literal text with `{{int}}`, `{{float}}`, `{{hex}}`, `{{any}}` and
//! `{{re:…}}` in it. A pattern matches a whole line or nothing.

use std::fmt;

use regex::bytes::{Regex, RegexBuilder};

use super::check::Case;
use crate::language::{Said, said};

/// The placeholders and the regular expressions that they stand for; `{{re:…}}` brings its own.
const PLACEHOLDERS: [(&str, &str); 4] = [
    ("int", r"[+-]?[0-9]+"),
    ("float", r"[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|inf|nan)"),
    ("hex", r"(?:0[xX])?[0-9a-fA-F]+"),
    // Any bytes at all, none too; output need not be UTF-8.
    ("any", r"(?s-u:.)*"),
];

/// A compiled line of expected output.
#[derive(Debug, Clone)]
pub struct Pattern {
    text: String,
    matcher: Matcher,
}

#[derive(Debug, Clone)]
enum Matcher {
    /// No placeholder, and case counts: the line itself.
    Literal,
    Regex(Regex),
}

/// Why a line is no pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternError {
    /// A `{{name}}` that is none of ours.
    Unknown(String),
    /// A `{{re:` without its `}}`.
    Unclosed,
    /// The text of a `{{re:…}}` is no regular expression.
    Regex {
        /// The text.
        regex: String,
        /// What is wrong with it, in one line.
        why: String,
    },
}

impl PatternError {
    /// What is wrong with the pattern. What the library of expressions says is English.
    pub fn said(&self) -> Said {
        match self {
            Self::Unknown(name) => said!("no-placeholder", name = name),
            Self::Unclosed => said!("own-expression-unclosed"),
            Self::Regex { regex, why } => said!("no-expression", expression = regex, why = why),
        }
    }
}

impl Pattern {
    /// Compiles a line of expected output, without its line end.
    ///
    /// # Errors
    /// When the line holds an unknown placeholder or a broken `{{re:…}}`.
    pub fn parse(line: &str) -> Result<Self, PatternError> {
        Self::parse_with_case(line, Case::Exact)
    }

    /// Compiles a line whose literal text, placeholders and all, may ignore case.
    ///
    /// # Errors
    /// As [`Pattern::parse`].
    pub fn parse_with_case(line: &str, case: Case) -> Result<Self, PatternError> {
        let text = line.to_owned();
        let mut regex = String::from(r"\A");
        let mut literal = true;
        let mut rest = line;
        while let Some(start) = rest.find("{{") {
            let (before, opened) = rest.split_at(start);
            regex += &regex::escape(before);
            let Some((part, after)) = placeholder(opened)? else {
                // `{{` is ordinary text when no placeholder follows: `{{'a': 1}}` is one way to write nested dicts.
                regex += r"\{";
                rest = &opened[1..];
                continue;
            };
            literal = false;
            regex += &format!("(?:{part})");
            rest = after;
        }
        if literal && case == Case::Exact {
            return Ok(Self { text, matcher: Matcher::Literal });
        }
        regex += &regex::escape(rest);
        regex += r"\z";
        let compiled =
            compile(&regex, case).map_err(|why| PatternError::Regex { regex: text.clone(), why })?;
        Ok(Self { text, matcher: Matcher::Regex(compiled) })
    }

    /// Whether the pattern holds no placeholder.
    pub fn is_literal(&self) -> bool {
        matches!(self.matcher, Matcher::Literal)
    }

    /// Whether a line (without its line end) matches from its first to its last byte.
    pub fn matches(&self, line: &[u8]) -> bool {
        match &self.matcher {
            Matcher::Literal => self.text.as_bytes() == line,
            Matcher::Regex(regex) => regex.is_match(line),
        }
    }

    /// The pattern as the course writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// The regular expression of the placeholder that `text` (which starts with `{{`) opens, and what follows it; `None`
/// when the braces are ordinary text.
fn placeholder(text: &str) -> Result<Option<(String, &str)>, PatternError> {
    let inside = &text[2..];
    if let Some(regex) = inside.strip_prefix("re:") {
        return own_regex(regex).map(Some);
    }
    let Some(end) = inside.find("}}") else { return Ok(None) };
    let name = &inside[..end];
    if let Some((_, regex)) = PLACEHOLDERS.iter().find(|(known, _)| *known == name) {
        return Ok(Some(((*regex).to_owned(), &inside[end + 2..])));
    }
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_name { Err(PatternError::Unknown(name.to_owned())) } else { Ok(None) }
}

/// Splits `REGEX}}rest`. The expression may itself hold braces (`a{2}`), so it ends at the first `}}` that leaves a
/// sound expression.
fn own_regex(text: &str) -> Result<(String, &str), PatternError> {
    let mut first_error = None;
    for (end, _) in text.char_indices().filter(|(index, _)| text[*index..].starts_with("}}")) {
        let regex = &text[..end];
        match compile(regex, Case::Exact) {
            Ok(_) => return Ok((regex.to_owned(), &text[end + 2..])),
            Err(why) => {
                first_error.get_or_insert(PatternError::Regex { regex: regex.to_owned(), why });
            }
        }
    }
    Err(first_error.unwrap_or(PatternError::Unclosed))
}

fn compile(regex: &str, case: Case) -> Result<Regex, String> {
    RegexBuilder::new(regex)
        .case_insensitive(case == Case::Ignore)
        .size_limit(1 << 20)
        .build()
        .map_err(|error| last_line(&error.to_string()))
}

/// The regex crate draws its errors over several lines; the last one says what is wrong.
fn last_line(message: &str) -> String {
    let line = message.lines().last().unwrap_or(message).trim();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn matches(pattern: &str, line: &str) -> bool {
        Pattern::parse(pattern).unwrap().matches(line.as_bytes())
    }

    #[test]
    fn placeholders_match_what_python_prints() {
        for (pattern, line) in [
            ("took {{float}} s", "took 1e-05 s"),
            ("took {{float}} s", "took 12 s"),
            ("{{float}}", "-inf"),
            ("{{int}} items", "-3 items"),
            ("<object at {{hex}}>", "<object at 0x7f3a>"),
            ("a{{any}}", "a"),
            ("a{{any}}z", "a b c z"),
            ("{{re:[ab]{2}}}", "ab"),
            ("{{re:a|b}}}", "b}"),
            ("{'k': {{'a': {{int}}}}}", "{'k': {{'a': 3}}}"),
            ("(1.5) * [x]", "(1.5) * [x]"),
        ] {
            assert!(matches(pattern, line), "{pattern} {line}");
        }
    }

    #[test]
    fn a_pattern_matches_whole_lines_only() {
        for (pattern, line) in [
            ("{{int}}", "3 items"),
            ("{{int}}", "3.0"),
            ("{{int}}", ""),
            ("{{re:a|b}}", "ab"),
            ("x", "xx"),
            ("a.c", "abc"),
            ("{{int}}", "3\n"),
        ] {
            assert!(!matches(pattern, line), "{pattern} {line}");
        }
    }

    #[test]
    fn any_takes_bytes_that_are_no_text() {
        assert!(Pattern::parse("a{{any}}").unwrap().matches(b"a\xff\xfe"));
    }

    #[test]
    fn case_is_ignored_when_asked() {
        assert!(Pattern::parse_with_case("Total {{int}}", Case::Ignore).unwrap().matches(b"TOTAL 3"));
        assert!(Pattern::parse_with_case("Total", Case::Ignore).unwrap().matches(b"tOTAL"));
    }

    #[test]
    fn broken_patterns_say_why() {
        let error = |line| Pattern::parse(line).unwrap_err();
        let said = |line| error(line).said().by(Language::ENGLISH);
        assert_eq!(error("{{number}}"), PatternError::Unknown("number".into()));
        assert_eq!(error("{{re:a"), PatternError::Unclosed);
        assert_eq!(said("{{re:(a}}"), "`(a` is no regular expression: unclosed group",);
        assert_eq!(
            said("{{number}}"),
            "`{{number}}` is no placeholder: there are {{int}}, {{float}}, {{hex}}, {{any}} and {{re:REGEX}}"
        );
    }
}
