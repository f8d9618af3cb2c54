//! Diffs: expected and actual lines aligned, changed words marked, both sides whole again when put together.

use super::align::{Sides, Step};
use super::line_match::Matcher;
use super::normalise::{Line, is_blank, normalise};
use super::text::{cut_to, shown};
use super::words::{mark, whole};
use crate::model::check::{Compare, Whitespace};
use crate::model::verdict::{Diff, DiffLine, Word};

/// Lines that are shown from the first difference on.
const MOST_LINES: usize = 1_000;
/// Bytes that are shown from the first difference on.
const MOST_BYTES: usize = 256 * 1024;
/// Bytes of an unchanged line that are shown.
const KEPT_SAME: usize = 16 * 1024;

/// The difference of two streams, where every byte counts (line ends apart: CR LF is LF).
///
/// Joining the `Same` and `Missing` lines gives `expected`, the `Same` and `Extra` lines `actual`, unless the
/// difference is so long that it is cut; what was cut of `actual` is counted in [`Diff::dropped`].
pub fn diff(expected: &[u8], actual: &[u8]) -> Diff {
    let compare = Compare { whitespace: Whitespace::Exact, ..Compare::default() };
    let expected = normalise(expected, Whitespace::Exact);
    let actual = normalise(actual, Whitespace::Exact);
    let sides = Sides::new(Matcher::new(&compare), &expected.lines, &actual.lines);
    build(&sides, &sides.in_order())
}

/// The diff that the steps describe.
pub(super) fn build(sides: &Sides<'_>, steps: &[Step]) -> Diff {
    let first_step = steps.iter().position(|step| !matches!(step, Step::Same(_))).unwrap_or(steps.len());
    let mut lines = Vec::new();
    let mut bytes = 0;
    let mut kept = 0;
    for (index, step) in steps.iter().enumerate() {
        let after_first = index.saturating_sub(first_step);
        if after_first >= MOST_LINES || (after_first > 0 && bytes >= MOST_BYTES) {
            break;
        }
        let from = lines.len();
        push(&mut lines, sides, *step);
        if index >= first_step {
            bytes += lines[from..].iter().map(size).sum::<usize>();
        }
        kept = index + 1;
    }
    let dropped = steps[kept..].iter().map(|step| actual_bytes(sides, *step)).sum();
    Diff {
        lines,
        whitespace_only: first_step < steps.len() && differ_in_whitespace_only(sides),
        first: first_line(sides, steps, first_step),
        dropped,
    }
}

fn push(lines: &mut Vec<DiffLine>, sides: &Sides<'_>, step: Step) {
    let missing = |e: usize, words| DiffLine::Missing { words, newline: sides.expected[e].newline };
    let extra = |a: usize, words| DiffLine::Extra { words, newline: sides.actual[a].newline };
    match step {
        Step::Same(a) => {
            let text = shown(&sides.actual[a].text);
            let text =
                if text.len() > KEPT_SAME { cut_to(&text, KEPT_SAME).replace('\n', " ") } else { text };
            lines.push(DiffLine::Same { text });
        }
        Step::Missing(e) => lines.push(missing(e, whole(&shown(&sides.expected[e].text)))),
        Step::Extra(a) => lines.push(extra(a, whole(&shown(&sides.actual[a].text)))),
        Step::Changed(e, a) => {
            let (expected, actual) = (&sides.expected[e].text, &sides.actual[a].text);
            let (wanted, found) = (shown(expected), shown(actual));
            // Bytes that are no text may look like the text that shows them.
            let (left, right) = if wanted == found && expected != actual {
                (whole(&wanted), whole(&found))
            } else {
                mark(&wanted, &found)
            };
            lines.push(missing(e, left));
            lines.push(extra(a, right));
        }
    }
}

fn size(line: &DiffLine) -> usize {
    match line {
        DiffLine::Same { text } => text.len(),
        DiffLine::Missing { words, .. } | DiffLine::Extra { words, .. } => {
            words.iter().map(|Word { text, .. }| text.len()).sum()
        }
    }
}

fn actual_bytes(sides: &Sides<'_>, step: Step) -> u64 {
    match step {
        Step::Missing(_) => 0,
        Step::Same(a) | Step::Extra(a) | Step::Changed(_, a) => {
            let line = &sides.actual[a];
            line.text.len() as u64 + u64::from(line.newline)
        }
    }
}

/// The number of the first actual line that is not right, or of the place where a missing one should be.
fn first_line(sides: &Sides<'_>, steps: &[Step], first_step: usize) -> usize {
    let place = steps[first_step..].iter().find_map(|step| match step {
        Step::Missing(_) => None,
        Step::Same(a) | Step::Extra(a) | Step::Changed(_, a) => Some(sides.actual[*a].number),
    });
    place.unwrap_or_else(|| sides.actual.last().map_or(1, |line| line.number + 1))
}

fn differ_in_whitespace_only(sides: &Sides<'_>) -> bool {
    let ink = |lines: &[Line]| -> Vec<u8> {
        lines.iter().flat_map(|line| &line.text).copied().filter(|byte| !is_blank(*byte)).collect()
    };
    ink(sides.expected) == ink(sides.actual)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The diff as text: `  same`, `- missing`, `+ extra`, marked words in brackets, `\` where no newline ends a line.
    fn drawn(diff: &Diff) -> String {
        let words = |words: &[Word]| -> String {
            words
                .iter()
                .map(|word| if word.changed { format!("[{}]", word.text) } else { word.text.clone() })
                .collect()
        };
        let end = |newline: bool| if newline { "" } else { "\\" };
        diff.lines
            .iter()
            .map(|line| match line {
                DiffLine::Same { text } => format!("  {text}\n"),
                DiffLine::Missing { words: w, newline } => format!("- {}{}\n", words(w), end(*newline)),
                DiffLine::Extra { words: w, newline } => format!("+ {}{}\n", words(w), end(*newline)),
            })
            .collect()
    }

    #[test]
    fn changed_lines_stand_together() {
        let diff = diff(b"one\ntwo 2\nthree\n", b"one\ntwo 3\nthree\n");
        assert_eq!(drawn(&diff), "  one\n- two [2]\n+ two [3]\n  three\n");
        assert_eq!((diff.first, diff.whitespace_only, diff.dropped), (2, false, 0));
    }

    #[test]
    fn a_line_too_few_or_too_many_moves_nothing() {
        let missing = diff(b"a\nb\nc\n", b"a\nc\n");
        assert_eq!((drawn(&missing).as_str(), missing.first), ("  a\n- [b]\n  c\n", 2));
        let extra = diff(b"a\nc\n", b"a\nb\nc\n");
        assert_eq!((drawn(&extra).as_str(), extra.first), ("  a\n+ [b]\n  c\n", 2));
        let end = diff(b"a\nb\n", b"a\n");
        assert_eq!((drawn(&end).as_str(), end.first), ("  a\n- [b]\n", 2));
    }

    #[test]
    fn unequal_gaps_pair_what_is_alike() {
        let diff = diff(b"Name: Ada\nAge: 36\n", b"Welcome\nName: Ada!\nAge: 37\n");
        assert_eq!(drawn(&diff), "+ [Welcome]\n- Name: Ada\n+ Name: Ada[!]\n- Age: [36]\n+ Age: [37]\n");
    }

    #[test]
    fn a_newline_at_the_end_may_be_the_difference() {
        let diff = diff(b"a\nb\n", b"a\nb");
        assert_eq!(drawn(&diff), "  a\n- b\n+ b\\\n");
        assert!(diff.whitespace_only);
    }

    #[test]
    fn white_space_is_told_from_words() {
        assert!(diff(b"a b\n", b"a  b\n").whitespace_only);
        assert!(diff(b"a\n\nb\n", b"a\nb\n").whitespace_only);
        assert!(!diff(b"a b\n", b"a c\n").whitespace_only);
        assert!(!diff(b"a\n", b"a\n").whitespace_only);
    }

    #[test]
    fn bytes_that_are_no_text_are_escaped_and_differ_from_their_escape() {
        assert_eq!(drawn(&diff(b"caf\xc3\xa9\n", b"caf\xe9\n")), "- [café]\n+ [caf\\xe9]\n");
        assert_eq!(drawn(&diff(b"\\xff\n", b"\xff\n")), "- [\\xff]\n+ [\\xff]\n");
    }

    #[test]
    fn a_flood_is_cut_after_the_first_difference() {
        let expected: Vec<u8> = b"same\n".repeat(50);
        let actual = [expected.clone(), b"flood\n".repeat(300_000)].concat();
        let diff = diff(&expected, &actual);
        assert_eq!(diff.first, 51);
        assert!(diff.lines.len() <= 50 + MOST_LINES);
        assert_eq!(diff.dropped, (300_000 - MOST_LINES as u64) * 6);
    }

    #[test]
    fn two_long_and_different_streams_stay_cheap() {
        let numbers = |from: u32| (from..from + 60_000).map(|n| format!("{n}\n")).collect::<String>();
        let diff = diff(numbers(0).as_bytes(), numbers(100_000).as_bytes());
        assert!(diff.lines.len() <= 2 * MOST_LINES);
        let lines = diff.lines.iter().map(size).sum::<usize>();
        assert!(lines <= 2 * MOST_BYTES, "{lines}");
    }
}
