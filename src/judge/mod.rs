//! Judges an execution: what happened when a job ran becomes a verdict. Pure: no files, no processes, no clock.
//!
//! Everything in an [`Execution`] is untrusted: records may be forged, doubled or missing, bytes may be anything. A
//! pass must be proved; whatever is not proved is a failure of the learner's program or a fault of ours.

mod align;
mod cases;
mod code;
pub mod diff;
mod endings;
mod general;
mod line_match;
mod load;
mod matching;
mod mistakes;
pub mod mutants;
pub mod normalise;
mod numbers;
mod output;
mod pytest;
mod raised;
mod score;
mod stacks;
pub mod starter;
pub mod tally;
mod test_failure;
#[cfg(test)]
mod testing;
mod text;
mod told;
mod tool;
mod traceback;
mod values;
mod view;
mod words;

use crate::model::check::{Check, CheckKind};
use crate::model::event::{CheckResult, Status};
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::grade::Score;
use crate::model::verdict::{Note, Verdict};
use view::View;

/// The verdict on one check of an exercise. It never panics, whatever the execution holds. Of a `mutants` check this is
/// the verdict on one right version; [`mutants`] puts the versions together.
pub fn judge(exercise: &Exercise, check: &Check, execution: &Execution) -> Verdict {
    let view = View::new(exercise, execution);
    let verdict = endings::judge(&view, check, execution).unwrap_or_else(|| by_kind(&view, check, execution));
    let mut verdict = finished(&view, execution, verdict);
    if let Verdict::Failed(failure) = &mut verdict
        && failure.feedback.is_none()
    {
        failure.feedback = general::recognise(&view, check, execution, failure);
    }
    verdict
}

/// The verdict with the feedback of a recognised mistake, and with what else is worth saying.
fn finished(view: &View<'_>, execution: &Execution, mut verdict: Verdict) -> Verdict {
    if let Verdict::Failed(failure) = &mut verdict
        && let Some(found) = mistakes::recognise(&view.exercise.mistakes, execution, failure)
    {
        failure.feedback = Some(found.feedback);
        if let Some(test) = found.test {
            pytest::put_first(view, execution, &mut failure.mismatches, test);
        }
    }
    if let Verdict::Passed { notes } | Verdict::Failed(crate::model::verdict::Failure { notes, .. }) =
        &mut verdict
        && execution.survivors > 0
    {
        notes.push(Note::ProcessesLeft);
    }
    verdict
}

/// What an exercise earns by the checks that ran and the status that they came to.
pub fn score(exercise: &Exercise, checks: &[CheckResult], status: Status) -> Score {
    score::score(exercise, checks, status)
}

/// Judges an execution that ended by itself.
fn by_kind(view: &View<'_>, check: &Check, execution: &Execution) -> Verdict {
    // Every other ending has been judged before.
    let code = if let Ending::Exited(code) = execution.ending { code } else { -1 };
    match &check.kind {
        CheckKind::Output(check) => output::judge(view, check, execution, code),
        CheckKind::Cases(check) => cases::judge(view, check, execution, code),
        CheckKind::Pytest(check) => pytest::judge(view, check, execution, code),
        CheckKind::Tool(check) => tool::judge(view, check, execution, code),
        CheckKind::Mutants(check) => mutants::on_right_code(view, check, execution, code),
    }
}
