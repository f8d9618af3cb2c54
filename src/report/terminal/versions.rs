//! Tests that the learner writes, on the screen: which versions of the code they let through, and which they catch.
//!
//! One hint at a time: the first wrong version that gets through tells its hint, the others tell that they are there.

use super::exception;
use super::page::{Line, Page};
use super::style::Role;
use super::words;
use crate::model::verdict::{NotCounted, Survivor, VersionOutcome, VersionResult};

/// Survivors and caught versions that get a line.
const VERSIONS: usize = 12;
/// Tests that are named beside a version that they catch.
const TESTS: usize = 3;

/// There is no test that tests anything.
pub(super) fn no_tests(page: &mut Page, indent: usize, file: &str, skipped: &[String]) {
    if skipped.is_empty() {
        page.prose(indent, Role::Strong, &format!("There is no test in {file}."));
        let how = "pytest runs functions whose names start with `test_`.";
        return page.prose(indent, Role::Plain, how);
    }
    page.prose(indent, Role::Strong, "Every test is skipped or expected to fail, so nothing is tested.");
    page.blank();
    let shown = skipped.len().min(VERSIONS);
    for test in &skipped[..shown] {
        page.put(Line::code(indent + 2, vec![page.style.plain(test)]));
    }
    page.more(indent + 2, skipped.len() - shown, "more test");
}

/// The tests fail on code that is right.
pub(super) fn right_code_fails(page: &mut Page, indent: usize, version: &str, passed_before: bool) {
    if passed_before {
        page.prose(
            indent,
            Role::Strong,
            "Your tests passed on the right code, and then failed on the same code.",
        );
        let how = "Nothing may depend on an earlier run, on chance or on time.";
        return page.prose(indent, Role::Plain, how);
    }
    if version == "good" {
        page.prose(indent, Role::Strong, "Your tests fail on the right code.");
        return;
    }
    page.prose(
        indent,
        Role::Strong,
        &format!("Your tests fail on code that is right too (version `{version}`)."),
    );
    let how = "It does the same in another way: test what the code does, not how.";
    page.prose(indent, Role::Plain, how);
}

/// Wrong versions that get through.
pub(super) fn survivors(page: &mut Page, indent: usize, survivors: &[Survivor], of: usize) {
    let style = page.style;
    let number = survivors.len();
    let title = match (number, of) {
        (1, 1) => "Your tests let the wrong version through.".to_owned(),
        (number, of) if number == of => format!("Your tests let all {of} wrong versions through."),
        (number, of) => format!("Your tests let {number} of {of} wrong versions through."),
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
    page.more(indent + 2, number.saturating_sub(VERSIONS), "more version");
    if number > 1 {
        page.blank();
        page.prose(indent, Role::Quiet, "Each tells its hint when those above it are caught.");
    }
}

/// What looks like a failure and is none.
fn not_counted(page: &mut Page, indent: usize, instead: &NotCounted) {
    let text = match instead {
        NotCounted::Raised { test, exception } => {
            let class = exception.class.rsplit('.').next().unwrap_or_default();
            format!("`{test}` stops with `{class}`: that is no failed assertion, so it does not count.")
        }
        NotCounted::NotLoaded { exception } => format!(
            "Your tests cannot be loaded with it: {}. Only a test that fails counts.",
            exception::summary(exception)
        ),
        NotCounted::TimedOut { seconds } => {
            format!("Your tests were still running on it after {}: no test failed.", words::seconds(*seconds))
        }
        NotCounted::Ended => "The run ended early on it: no test failed.".to_owned(),
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
    page.prose(indent, Role::Plain, &format!("{} caught:", words::count(killed.len(), "wrong version")));
    for version in killed.iter().take(VERSIONS) {
        let lead = style.span(Role::Passed, &format!("{} ", style.symbols().passed));
        let mut body = vec![style.plain(&version.version)];
        let tests: Vec<&str> = version.by.iter().take(TESTS).map(String::as_str).collect();
        if !tests.is_empty() {
            let more = version.by.len() - tests.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            body.push(style.span(Role::Quiet, &format!("  by {}{more}", tests.join(", "))));
        }
        page.put(Line::prose(indent + 2, body).lead(lead));
    }
    page.more(indent + 2, killed.len().saturating_sub(VERSIONS), "more version");
}
