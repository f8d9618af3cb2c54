//! Judges executions that did not end by themselves: at a limit, by a signal, or before they began.

use super::pytest;
use super::stacks::Stacks;
use super::text::{captured, floor, shown};
use super::view::View;
use crate::language::{Text, said};
use crate::model::check::{Check, CheckKind};
use crate::model::execution::{Captured, Ending, Execution};
use crate::model::verdict::{Failure, Fault, Mismatch, Verdict};

/// Lines of a flood that are shown.
const FLOOD_LINES: usize = 10;
/// Bytes of each of them that are shown.
const FLOOD_BYTES: usize = 400;
/// Bytes of a flood in which lines are looked for.
const FLOOD_SEEN: usize = 64 * 1024;

/// Judges an execution that ended in another way than by itself; `None` when it did end by itself.
pub(super) fn judge(view: &View<'_>, check: &Check, execution: &Execution) -> Option<Verdict> {
    let mismatch = match &execution.ending {
        Ending::Exited(_) => return None,
        Ending::Cancelled => return Some(Verdict::Skipped { reason: said!("cancelled").into() }),
        Ending::NotRun(why) => return Some(Verdict::Fault(not_run(view, why, execution))),
        Ending::Refused(refusal) => {
            let (file, why) = (refusal.file.clone(), refusal.why.clone());
            return Some(Verdict::Failed(Failure::of(Mismatch::Refused { file, why })));
        }
        Ending::Exceeded(limit) => Mismatch::LimitExceeded { limit: *limit },
        Ending::Signaled(signal) => Mismatch::Signaled { signal: *signal },
        Ending::OutputLimit(limit) => {
            let flood = if execution.stdout.total() >= execution.stderr.total() {
                &execution.stdout
            } else {
                &execution.stderr
            };
            Mismatch::OutputLimit { limit: limit.0, head: first_lines(flood) }
        }
        Ending::TimedOut(limit) => {
            let stacks = Stacks::read(execution.stacks.as_deref().unwrap_or_default(), view);
            Mismatch::TimedOut {
                seconds: limit.as_secs_f64(),
                stack: stacks.own_frames(view),
                reading_input: stacks.reads_input(),
            }
        }
    };
    let floods = matches!(mismatch, Mismatch::OutputLimit { .. });
    let mut mismatches = vec![mismatch];
    // pytest's standard output is its own report, which is for nobody.
    let is_pytest = matches!(check.kind, CheckKind::Pytest(_) | CheckKind::Mutants(_));
    if is_pytest {
        mismatches.extend(pytest::failed_tests(view, check, execution));
    }
    Some(Verdict::Failed(Failure {
        mismatches,
        feedback: None,
        stdout: if is_pytest || floods { String::new() } else { captured(&execution.stdout) },
        stderr: if floods { String::new() } else { view.text(&captured(&execution.stderr)) },
        notes: Vec::new(),
    }))
}

/// The first lines of a stream that is too long to be shown.
pub(super) fn first_lines(stream: &Captured) -> String {
    let head = shown(&stream.head[..stream.head.len().min(FLOOD_SEEN)]);
    let lines: Vec<&str> =
        head.lines().take(FLOOD_LINES).map(|line| &line[..floor(line, FLOOD_BYTES)]).collect();
    lines.join("\n")
}

fn not_run(view: &View<'_>, why: &Text, execution: &Execution) -> Fault {
    let why = why.map(&|text| view.text(text));
    Fault {
        what: said!("could-not-run", exercise = view.exercise.name.as_str(), why = why).into(),
        details: view.text(&captured(&execution.stderr)),
        help: said!("run-doctor").into(),
    }
}

#[cfg(test)]
mod tests;
