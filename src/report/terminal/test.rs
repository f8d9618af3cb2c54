//! A failing test on the screen: what was wanted, what came, where, and what was printed.

use super::page::{Line, Page};
use super::style::Role;
use super::{diff, exception};
use crate::model::record::{Comparison, TestOutcome};
use crate::model::verdict::{ComparedSides, TestFailure};

/// Lines shown of pytest's explanation.
const EXPLANATION_LINES: usize = 10;
/// Lines shown of a value that has several.
const VALUE_LINES: usize = 12;
/// Lines shown of what a test printed.
const PRINTED_LINES: usize = 20;

/// A failing test in full. `file` is the file of the tests.
pub(super) fn put(page: &mut Page, indent: usize, file: &str, test: &TestFailure) {
    let style = page.style;
    let id = style.span(Role::Quiet, &format!("{file}::{}", test.id));
    match &test.message {
        Some(message) => {
            page.prose(indent, Role::Strong, message);
            page.put(Line::code(indent, vec![id]));
        }
        None => {
            let what = match test.outcome {
                TestOutcome::Error => "This test could not start: what it needs failed.",
                _ => "This test fails.",
            };
            page.prose(indent, Role::Strong, what);
            page.put(Line::code(indent, vec![id]));
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
    for (label, text) in [("printed:", stdout), ("on the error stream:", stderr)] {
        if text.trim().is_empty() {
            continue;
        }
        page.blank();
        page.put(Line::prose(indent, vec![page.style.span(Role::Quiet, label)]));
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

/// `expected …` and `got …`, aligned.
pub(super) fn expected_and_got(page: &mut Page, indent: usize, expected: &str, got: &str) {
    let style = page.style;
    for (label, role, value) in [("expected  ", Role::Expected, expected), ("got       ", Role::Yours, got)] {
        let lines: Vec<&str> = value.trim_end_matches('\n').split('\n').collect();
        for (index, line) in lines.iter().take(VALUE_LINES).enumerate() {
            let lead = if index == 0 { label } else { "          " };
            let body = vec![style.span(role, line)];
            page.put(Line::code(indent, body).lead(style.span(Role::Quiet, lead)));
        }
        page.more(indent + 10, lines.len().saturating_sub(VALUE_LINES), "more line");
    }
}
