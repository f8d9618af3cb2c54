//! What the verdicts on starters, solutions and mistakes show to be wrong.

use super::finding::Finding;
use crate::judge::starter;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::verdict::{Failure, Note, Verdict};
use crate::plan::Task;
use crate::report::terminal::proof::Rule;

/// What a verdict shows to be wrong.
pub(super) fn on_result(task: &Task<'_>, result: &ExerciseResult) -> Option<Finding> {
    let exercise = task.exercise;
    let (rule, what) = match (result.status, &task.target) {
        (Status::Skipped | Status::Cancelled, _) => return None,
        (Status::Passed, Target::Solution) => return left_processes(exercise, result),
        (Status::Fault, target) => (rule(target), format!("{} could not be judged", words(target))),
        (Status::Failed, Target::Solution) => (Rule::Solution, "the solution fails".to_owned()),
        (Status::Passed, target) => (rule(target), format!("{} passes", words(target))),
        (Status::Failed, Target::Mistake(name)) => (Rule::Mistake, feedback_problem(exercise, name, result)?),
        (Status::Failed, Target::Starter | Target::Learner) => {
            (Rule::Starter, starter_problem(exercise, result)?)
        }
    };
    Some(Finding::new(exercise, rule, what).shown_by(result))
}

/// A solution that leaves processes running shows learners to do the same. Open ports are theirs, and go with them.
fn left_processes(exercise: &Exercise, result: &ExerciseResult) -> Option<Finding> {
    let leaves = |verdict: &Verdict| matches!(verdict, Verdict::Passed { notes } if notes.contains(&Note::ProcessesLeft));
    let check = result.checks.iter().find(|check| leaves(&check.verdict))?;
    let what = format!("the solution leaves processes running after {}", check.check);
    Some(Finding::new(exercise, Rule::LeftBehind, what))
}

/// A starter fails as its task describes, and earns no mistake's feedback: that would greet the learner with the wrong
/// words.
fn starter_problem(exercise: &Exercise, result: &ExerciseResult) -> Option<String> {
    if let Some(mistake) = earned(result).next() {
        return Some(format!("the starter earns the feedback of mistake `{mistake}`"));
    }
    starter::problem(exercise, &result.checks)
}

/// A mistake earns its own feedback in every check that fails and has any for it, and nobody else's.
fn feedback_problem(exercise: &Exercise, name: &str, result: &ExerciseResult) -> Option<String> {
    let mistake = exercise.mistakes.iter().find(|mistake| mistake.name == name)?;
    if let Some(other) = earned(result).find(|earned| *earned != name) {
        return Some(format!("mistake `{name}` earns the feedback of `{other}`"));
    }
    match (&mistake.when, earned(result).next()) {
        (_, Some(_)) => None,
        (Some(_), None) => Some(format!("mistake `{name}` does not earn its feedback: `when` does not hold")),
        (None, None) => Some(format!("mistake `{name}` has no `when`, so its feedback is never shown")),
    }
}

/// The exercise's mistakes whose feedback was earned, check by check. A general one is known where none of these is.
fn earned(result: &ExerciseResult) -> impl Iterator<Item = &str> {
    let feedback = failures(result).filter_map(|failure| failure.feedback.as_ref());
    feedback.filter(|feedback| !feedback.is_general()).map(|feedback| feedback.mistake.as_str())
}

fn failures(result: &ExerciseResult) -> impl Iterator<Item = &Failure> {
    result.checks.iter().filter_map(|check| match &check.verdict {
        Verdict::Failed(failure) => Some(failure),
        _ => None,
    })
}

fn rule(target: &Target) -> Rule {
    match target {
        Target::Learner | Target::Starter => Rule::Starter,
        Target::Solution => Rule::Solution,
        Target::Mistake(_) => Rule::Mistake,
    }
}

fn words(target: &Target) -> String {
    match target {
        Target::Learner => "the learner's file".to_owned(),
        Target::Starter => "the starter".to_owned(),
        Target::Solution => "the solution".to_owned(),
        Target::Mistake(name) => format!("mistake `{name}`"),
    }
}
