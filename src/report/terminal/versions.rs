//! Tests that the learner writes, on the screen: which versions of the code they let through, and which they catch.
//!
//! One hint at a time: the first wrong version that gets through tells its hint, the others tell that they are there.

use super::exception;
use super::page::{Line, Page};
use super::style::Role;
use super::words;
use crate::language::{said, say};
use crate::model::verdict::{NotCounted, Survivor, VersionOutcome, VersionResult};

/// Survivors and caught versions that get a line.
const VERSIONS: usize = 12;
/// Tests that are named beside a version that they catch.
const TESTS: usize = 3;

/// There is no test that tests anything.
pub(super) fn no_tests(page: &mut Page, indent: usize, file: &str, skipped: &[String]) {
    if skipped.is_empty() {
        page.prose(indent, Role::Strong, &say!(page, "no-test-in", file = file));
        return page.prose(indent, Role::Plain, &say!(page, "no-test-in.how"));
    }
    page.prose(indent, Role::Strong, &say!(page, "every-test-skipped"));
    page.blank();
    let shown = skipped.len().min(VERSIONS);
    for test in &skipped[..shown] {
        page.put(Line::code(indent + 2, vec![page.style.plain(test)]));
    }
    page.more(indent + 2, skipped.len() - shown, |number| said!("more-tests", number = number));
}

/// The tests fail on code that is right.
pub(super) fn right_code_fails(page: &mut Page, indent: usize, version: &str, passed_before: bool) {
    if passed_before {
        page.prose(indent, Role::Strong, &say!(page, "tests-passed-and-failed"));
        return page.prose(indent, Role::Plain, &say!(page, "tests-passed-and-failed.how"));
    }
    if version == "good" {
        page.prose(indent, Role::Strong, &say!(page, "tests-fail-on-right-code"));
        return;
    }
    page.prose(indent, Role::Strong, &say!(page, "tests-fail-on-other-right-code", version = version));
    page.prose(indent, Role::Plain, &say!(page, "tests-fail-on-other-right-code.how"));
}

/// Wrong versions that get through.
pub(super) fn survivors(page: &mut Page, indent: usize, survivors: &[Survivor], of: usize) {
    let style = page.style;
    let number = survivors.len();
    let title = match (number, of) {
        (1, 1) => say!(page, "let-the-one-through"),
        (number, of) if number == of => say!(page, "let-all-through", of = of),
        (number, of) => say!(page, "let-some-through", number = number, of = of),
    };
    page.prose(indent, Role::Strong, &title);
    page.blank();
    for (index, survivor) in survivors.iter().take(VERSIONS).enumerate() {
        let lead = style.span(Role::Failed, &format!("{} ", style.symbols().failed));
        page.put(Line::text(indent + 2, vec![style.span(Role::Strong, &survivor.version)]).lead(lead));
        if index == 0 {
            page.prose(indent + 4, Role::Plain, &survivor.hint);
        }
        if let Some(instead) = &survivor.instead {
            not_counted(page, indent + 4, instead);
        }
    }
    page.more(indent + 2, number.saturating_sub(VERSIONS), |number| said!("more-versions", number = number));
    if number > 1 {
        page.blank();
        page.prose(indent, Role::Quiet, &say!(page, "each-tells-its-hint"));
    }
}

/// What looks like a failure and is none.
fn not_counted(page: &mut Page, indent: usize, instead: &NotCounted) {
    let text = match instead {
        NotCounted::Raised { test, exception } => {
            let class = exception.class.rsplit('.').next().unwrap_or_default();
            say!(page, "stops-instead", test = test, class = class)
        }
        NotCounted::NotLoaded { exception } => {
            say!(page, "not-loaded-instead", exception = exception::summary(exception))
        }
        NotCounted::TimedOut { seconds } => {
            say!(page, "running-instead", time = words::seconds(page.style, *seconds))
        }
        NotCounted::Ended => say!(page, "ended-instead"),
    };
    page.prose(indent, Role::Quiet, &text);
}

/// Wrong versions that are caught, each with the tests that catch it.
pub(super) fn caught(page: &mut Page, indent: usize, versions: &[VersionResult]) {
    let killed: Vec<&VersionResult> =
        versions.iter().filter(|version| version.outcome == VersionOutcome::Killed).collect();
    if killed.is_empty() {
        return;
    }
    let style = page.style;
    page.blank();
    page.prose(indent, Role::Plain, &say!(page, "versions-caught", number = killed.len()));
    for version in killed.iter().take(VERSIONS) {
        let lead = style.span(Role::Passed, &format!("{} ", style.symbols().passed));
        let mut body = vec![style.plain(&version.version)];
        let tests: Vec<&str> = version.by.iter().take(TESTS).map(String::as_str).collect();
        if !tests.is_empty() {
            let more = version.by.len() - tests.len();
            let tests = tests.join(", ");
            let by = if more > 0 {
                say!(style, "caught-by-and-more", tests = tests, more = more)
            } else {
                say!(style, "caught-by", tests = tests)
            };
            body.push(style.span(Role::Quiet, &format!("  {by}")));
        }
        page.put(Line::prose(indent + 2, body).lead(lead));
    }
    page.more(indent + 2, killed.len().saturating_sub(VERSIONS), |number| {
        said!("more-versions", number = number)
    });
}
