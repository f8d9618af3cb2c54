//! An exercise's result on the screen: in one line while a run goes on, in full when it is what the learner needs.

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::{failure, versions, words};
use crate::language::{said, say};
use crate::model::event::{CheckResult, ExerciseResult, Status};
use crate::model::verdict::{Failure, Fault, Note, Verdict};

/// Lines shown of a fault's details.
const DETAIL_LINES: usize = 20;
/// Columns of a name in a list of results; longer ones push what follows to the right.
const NAME: usize = 18;
/// Paths shown of the files to edit.
const FILES: usize = 4;

/// Symbol and word of a status.
pub(super) fn badge(style: Style, status: Status) -> Span {
    let symbols = style.symbols();
    let (role, symbol, word) = match status {
        Status::Passed => (Role::Passed, symbols.passed, say!(style, "status-passed")),
        Status::Failed => (Role::Failed, symbols.failed, say!(style, "status-failed")),
        Status::Fault => (Role::Fault, symbols.fault, say!(style, "status-fault")),
        Status::Skipped => (Role::Quiet, symbols.skipped, say!(style, "status-skipped")),
        Status::Cancelled => (Role::Quiet, symbols.skipped, say!(style, "status-stopped")),
    };
    style.span(role, &format!("{symbol} {word}"))
}

/// The result in one line, for a run of several exercises.
pub(super) fn one_line(page: &mut Page, result: &ExerciseResult) {
    let style = page.style;
    let mut badge = badge(style, result.status);
    if result.status == Status::Fault {
        // The long word would push the names out of their column: it comes after the name.
        badge = style
            .span(Role::Fault, &format!("{} {}", style.symbols().fault, say!(style, "status-fault-short")));
    }
    let name = words::name(style, result);
    let gap = " ".repeat(NAME.saturating_sub(width(&name)) + 2);
    let mut body = vec![style.span(Role::Strong, &name)];
    if let Some(text) = remark(style, result) {
        body.push(style.plain(&gap));
        body.push(style.span(Role::Quiet, &text));
    }
    let columns = [Status::Passed, Status::Failed, Status::Skipped]
        .map(|status| width(self::badge(style, status).text()));
    let widest = columns.into_iter().max().unwrap_or(0).max(width(badge.text()));
    let fill = " ".repeat(widest + 2 - width(badge.text()));
    page.put(Line::prose(0, body).lead(badge).lead(style.plain(&fill)));
}

/// What is worth saying about a result in a few words.
pub(super) fn remark(style: Style, result: &ExerciseResult) -> Option<String> {
    match result.status {
        Status::Passed => words::notes(style, notes(result)),
        Status::Failed => first_failure(result).map(|(_, failure)| failure::headline(style, failure)),
        Status::Fault => Some(say!(style, "status-fault")),
        Status::Skipped => result.skip_reason().map(|reason| reason.by(style.language)),
        Status::Cancelled => None,
    }
}

/// The result in full: the verdict in a line, the files, and what explains it.
pub(super) fn in_full(page: &mut Page, result: &ExerciseResult) {
    title(page, result);
    if result.status == Status::Failed {
        files(page, result);
    }
    explanation(page, result);
}

/// The verdict in a line, with the exercise's name.
pub(super) fn title(page: &mut Page, result: &ExerciseResult) {
    let style = page.style;
    let mut title = vec![style.span(Role::Strong, &words::name(style, result))];
    if !result.title.is_empty() {
        title.push(style.plain(&format!(": {}", result.title)));
    }
    let badge = badge(style, result.status);
    page.put(Line::prose(0, title).lead(badge).lead(style.plain("  ")));
}

/// What explains the verdict.
pub(super) fn explanation(page: &mut Page, result: &ExerciseResult) {
    match result.status {
        Status::Failed => {
            if let Some((check, failure)) = first_failure(result) {
                page.blank();
                failure::put(page, 2, &check.check, failure);
                versions::caught(page, 2, &check.versions);
            }
            other_checks(page, result);
            pass_notes(page, result);
        }
        Status::Fault => {
            if let Some(fault) = result.fault() {
                page.blank();
                self::fault(page, fault);
            }
        }
        Status::Passed => {
            result.checks.iter().for_each(|check| versions::caught(page, 2, &check.versions));
            pass_notes(page, result);
        }
        Status::Skipped => {
            if let Some(reason) = result.skip_reason() {
                page.prose(2, Role::Plain, &reason.by(page.style.language));
            }
        }
        Status::Cancelled => {}
    }
}

/// What shows that a result is as it is, without its title: for reports on exercises rather than on learners.
pub(super) fn evidence(page: &mut Page, indent: usize, result: &ExerciseResult) {
    match (first_failure(result), result.fault()) {
        (_, Some(fault)) => {
            page.prose(indent, Role::Plain, &fault.what.by(page.style.language));
            page.block(indent, Role::Quiet, fault.details.trim_end(), DETAIL_LINES);
            page.prose(indent, Role::Quiet, &fault.help.by(page.style.language));
        }
        (Some((check, failure)), None) => {
            page.prose(indent, Role::Plain, &failure::headline(page.style, failure));
            failure::put(page, indent, &check.check, failure);
        }
        (None, None) => {}
    }
}

/// The files to edit, as paths that can be copied.
pub(super) fn files(page: &mut Page, result: &ExerciseResult) {
    for file in result.files.iter().take(FILES) {
        page.put(Line::prose(2, vec![page.style.span(Role::Path, file)]));
    }
    page.more(2, result.files.len().saturating_sub(FILES), |number| said!("more-files", number = number));
}

fn first_failure(result: &ExerciseResult) -> Option<(&CheckResult, &Failure)> {
    result.checks.iter().find_map(|check| match &check.verdict {
        Verdict::Failed(failure) => Some((check, failure)),
        _ => None,
    })
}

/// Checks that fail too, in a line each.
fn other_checks(page: &mut Page, result: &ExerciseResult) {
    let failed = result.checks.iter().filter_map(|check| match &check.verdict {
        Verdict::Failed(failure) => Some((&check.check, failure)),
        _ => None,
    });
    for (index, (check, failure)) in failed.skip(1).enumerate() {
        if index == 0 {
            page.blank();
            page.prose(2, Role::Plain, &say!(page, "not-right-either"));
        }
        let style = page.style;
        let lead = style.span(Role::Failed, &format!("{} ", style.symbols().failed));
        let mut text = failure::headline(style, failure);
        if !text.starts_with(check.as_str()) {
            text = format!("{check}: {text}");
        }
        page.put(Line::text(4, vec![style.plain(&text)]).lead(lead));
    }
}

fn notes(result: &ExerciseResult) -> impl Iterator<Item = &Note> {
    result.checks.iter().flat_map(|check| match &check.verdict {
        Verdict::Passed { notes } => notes.as_slice(),
        _ => &[],
    })
}

fn pass_notes(page: &mut Page, result: &ExerciseResult) {
    if let Some(text) = words::notes(page.style, notes(result)) {
        page.prose(2, Role::Quiet, &text);
    }
}

/// Something that is not the learner's doing.
fn fault(page: &mut Page, fault: &Fault) {
    let what = fault.what.by(page.style.language);
    page.prose(2, Role::Strong, &say!(page, "not-your-mistake", what = what.trim()));
    if !fault.details.trim().is_empty() {
        page.blank();
        page.block(4, Role::Plain, fault.details.trim_end(), DETAIL_LINES);
    }
    if !fault.help.trim().is_empty() {
        page.blank();
        let help = page.style.with_code(Role::Plain, fault.help.by(page.style.language).trim());
        let lead = format!("{} ", say!(page, "error-help"));
        page.put(Line::prose(2, help).lead(page.style.span(Role::Quiet, &lead)));
    }
}
