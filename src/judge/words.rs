//! What differs within a line: words marked, and how alike two lines are.

use std::collections::HashMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::text::cut_to;
use crate::model::verdict::Word;

/// Lines with more words than this are marked by their common start and end only.
const MOST_WORDS: usize = 2_000;
/// Lines less alike than this are shown as two lines, without marks inside.
const ALIKE: f64 = 0.3;
/// The most that is kept of a piece of a line, in bytes.
const KEPT_PIECE: usize = 16 * 1024;

/// A whole line that is part of the difference.
pub(super) fn whole(text: &str) -> Vec<Word> {
    vec![word(text, true)]
}

/// An expected line and the actual one that came in its place, with the words marked that differ.
pub(super) fn mark(expected: &str, actual: &str) -> (Vec<Word>, Vec<Word>) {
    if expected == actual {
        return (vec![word(expected, false)], vec![word(actual, false)]);
    }
    let (left, right) = (tokens(expected), tokens(actual));
    if left.len() > MOST_WORDS || right.len() > MOST_WORDS {
        return common_ends(&left, &right);
    }
    if alike_tokens(&left, &right) < ALIKE {
        return (whole(expected), whole(actual));
    }
    let (mut marked_left, mut marked_right) = (Marked::default(), Marked::default());
    for op in capture_diff_slices(Algorithm::Myers, &left, &right) {
        let changed = op.tag() != DiffTag::Equal;
        marked_left.push(&left[op.old_range()], changed);
        marked_right.push(&right[op.new_range()], changed);
    }
    (marked_left.words(), marked_right.words())
}

/// How alike two lines are, from 0 to 1: the share of their words that both have.
pub(super) fn alike(one: &str, other: &str) -> f64 {
    alike_tokens(&tokens(one), &tokens(other))
}

fn alike_tokens(one: &[&str], other: &[&str]) -> f64 {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    let mut total = 0;
    let mut common = 0;
    let real = |token: &&&str| !token.starts_with(char::is_whitespace);
    for token in one.iter().filter(real).take(MOST_WORDS) {
        *counts.entry(token).or_default() += 1;
        total += 1;
    }
    for token in other.iter().filter(real).take(MOST_WORDS) {
        total += 1;
        if let Some(count) = counts.get_mut(token).filter(|count| **count > 0) {
            *count -= 1;
            common += 2;
        }
    }
    if total == 0 { 1.0 } else { f64::from(common) / f64::from(total) }
}

/// Words, runs of white space, and any other character by itself.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut previous = None;
    for (index, character) in text.char_indices() {
        let kind = Kind::of(character);
        if previous.is_some_and(|previous| previous != kind || kind == Kind::Other) {
            tokens.push(&text[start..index]);
            start = index;
        }
        previous = Some(kind);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    Other,
}

impl Kind {
    fn of(character: char) -> Self {
        match character {
            '_' => Self::Word,
            c if c.is_alphanumeric() => Self::Word,
            c if c.is_whitespace() => Self::Space,
            _ => Self::Other,
        }
    }
}

/// Words of a line as they are found, neighbours of the same state joined.
#[derive(Default)]
struct Marked(Vec<(String, bool)>);

impl Marked {
    fn push(&mut self, tokens: &[&str], changed: bool) {
        if tokens.is_empty() {
            return;
        }
        match self.0.last_mut().filter(|(_, state)| *state == changed) {
            Some((text, _)) => text.extend(tokens.iter().copied()),
            None => self.0.push((tokens.concat(), changed)),
        }
    }

    fn words(self) -> Vec<Word> {
        self.0.iter().map(|(text, changed)| word(text, *changed)).collect()
    }
}

fn common_ends(left: &[&str], right: &[&str]) -> (Vec<Word>, Vec<Word>) {
    let start = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let most = left.len().min(right.len()) - start;
    let end = left.iter().rev().zip(right.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let side = |tokens: &[&str]| {
        let mut marked = Marked::default();
        marked.push(&tokens[..start], false);
        marked.push(&tokens[start..tokens.len() - end], true);
        marked.push(&tokens[tokens.len() - end..], false);
        marked.words()
    };
    (side(left), side(right))
}

fn word(text: &str, changed: bool) -> Word {
    let text =
        if text.len() > KEPT_PIECE { cut_to(text, KEPT_PIECE).replace('\n', " ") } else { text.to_owned() };
    Word { text, changed }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(expected: &str, actual: &str) -> (String, String) {
        let side = |words: &[Word]| {
            words
                .iter()
                .map(|word| if word.changed { format!("[{}]", word.text) } else { word.text.clone() })
                .collect::<String>()
        };
        let (left, right) = mark(expected, actual);
        (side(&left), side(&right))
    }

    #[test]
    fn changed_words_are_marked() {
        for (expected, actual, left, right) in [
            ("Total: 15 items", "Total: 16 items", "Total: [15] items", "Total: [16] items"),
            ("a b", "a  b", "a[ ]b", "a[  ]b"),
            ("Hello, Ada!", "Hello, Ada", "Hello, Ada[!]", "Hello, Ada"),
            ("nothing", "in common", "[nothing]", "[in common]"),
            ("same", "same", "same", "same"),
        ] {
            assert_eq!(marked(expected, actual), (left.to_owned(), right.to_owned()));
        }
    }

    #[test]
    fn huge_lines_stay_cheap() {
        let expected = "a b ".repeat(100_000) + "x" + &" c".repeat(100_000);
        let actual = "a b ".repeat(100_000) + "y" + &" c".repeat(100_000);
        let (left, _) = mark(&expected, &actual);
        assert_eq!(left.len(), 3);
        assert_eq!((left[1].text.as_str(), left[1].changed), ("x", true));
        assert!(left[0].text.len() < KEPT_PIECE + 100);
    }

    #[test]
    fn likeness_is_the_share_of_common_words() {
        assert!((alike("a b c", "a b d") - 2.0 / 3.0).abs() < 1e-9);
        assert!((alike("", "") - 1.0).abs() < 1e-9);
        assert!(alike("a", "b") < 1e-9);
    }
}
