//! What the verdicts on starters, solutions and mistakes show to be wrong.

use super::finding::Finding;
use crate::judge::starter;
use crate::language::{Said, Text, said};
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::verdict::{Failure, Note, Verdict};
use crate::plan::Task;
use crate::report::terminal::proof::Rule;

/// What a verdict shows to be wrong.
pub(super) fn on_result(task: &Task<'_>, result: &ExerciseResult) -> Option<Finding> {
    let exercise = task.exercise;
    let (rule, what): (Rule, Text) = match (result.status, &task.target) {
        (Status::Skipped | Status::Cancelled, _) => return None,
        (Status::Passed, Target::Solution) => return left_processes(exercise, result),
        (Status::Fault, target) => (rule(target), said!("could-not-be-judged", what = words(target)).into()),
        (Status::Failed, Target::Solution) => (Rule::Solution, said!("solution-fails").into()),
        (Status::Passed, target) => (rule(target), said!("wrongly-passes", what = words(target)).into()),
        (Status::Failed, Target::Mistake(name)) => {
            (Rule::Mistake, feedback_problem(exercise, name, result)?.into())
        }
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
    let what = said!("leaves-processes", check = &check.check);
    Some(Finding::new(exercise, Rule::LeftBehind, what))
}

/// A starter fails as its task describes, and earns no mistake's feedback: that would greet the learner with the wrong
/// words.
fn starter_problem(exercise: &Exercise, result: &ExerciseResult) -> Option<Text> {
    if let Some(mistake) = earned(result).next() {
        return Some(said!("starter-earns-feedback", mistake = mistake).into());
    }
    starter::problem(exercise, &result.checks)
}

/// A mistake earns its own feedback in every check that fails and has any for it, and nobody else's.
fn feedback_problem(exercise: &Exercise, name: &str, result: &ExerciseResult) -> Option<Said> {
    let mistake = exercise.mistakes.iter().find(|mistake| mistake.name == name)?;
    if let Some(other) = earned(result).find(|earned| *earned != name) {
        return Some(said!("mistake-earns-other", mistake = name, other = other));
    }
    match (&mistake.when, earned(result).next()) {
        (_, Some(_)) => None,
        (Some(_), None) => Some(said!("mistake-earns-nothing", mistake = name)),
        (None, None) => Some(said!("mistake-without-when", mistake = name)),
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

fn words(target: &Target) -> Said {
    match target {
        Target::Learner => said!("the-learners-file"),
        Target::Starter => said!("the-starters-file"),
        Target::Solution => said!("the-solution"),
        Target::Mistake(name) => said!("mistake-named", mistake = name),
    }
}
