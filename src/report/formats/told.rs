//! What formats share: a result in few words, in bounded text, and its place in the learner's files.

use crate::language::{Language, say};
use crate::model::check::Trust;
use crate::model::event::ExerciseResult;
use crate::model::record::PyException;
use crate::model::verdict::{Mismatch, Verdict};
use crate::report::terminal::plain;

/// The longest explanation of one exercise, in bytes: reports hold hundreds.
const LONGEST: usize = 8 * 1024;

/// A result in words.
pub(super) struct Told {
    /// In one line, without control characters.
    pub(super) headline: String,
    /// In lines; control characters other than newlines are shown.
    pub(super) detail: String,
    /// The learner's file that it is about.
    pub(super) file: Option<String>,
    /// The line (1-based) of that file, where one is known.
    pub(super) line: Option<u32>,
}

impl Told {
    /// In English, for programs.
    pub(super) fn of(result: &ExerciseResult) -> Self {
        Self::by(Language::ENGLISH, result)
    }

    /// In a language, for people.
    pub(super) fn by(language: Language, result: &ExerciseResult) -> Self {
        let place = place(result);
        Self {
            headline: one_line(language, &plain::headline(language, result)),
            detail: cut(language, &plain::explanation(language, result), LONGEST),
            file: place.as_ref().map(|(file, _)| file.clone()).or_else(|| result.files.first().cloned()),
            line: place.map(|(_, line)| line),
        }
    }
}

/// What is said of one pass that is no proof, to programs.
pub(super) fn no_proof() -> String {
    say!(Language::ENGLISH, "trust-no-proof")
}

/// How far a pass can be trusted, as events say it.
pub(super) fn trust_name(trust: Trust) -> &'static str {
    match trust {
        Trust::ForgeryProof => "forgery_proof",
        Trust::NotForgeryProof => "not_forgery_proof",
    }
}

/// Which passes are no proof, in a sentence; at most so many are named.
pub(in crate::report) fn proof(
    language: Language,
    unproved: &[&str],
    quoted: impl Fn(&str) -> String,
) -> String {
    const NAMED: usize = 50;
    let names: Vec<String> = unproved.iter().take(NAMED).map(|name| quoted(name)).collect();
    let names = names.join(", ");
    match (unproved, unproved.len().saturating_sub(NAMED)) {
        ([], _) => say!(language, "all-proved"),
        (_, 0) => say!(language, "unproved", names = names),
        (_, more) => say!(language, "unproved-more", names = names, more = more),
    }
}

/// Wall time of all checks, in seconds.
pub(super) fn seconds(result: &ExerciseResult) -> f64 {
    result.checks.iter().map(|check| check.wall.as_secs_f64()).sum()
}

/// The text up to a number of bytes, on a character's border, with a word on what is left out.
pub(in crate::report) fn cut(language: Language, text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    format!("{}\n{}", &text[..end], say!(language, "bytes-left-out", number = text.len() - end))
}

/// The text in one line of bounded length, without control characters.
pub(in crate::report) fn one_line(language: Language, text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    cut(language, &flat, 300).replace('\n', " ")
}

/// File and line in the learner's own code that a failure is about.
fn place(result: &ExerciseResult) -> Option<(String, u32)> {
    let Verdict::Failed(failure) = &result.first_problem()?.verdict else { return None };
    failure.mismatches.iter().find_map(|mismatch| match mismatch {
        Mismatch::Raised { exception } | Mismatch::Syntax { exception } | Mismatch::Import { exception } => {
            of_exception(result, exception)
        }
        Mismatch::Call { exception: Some(exception), .. } => of_exception(result, exception),
        Mismatch::Test(test) => test.exception.as_ref().and_then(|raised| of_exception(result, raised)),
        Mismatch::TimedOut { stack, .. } => {
            stack.iter().rev().find_map(|frame| own(result, &frame.file, frame.line))
        }
        _ => None,
    })
}

fn of_exception(result: &ExerciseResult, exception: &PyException) -> Option<(String, u32)> {
    let syntax = exception.syntax.as_ref().and_then(|syntax| own(result, &syntax.file, syntax.line));
    syntax.or_else(|| exception.frames.iter().rev().find_map(|frame| own(result, &frame.file, frame.line)))
}

/// The path from the course's root of a file that the learner edits.
fn own(result: &ExerciseResult, file: &str, line: u32) -> Option<(String, u32)> {
    let ends =
        |path: &&String| path.strip_suffix(file).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    result.files.iter().find(ends).map(|path| (path.clone(), line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_ends_between_characters() {
        assert_eq!(cut(Language::ENGLISH, "ab", 2), "ab");
        assert_eq!(cut(Language::ENGLISH, "aéé", 2), "a\n[4 more bytes]");
    }
}
