//! The end of a run: how far the learner is, what the run came to, and the one next step.

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::words;
use crate::language::{said, say};
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
    let mut body = vec![style.plain(&say!(style, "standing", done = done, total = total))];
    if total > 0 && !style.linear {
        body.push(style.plain("  "));
        body.extend(bar(style, done, total, bar_columns(style)));
    }
    if pending > 0 {
        let gap = if style.linear { "," } else { " " };
        let pending = say!(style, "standing-pending", number = pending);
        body.push(style.span(Role::Quiet, &format!("{gap} {pending}")));
    }
    page.put(Line::prose(0, body));
    if changed > 0 {
        page.prose(0, Role::Quiet, &say!(page, "standing-changed", number = changed));
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
        (summary.faults, said!("tally-faults", number = summary.faults), Role::Fault),
        (summary.failed, said!("tally-failed", number = summary.failed), Role::Failed),
        (summary.passed, said!("tally-passed", number = summary.passed), Role::Passed),
        (summary.skipped, said!("tally-skipped", number = summary.skipped), Role::Quiet),
    ];
    let mut body = Vec::new();
    for (_, words, role) in parts.into_iter().filter(|(number, ..)| *number > 0) {
        if !body.is_empty() {
            body.push(style.plain(", "));
        }
        body.push(style.span(role, &words.by(style.language)));
    }
    if body.is_empty() {
        body.push(style.plain(&say!(style, "nothing-checked")));
    } else {
        let time = say!(style, "tally-time", time = words::seconds(style, summary.wall.as_secs_f64()));
        body.push(style.span(Role::Quiet, &format!(" {time}{}", unchanged(style, summary))));
    }
    page.put(Line::prose(0, body));
    if summary.cancelled > 0 {
        page.prose(0, Role::Plain, &say!(page, "stopped-unchecked", number = summary.cancelled));
    }
}

/// The points, which passes are no proof where proof was wanted, and what the submission changed in vain.
pub(super) fn grade(page: &mut Page, provenance: &Provenance, summary: &RunSummary, unproved: &[String]) {
    let style = page.style;
    if let Some(percent) = summary.score.percent() {
        let Score { earned, possible } = summary.score;
        let (earned, possible) = (words::points(style, earned), words::points(style, possible));
        let points = style.span(Role::Strong, &say!(style, "points", earned = earned, possible = possible));
        page.put(Line::prose(0, vec![points, style.plain(&format!(" ({percent:.0} %)"))]));
    }
    if provenance.trust == TrustWanted::Proof && summary.passed > 0 {
        let text = match unproved {
            [] => say!(page, "all-proved"),
            names => say!(page, "unproved", names = names.join(", ")),
        };
        page.prose(0, Role::Plain, &text);
    }
    let count = provenance.altered.len();
    if count == 0 {
        return;
    }
    page.prose(0, Role::Plain, &say!(page, "files-differ", number = count));
    for path in provenance.altered.iter().take(ALTERED) {
        page.put(Line::text(2, vec![style.span(Role::Path, path)]));
    }
    page.more(2, count.saturating_sub(ALTERED), |number| said!("files", number = number));
}

/// How many were not run, because nothing has changed since they last were.
fn unchanged(style: Style, summary: &RunSummary) -> String {
    match summary.cached {
        0 => String::new(),
        cached if cached == summary.judged() => format!(", {}", say!(style, "tally-all-unchanged")),
        cached => format!(", {}", say!(style, "tally-unchanged", number = cached)),
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
            page.prose(0, Role::Strong, &say!(page, "course-complete", total = *total));
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
    let check = format!("`prolings check {}`", problem.exercise);
    let step = if files.is_empty() {
        check
    } else {
        say!(style, "edit-then", files = words::list(style, &files), check = check)
    };
    let next = next_label(style);
    let below = width(&next);
    page.put(Line::prose(0, style.with_code(Role::Plain, &step)).lead(style.span(Role::Strong, &next)));
    if problem.hints > 0 {
        let command = format!("`prolings hint {}`", problem.exercise);
        let (role, nudge) = if stuck {
            (Role::Plain, say!(style, "stuck-nudge", command = command))
        } else {
            (Role::Quiet, say!(style, "nudge", command = command))
        };
        page.put(Line::prose(below, style.with_code(role, &nudge)));
    }
}

fn go_to(page: &mut Page, next: &NextExercise) {
    let style = page.style;
    let mut title = vec![style.span(Role::Strong, next.exercise.as_str())];
    if !next.title.is_empty() {
        title.push(style.plain(&format!(" ({})", next.title)));
    }
    let lead = next_label(style);
    let below = width(&lead);
    page.put(Line::prose(0, title).lead(style.span(Role::Strong, &lead)));
    let [read, edit, then] = words::column([say!(style, "read"), say!(style, "edit"), say!(style, "then")]);
    for (label, path) in [(read, &next.readme), (edit, &next.file)] {
        page.put(
            Line::prose(below, vec![style.span(Role::Path, path)]).lead(style.span(Role::Quiet, &label)),
        );
    }
    let check = style.with_code(Role::Plain, &format!("`prolings check {}`", next.exercise));
    page.put(Line::prose(below, check).lead(style.span(Role::Quiet, &then)));
}

/// What stands before the one next step.
pub(super) fn next_label(style: Style) -> String {
    format!("{} ", say!(style, "next"))
}
