//! The end of a run: how far the learner is, what the run came to, and the one next step.

use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::words;
use crate::model::event::{ExerciseResult, NextExercise, RunSummary, Standing, Status};
use crate::model::grade::{Provenance, Score, TrustWanted};
use crate::model::job::Target;

/// Altered files that are named.
const ALTERED: usize = 10;

/// Columns of the bar.
const BAR: usize = 24;

/// How far the learner is: `3 of 12 done` and a bar.
pub(super) fn standing(page: &mut Page, standing: &Standing) {
    let style = page.style;
    let Standing { done, total, pending, changed, .. } = *standing;
    let mut body = vec![style.plain(&format!("{done} of {total} done"))];
    if total > 0 && !style.linear {
        body.push(style.plain("  "));
        body.extend(bar(style, done, total, bar_columns(style)));
    }
    if pending > 0 {
        let gap = if style.linear { "," } else { " " };
        body.push(style.span(Role::Quiet, &format!("{gap} {pending} not started")));
    }
    page.put(Line::prose(0, body));
    if changed > 0 {
        let passed = if changed == 1 { "it passed" } else { "they passed" };
        page.prose(0, Role::Quiet, &format!("{changed} changed since {passed}"));
    }
}

/// Columns of a bar.
pub(super) fn bar_columns(style: Style) -> usize {
    BAR.min(style.columns() / 3)
}

/// A bar: full only when all is done, and empty only when nothing is.
pub(super) fn bar(style: Style, done: usize, total: usize, columns: usize) -> [Span; 2] {
    let filled = (done * columns).checked_div(total).unwrap_or(0).max(usize::from(done > 0)).min(columns);
    let [full, rest] = style.symbols().bar;
    [style.span(Role::Passed, &full.repeat(filled)), style.span(Role::Quiet, &rest.repeat(columns - filled))]
}

/// What the run came to: `1 failed, 2 passed in 1.2 s`.
pub(super) fn tally(page: &mut Page, summary: &RunSummary) {
    let style = page.style;
    let parts = [
        (summary.faults, "could not be judged", Role::Fault),
        (summary.failed, "failed", Role::Failed),
        (summary.passed, "passed", Role::Passed),
        (summary.skipped, "skipped", Role::Quiet),
    ];
    let mut body = Vec::new();
    for (number, word, role) in parts.into_iter().filter(|(number, ..)| *number > 0) {
        if !body.is_empty() {
            body.push(style.plain(", "));
        }
        body.push(style.span(role, &format!("{number} {word}")));
    }
    if body.is_empty() {
        body.push(style.plain("Nothing was checked."));
    } else {
        let time = words::seconds(summary.wall.as_secs_f64());
        body.push(style.span(Role::Quiet, &format!(" in {time}{}", unchanged(summary))));
    }
    page.put(Line::prose(0, body));
    if summary.cancelled > 0 {
        let verb = if summary.cancelled == 1 { "was" } else { "were" };
        let text = format!("Stopped: {} {verb} not checked.", words::count(summary.cancelled, "exercise"));
        page.prose(0, Role::Plain, &text);
    }
}

/// The points, which passes are no proof where proof was wanted, and what the submission changed in vain.
pub(super) fn grade(page: &mut Page, provenance: &Provenance, summary: &RunSummary, unproved: &[String]) {
    let style = page.style;
    if let Some(percent) = summary.score.percent() {
        let Score { earned, possible } = summary.score;
        let (earned, possible) = (words::points(earned), words::points(possible));
        let points = style.span(Role::Strong, &format!("{earned} of {possible} points"));
        page.put(Line::prose(0, vec![points, style.plain(&format!(" ({percent:.0} %)"))]));
    }
    if provenance.trust == TrustWanted::Proof {
        let text = match unproved {
            [] => "Every pass is forgery-proof.".to_owned(),
            names => format!("Not forgery-proof: {}.", names.join(", ")),
        };
        page.prose(0, Role::Plain, &text);
    }
    let count = provenance.altered.len();
    if count == 0 {
        return;
    }
    let verb = if count == 1 { "differs" } else { "differ" };
    let text = format!(
        "{} of the course {verb} in the submission. The course's own were used:",
        words::count(count, "file")
    );
    page.prose(0, Role::Plain, &text);
    for path in provenance.altered.iter().take(ALTERED) {
        page.put(Line::text(2, vec![style.span(Role::Path, path)]));
    }
    page.more(2, count.saturating_sub(ALTERED), "file");
}

/// How many were not run, because nothing has changed since they last were.
fn unchanged(summary: &RunSummary) -> String {
    match summary.cached {
        0 => String::new(),
        cached if cached == summary.judged() => ", nothing changed".to_owned(),
        cached => format!(", {cached} unchanged"),
    }
}

/// The one next step after a problem, or after everything passed.
pub(super) fn next_step(
    page: &mut Page,
    problem: Option<&ExerciseResult>,
    summary: &RunSummary,
    last_words: Option<&str>,
) {
    page.blank();
    match (problem, &summary.standing) {
        (Some(problem), _) => {
            if problem.status == Status::Failed && problem.target == Target::Learner {
                edit_and_check(page, problem, summary.stuck.contains(&problem.exercise));
            }
        }
        (None, _) if summary.cancelled > 0 => {}
        (None, Some(Standing { next: Some(next), .. })) => go_to(page, next),
        (None, Some(Standing { done, total, next: None, .. })) if done == total && *total > 0 => {
            page.prose(0, Role::Strong, &format!("All {total} exercises are done. The course is complete."));
            if let Some(text) = last_words {
                page.blank();
                page.prose(0, Role::Plain, text);
            }
        }
        (None, _) => {}
    }
}

fn edit_and_check(page: &mut Page, problem: &ExerciseResult, stuck: bool) {
    let style = page.style;
    let files: Vec<String> =
        problem.files.iter().map(|path| words::file_name(path).to_owned()).take(4).collect();
    let edit = if files.is_empty() { String::new() } else { format!("edit {}, then ", words::list(&files)) };
    let step = format!("{edit}`prolings check {}`", problem.exercise);
    page.put(Line::prose(0, style.with_code(Role::Plain, &step)).lead(style.span(Role::Strong, "Next: ")));
    if problem.hints > 0 {
        let (role, lead) = if stuck { (Role::Plain, "stuck? Try") } else { (Role::Quiet, "for a nudge,") };
        let nudge = format!("{lead} `prolings hint {}`", problem.exercise);
        page.put(Line::prose(6, style.with_code(role, &nudge)));
    }
}

fn go_to(page: &mut Page, next: &NextExercise) {
    let style = page.style;
    let mut title = vec![style.span(Role::Strong, next.exercise.as_str())];
    if !next.title.is_empty() {
        title.push(style.plain(&format!(" ({})", next.title)));
    }
    page.put(Line::prose(0, title).lead(style.span(Role::Strong, "Next: ")));
    for (label, path) in [("read  ", &next.readme), ("edit  ", &next.file)] {
        page.put(Line::prose(6, vec![style.span(Role::Path, path)]).lead(style.span(Role::Quiet, label)));
    }
    let check = style.with_code(Role::Plain, &format!("`prolings check {}`", next.exercise));
    page.put(Line::prose(6, check).lead(style.span(Role::Quiet, "then  ")));
}
