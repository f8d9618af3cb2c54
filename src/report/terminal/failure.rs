//! A failure on the screen: the feedback of a recognised mistake, then the smallest thing that explains it.
//!
//! Owns the order of mismatches and how many are shown. Programs that were stopped or never started are in
//! `stopped`, tests in `test`, exceptions in `exception`, tests that the learner writes in `versions`.

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::{diff, exception, stopped, test, versions, words};
use crate::language::{said, say};
use crate::model::record::PyException;
use crate::model::verdict::{Diff, DiffLine, Failure, Mismatch, TestFailure};

/// Other failing tests that get a line.
const OTHER_TESTS: usize = 5;
/// Mismatches of one kind other than tests that are shown in full.
const IN_FULL: usize = 3;
/// Lines shown of a tool's output.
const TOOL_LINES: usize = 40;

/// Adds everything that explains the failure. `check` names the check in words.
pub(super) fn put(page: &mut Page, indent: usize, check: &str, failure: &Failure) {
    if let Some(feedback) = &failure.feedback {
        page.blank();
        page.prose(indent, Role::Plain, &feedback.text.by(page.style.language));
    }
    let mut tests = Vec::new();
    let mut calls = 0;
    let mut orders = 0;
    for mismatch in &failure.mismatches {
        match mismatch {
            Mismatch::Test(failing) => {
                if tests.is_empty() {
                    page.blank();
                    test::put(page, indent, check, failing);
                }
                tests.push(failing);
                continue;
            }
            Mismatch::Call { .. } => calls += 1,
            Mismatch::LineOrder { .. } => orders += 1,
            _ => {}
        }
        if page.is_full() || (calls <= IN_FULL && orders <= IN_FULL) {
            page.blank();
            explain(page, indent, mismatch);
        }
    }
    other_tests(page, indent, tests.get(1..).unwrap_or_default());
    let (more_calls, more_orders) = (calls - page.of(calls, IN_FULL), orders - page.of(orders, IN_FULL));
    if more_calls + more_orders > 0 {
        page.blank();
    }
    page.more(indent, more_calls, |number| said!("more-calls", number = number));
    page.more(indent, more_orders, |number| said!("more-pairs", number = number));
    test::printed(page, indent, &failure.stdout, &failure.stderr);
    if let Some(notes) = words::notes(page.style, &failure.notes) {
        page.blank();
        page.prose(indent, Role::Quiet, &notes);
    }
}

fn other_tests(page: &mut Page, indent: usize, tests: &[&TestFailure]) {
    if tests.is_empty() {
        return;
    }
    page.blank();
    page.prose(indent, Role::Plain, &say!(page, "other-tests-fail", number = tests.len()));
    let shown = if tests.len() <= OTHER_TESTS + 1 { tests.len() } else { page.of(tests.len(), OTHER_TESTS) };
    for failing in &tests[..shown] {
        test::one_line(page, indent + 2, failing);
    }
    page.more(indent + 2, tests.len() - shown, |number| said!("more-tests", number = number));
}

/// One mismatch that is no test.
fn explain(page: &mut Page, indent: usize, mismatch: &Mismatch) {
    match mismatch {
        Mismatch::Output { diff: lines } => {
            page.prose(indent, Role::Strong, &output_title(page.style, lines));
            diff::put(page, indent + 2, lines);
        }
        Mismatch::LineOrder { first, second } => {
            page.prose(indent, Role::Strong, &say!(page, "line-order"));
            page.blank();
            out_of_order(page, indent + 2, first, second);
        }
        Mismatch::ExitCode { expected, actual } => {
            page.prose(indent, Role::Strong, &say!(page, "exit-code"));
            page.blank();
            test::expected_and_got(page, indent + 2, &expected.to_string(), &actual.to_string());
        }
        Mismatch::Raised { exception } => raised(page, indent, exception),
        Mismatch::Syntax { exception } => exception::syntax(page, indent, exception),
        Mismatch::Import { exception } => import(page, indent, exception),
        Mismatch::Call { call, expected, actual, exception } => {
            page.put(Line::code(indent, vec![page.style.span(Role::Strong, call)]));
            let language = page.style.language;
            test::expected_and_got(page, indent + 2, &expected.by(language), &actual.by(language));
            if let Some(exception) = exception {
                exception::frames(page, indent + 2, &exception.frames);
            }
        }
        Mismatch::Tool { command, code, output } => {
            let title = say!(page, "tool-finds", command = command, code = *code);
            page.prose(indent, Role::Strong, &title);
            if !output.trim().is_empty() {
                page.blank();
                page.block(indent + 2, Role::Plain, output, TOOL_LINES);
            }
        }
        Mismatch::TimedOut { seconds, stack, reading_input } => {
            stopped::timed_out(page, indent, *seconds, stack, *reading_input);
        }
        Mismatch::OutputLimit { limit, head } => stopped::output_limit(page, indent, *limit, head),
        Mismatch::LimitExceeded { limit } => stopped::limit_exceeded(page, indent, *limit),
        Mismatch::Signaled { signal } => stopped::signaled(page, indent, *signal),
        Mismatch::TestsMissing { tests, how } => stopped::tests_missing(page, indent, tests, how),
        Mismatch::NoTests { file, skipped } => versions::no_tests(page, indent, file, skipped),
        Mismatch::RightCodeFails { version, passed_before } => {
            versions::right_code_fails(page, indent, version, *passed_before);
        }
        Mismatch::Survivors { survivors, killed } => {
            versions::survivors(page, indent, survivors, survivors.len() + killed.len());
        }
        Mismatch::Refused { file, why } => {
            let why = why.by(page.style.language);
            page.prose(indent, Role::Strong, &format!("{file} {why}."));
        }
        // Handled where tests are counted.
        Mismatch::Test(_) => {}
    }
}

fn raised(page: &mut Page, indent: usize, exception: &PyException) {
    if exception::wants_input(exception) {
        page.prose(indent, Role::Strong, &say!(page, "asks-for-input"));
    } else {
        page.prose(indent, Role::Strong, &say!(page, "stops-with-exception"));
    }
    page.blank();
    exception::put(page, indent + 2, exception);
}

fn import(page: &mut Page, indent: usize, exception: &PyException) {
    let title = missing_name(exception).map_or_else(
        || say!(page, "cannot-be-imported"),
        |(name, module)| say!(page, "name-is-missing", name = name, module = module),
    );
    page.prose(indent, Role::Strong, &title);
    if missing_name(exception).is_none() {
        page.blank();
        exception::put(page, indent + 2, exception);
    }
}

/// The name that the tests want and the learner's module lacks. When the learner's own import fails, the learner's
/// frames tell it better.
fn missing_name(exception: &PyException) -> Option<(&str, &str)> {
    if !exception.frames.is_empty() {
        return None;
    }
    let rest = exception.message.strip_prefix("cannot import name '")?;
    let (name, rest) = rest.split_once('\'')?;
    let module = rest.strip_prefix(" from '")?.split('\'').next()?;
    Some((name, module))
}

fn out_of_order(page: &mut Page, indent: usize, first: &str, second: &str) {
    let style = page.style;
    let labels = words::column([say!(style, "must-come-first"), say!(style, "and-only-then")]);
    for (label, (role, text)) in labels.iter().zip([(Role::Expected, first), (Role::Yours, second)]) {
        page.put(Line::code(indent, vec![style.span(role, text)]).lead(style.span(Role::Quiet, label)));
    }
}

fn output_title(style: Style, diff: &Diff) -> String {
    let any = |wanted: fn(&DiffLine) -> bool| diff.lines.iter().any(wanted);
    let expected = any(|line| matches!(line, DiffLine::Same { .. } | DiffLine::Missing { .. }));
    let printed = any(|line| matches!(line, DiffLine::Same { .. } | DiffLine::Extra { .. }));
    match (expected, printed) {
        (_, false) => say!(style, "prints-nothing"),
        (false, true) => say!(style, "prints-something"),
        _ if diff.whitespace_only => say!(style, "white-space-differs", line = diff.first),
        _ => say!(style, "output-differs", line = diff.first),
    }
}

/// A failure in a few words, for a line of its own.
pub(super) fn headline(style: Style, failure: &Failure) -> String {
    let tests = failure.mismatches.iter().filter(|mismatch| matches!(mismatch, Mismatch::Test(_))).count();
    let calls =
        failure.mismatches.iter().filter(|mismatch| matches!(mismatch, Mismatch::Call { .. })).count();
    match failure.mismatches.first() {
        Some(Mismatch::Output { diff }) => {
            let title = output_title(style, diff);
            // German has its nouns in capitals, and begins with an article as English does.
            words::uncapitalised(title.trim_end_matches('.'))
        }
        Some(Mismatch::LineOrder { .. }) => say!(style, "brief-line-order"),
        Some(Mismatch::ExitCode { expected, actual }) => {
            say!(style, "brief-exit-code", actual = *actual, expected = *expected)
        }
        Some(Mismatch::Raised { exception } | Mismatch::Import { exception }) => {
            exception::summary(exception)
        }
        Some(Mismatch::Syntax { exception }) => exception.syntax.as_ref().map_or_else(
            || exception::summary(exception),
            |place| say!(style, "brief-syntax", file = &place.file, line = place.line),
        ),
        Some(Mismatch::Call { call, .. }) if calls == 1 => say!(style, "brief-call", call = call),
        Some(Mismatch::Call { .. }) => say!(style, "brief-calls", number = calls),
        Some(Mismatch::Test(_)) => say!(style, "brief-tests", number = tests),
        Some(Mismatch::TestsMissing { tests, .. }) => {
            say!(style, "brief-tests-missing", number = tests.len())
        }
        Some(Mismatch::Tool { command, .. }) => say!(style, "brief-tool", command = command),
        Some(Mismatch::TimedOut { seconds, .. }) => {
            say!(style, "brief-timed-out", time = words::seconds(style, *seconds))
        }
        Some(Mismatch::OutputLimit { .. }) => say!(style, "brief-output-limit"),
        Some(Mismatch::LimitExceeded { limit }) => stopped::exceeded_briefly(style, *limit),
        Some(Mismatch::Signaled { signal }) => {
            say!(style, "brief-signal", signal = stopped::signal_name(style, *signal))
        }
        Some(Mismatch::NoTests { .. }) => say!(style, "brief-no-tests"),
        Some(Mismatch::RightCodeFails { version, .. }) => {
            say!(style, "brief-right-code-fails", version = version)
        }
        Some(Mismatch::Survivors { survivors, killed }) => {
            let of = survivors.len() + killed.len();
            say!(style, "brief-survivors", number = survivors.len(), of = of)
        }
        Some(Mismatch::Refused { file, why }) => format!("{file} {}", why.by(style.language)),
        None => say!(style, "brief-wrong"),
    }
}
