//! A failing test on the screen: what was wanted, what came, where, and what was printed.

use super::layout::width;
use super::page::{Carets, Line, Page};
use super::style::Role;
use super::{diff, exception, words};
use crate::language::{said, say};
use crate::model::record::{Comparison, TestOutcome};
use crate::model::verdict::{ComparedSides, TestFailure};

/// Lines shown of pytest's explanation.
const EXPLANATION_LINES: usize = 10;
/// Lines shown of a value that has several.
const VALUE_LINES: usize = 12;
/// Bytes from which on the difference of two values is marked.
const LONG_VALUE: usize = 16;
/// Lines shown of what a test printed.
const PRINTED_LINES: usize = 20;

/// A failing test in full. `file` is the file of the tests.
pub(super) fn put(page: &mut Page, indent: usize, file: &str, test: &TestFailure) {
    let style = page.style;
    match &test.message {
        Some(message) => {
            page.prose(indent, Role::Strong, message);
            let id = style.span(Role::Quiet, &format!("{file}::{}", test.id));
            page.put(Line::text(indent, vec![id]));
        }
        None => {
            let what = match test.outcome {
                TestOutcome::Error => say!(style, "test-could-not-start", test = &test.id),
                _ => say!(style, "test-fails", test = &test.id),
            };
            page.put(Line::text(indent, vec![style.span(Role::Strong, &what)]));
            page.put(Line::text(indent, vec![style.span(Role::Quiet, &say!(style, "in-file", file = file))]));
        }
    }
    if let Some(comparison) = &test.comparison {
        page.blank();
        compared(page, indent + 2, comparison);
    } else if let Some(explanation) = test.explanation.as_deref().filter(|text| !text.trim().is_empty()) {
        page.blank();
        page.block(indent + 2, Role::Plain, explanation, EXPLANATION_LINES);
    }
    if let Some(raised) = &test.exception {
        page.blank();
        exception::put(page, indent + 2, raised);
    }
    printed(page, indent, &test.stdout, &test.stderr);
}

/// What was printed, set apart.
pub(super) fn printed(page: &mut Page, indent: usize, stdout: &str, stderr: &str) {
    for (label, text) in [(say!(page, "printed"), stdout), (say!(page, "printed-on-error-stream"), stderr)] {
        if text.trim().is_empty() {
            continue;
        }
        page.blank();
        page.put(Line::prose(indent, vec![page.style.span(Role::Quiet, &label)]));
        page.block(indent + 2, Role::Plain, text, PRINTED_LINES);
    }
}

/// A failing test in one line.
pub(super) fn one_line(page: &mut Page, indent: usize, test: &TestFailure) {
    let style = page.style;
    let mut body = vec![style.plain(&test.id)];
    let first_line = |text: &str| text.trim().lines().next().map(str::to_owned);
    let why = test.message.as_deref().and_then(first_line);
    if let Some(why) = why.or_else(|| test.exception.as_ref().map(exception::summary)) {
        body.push(style.plain(": "));
        body.extend(style.with_code(Role::Plain, &why));
    }
    page.put(
        Line::prose(indent, body).lead(style.span(Role::Failed, &format!("{} ", style.symbols().failed))),
    );
}

/// `expected` and `got`, each on its own line; a diff where the values have many lines.
fn compared(page: &mut Page, indent: usize, compared: &ComparedSides) {
    let Comparison { op, left, right } = &compared.sides;
    if let Some(lines) = &compared.diff {
        diff::put(page, indent, lines);
        return;
    }
    let wanted = if op == "==" { right.clone() } else { format!("{op} {right}") };
    expected_and_got(page, indent, &wanted, left);
}

/// `expected …` and `got …`, aligned; where both are long and much alike, what differs is marked.
pub(super) fn expected_and_got(page: &mut Page, indent: usize, expected: &str, got: &str) {
    let style = page.style;
    let (same_before, same_after) = alike(expected, got);
    let labels = words::column([say!(style, "expected"), say!(style, "got")]);
    let blank = " ".repeat(width(&labels[0]));
    for (label, (role, value)) in labels.iter().zip([(Role::Expected, expected), (Role::Yours, got)]) {
        let lines: Vec<&str> = value.trim_end_matches('\n').split('\n').collect();
        let shown = page.of(lines.len(), VALUE_LINES);
        for (index, line) in lines[..shown].iter().enumerate() {
            let lead = if index == 0 { label } else { &blank };
            let body = match lines.as_slice() {
                [only] if same_before + same_after > 0 => {
                    let (rest, after) = only.split_at(only.len() - same_after);
                    let (before, differs) = rest.split_at(same_before);
                    let differs = style.span(role, differs).marked();
                    vec![style.span(role, before), differs, style.span(role, after)]
                }
                _ => vec![style.span(role, line)],
            };
            let line = Line::text(indent, body).carets(Carets::WithoutColor);
            page.put(line.lead(style.span(Role::Quiet, lead)));
        }
        page.more(indent + blank.len(), lines.len() - shown, |number| said!("more-lines", number = number));
    }
}

/// Bytes that two long lines share at their start and end; none when they are short, have little in common or differ
/// in several lines.
fn alike(a: &str, b: &str) -> (usize, usize) {
    if a.len().min(b.len()) < LONG_VALUE || a.contains('\n') || b.contains('\n') {
        return (0, 0);
    }
    let shared = |pairs: &mut dyn Iterator<Item = (char, char)>| {
        pairs.take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum::<usize>()
    };
    let before = shared(&mut a.chars().zip(b.chars()));
    let after = shared(&mut a[before..].chars().rev().zip(b[before..].chars().rev()));
    if before + after >= LONG_VALUE / 2 { (before, after) } else { (0, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_values_share_is_found_and_does_not_overlap() {
        assert_eq!(alike("'Creating class: A'", "'Creating class: Bcd'"), (17, 1));
        assert_eq!(alike("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaa"), (20, 0));
        assert_eq!(alike("日本日本日本日本x", "日本日本日本日本y"), (24, 0));
        assert_eq!(alike("[1, 2]", "[1, 3]"), (0, 0), "short values speak for themselves");
    }
}
