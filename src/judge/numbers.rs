//! Numbers within a tolerance: a line is cut into texts and numbers, texts must be equal and numbers close.

use crate::model::check::Tolerance;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// Anything that is no number.
    Text(Vec<u8>),
    /// A number, as written and as its value.
    Number(Vec<u8>, f64),
}

/// Whether every number of the line is close to its counterpart and everything else is equal.
pub(super) fn close_lines(expected: &[Piece], actual: &[Piece], tolerance: Tolerance) -> bool {
    expected.len() == actual.len()
        && expected.iter().zip(actual).all(|pair| match pair {
            (Piece::Text(expected), Piece::Text(actual)) => expected == actual,
            (Piece::Number(expected, wanted), Piece::Number(actual, found)) => {
                expected == actual || close_integers(expected, actual, tolerance, *wanted, *found)
            }
            _ => false,
        })
}

/// Whether a number is within the absolute or the relative tolerance of the expected one.
pub(super) fn close(expected: f64, actual: f64, tolerance: Tolerance) -> bool {
    if expected == actual || (expected.is_nan() && actual.is_nan()) {
        return true;
    }
    let distance = (expected - actual).abs();
    distance.is_finite() && (distance <= tolerance.abs || distance <= tolerance.rel * expected.abs())
}

/// Integers too large for a float to tell apart are told apart.
fn close_integers(expected: &[u8], actual: &[u8], tolerance: Tolerance, wanted: f64, found: f64) -> bool {
    let integer = |text: &[u8]| std::str::from_utf8(text).ok().and_then(|text| text.parse::<i128>().ok());
    match (integer(expected), integer(actual)) {
        (Some(expected), Some(actual)) if expected != actual => {
            let distance = expected.abs_diff(actual) as f64;
            distance <= tolerance.abs || distance <= tolerance.rel * wanted.abs()
        }
        _ => close(wanted, found, tolerance),
    }
}

/// Cuts a line into texts and numbers. A number stands alone: `v1`, `0x1f` and `1.2.3` hold none.
pub(super) fn pieces(line: &[u8]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text_start = 0;
    let mut at = 0;
    while at < line.len() {
        let before = at.checked_sub(1).map(|index| line[index]);
        let stands_alone = before.is_none_or(|byte| !is_word(byte) && byte != b'.');
        let Some((length, value)) = number(&line[at..]).filter(|_| stands_alone) else {
            at += 1;
            continue;
        };
        if text_start < at {
            pieces.push(Piece::Text(line[text_start..at].to_vec()));
        }
        pieces.push(Piece::Number(line[at..at + length].to_vec(), value));
        at += length;
        text_start = at;
    }
    if text_start < line.len() {
        pieces.push(Piece::Text(line[text_start..].to_vec()));
    }
    pieces
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// The length and value of the number that the text starts with.
fn number(text: &[u8]) -> Option<(usize, f64)> {
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let length = sign + word_number(&text[sign..]).or_else(|| decimal(&text[sign..]))?;
    let follows = &text[length..];
    let runs_on = follows.first().is_some_and(|byte| is_word(*byte))
        || (follows.first() == Some(&b'.') && follows.get(1).is_some_and(u8::is_ascii_digit));
    if runs_on {
        return None;
    }
    let value = std::str::from_utf8(&text[..length]).ok()?.parse().ok()?;
    Some((length, value))
}

fn word_number(text: &[u8]) -> Option<usize> {
    ["inf", "nan"].iter().find(|word| text.starts_with(word.as_bytes())).map(|word| word.len())
}

/// The length of `12`, `1.5`, `.5`, `1e-9`.
fn decimal(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    let mut length = whole;
    if text.get(length) == Some(&b'.') {
        let fraction = digits(length + 1);
        if fraction > 0 {
            length += 1 + fraction;
        }
    }
    if length == 0 {
        return None;
    }
    if matches!(text.get(length), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(length + 1), Some(b'+' | b'-')));
        let exponent = digits((length + 1 + sign).min(text.len()));
        if exponent > 0 {
            length += 1 + sign + exponent;
        }
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLERANCE: Tolerance = Tolerance { abs: 1e-9, rel: 1e-6 };

    fn are_close(expected: &str, actual: &str) -> bool {
        close_lines(&pieces(expected.as_bytes()), &pieces(actual.as_bytes()), TOLERANCE)
    }

    #[test]
    fn numbers_may_differ_a_little() {
        for (expected, actual) in [
            ("3.14159265", "3.14159266"),
            ("mean = 2.0, max = 3", "mean = 2.0000000001, max = 3.0"),
            ("[0.1, 0.3]", "[0.1, 0.30000000000000004]"),
            ("-1e-12", "0.0"),
            ("nan inf -inf", "nan inf -inf"),
            ("took 5.", "took 5."),
            ("1e6", "1000000.1"),
        ] {
            assert!(are_close(expected, actual), "{expected} {actual}");
        }
    }

    #[test]
    fn everything_else_is_exact() {
        for (expected, actual) in [
            ("3.14", "3.15"),
            ("a 1.0", "b 1.0"),
            ("1.0 2.0", "1.0  2.0"),
            ("1.0", "1.0 2.0"),
            ("1.0", ""),
            ("inf", "1e308"),
            ("nan", "0"),
            ("inf", "-inf"),
            ("v1", "v1.0"),
            ("1.2.3", "1.20.3"),
            ("0x10", "0x10.0"),
            ("100000000000000000000", "200000000000000000000"),
        ] {
            assert!(!are_close(expected, actual), "{expected} {actual}");
        }
    }

    #[test]
    fn large_integers_are_told_apart_without_tolerance() {
        let none = Tolerance { abs: 0.0, rel: 0.0 };
        let (one, other) = (pieces(b"12345678901234567890"), pieces(b"12345678901234567891"));
        assert!(!close_lines(&one, &other, none));
        assert!(close_lines(&one, &one, none));
    }
}
