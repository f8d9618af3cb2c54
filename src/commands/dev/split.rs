//! Which `pytest` checks say the same when tests run apart from the learner's code: a finding where the manifest allows
//! it, something to know where it does not.

use std::io;

use super::finding::Finding;
use super::prove::{Proved, Prover, targets};
use crate::language::{Text, said};
use crate::model::check::CheckKind;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::split::SplitNote;
use crate::model::verdict::{Mismatch, Verdict};
use crate::plan::Task;
use crate::report::terminal::proof::Rule;

/// Runs the solutions of `exercises` with their tests apart; where that is allowed, starters and mistakes as well, which
/// must not pass.
pub(super) fn prove(prover: &Prover<'_>, exercises: &[&Exercise], proved: &mut Proved) -> io::Result<()> {
    let apart: Vec<Exercise> = exercises.iter().filter(|exercise| has_tests(exercise)).map(split).collect();
    let tasks: Vec<Task<'_>> = apart.iter().flat_map(|exercise| wanted(exercise, exercises)).collect();
    if tasks.is_empty() || cfg!(windows) {
        return Ok(());
    }
    let results = prover.run(&tasks, prover.runner, proved)?;
    for (task, result) in tasks.iter().zip(&results) {
        let allowed = is_allowed(&task.exercise.name, exercises);
        let passes = result.status == Status::Passed;
        if matches!(result.status, Status::Skipped | Status::Cancelled) {
            continue;
        }
        if task.target == Target::Solution {
            let why = if passes { None } else { reason(result) };
            proved.split.push(SplitNote { exercise: task.exercise.name.to_string(), passes, allowed, why });
        }
        let what = match (&task.target, passes) {
            _ if !allowed => continue,
            (Target::Solution, false) => said!("solution-fails-split"),
            (Target::Starter, true) => said!("starter-passes-split"),
            (Target::Mistake(name), true) => said!("mistake-passes-split", mistake = name),
            _ => continue,
        };
        proved.findings.push(Finding::new(task.exercise, Rule::Split, what).shown_by(result));
    }
    Ok(())
}

/// Whether it has a `pytest` check that does not run apart anyway.
fn has_tests(exercise: &Exercise) -> bool {
    let is_pytest = |kind: &CheckKind| matches!(kind, CheckKind::Pytest(_));
    exercise.checks.iter().any(|check| is_pytest(&check.kind) && !check.is_split())
}

fn split(exercise: &&Exercise) -> Exercise {
    let mut apart = (*exercise).clone();
    for check in &mut apart.checks {
        *check = check.split();
    }
    apart
}

fn is_allowed(name: &crate::model::names::ExerciseName, exercises: &[&Exercise]) -> bool {
    let found = exercises.iter().find(|exercise| exercise.name == *name);
    found.is_some_and(|exercise| exercise.checks.iter().any(|check| check.may_be_split()))
}

fn wanted<'e>(apart: &'e Exercise, exercises: &[&Exercise]) -> Vec<Task<'e>> {
    if is_allowed(&apart.name, exercises) { targets(apart) } else { vec![Task::new(apart, Target::Solution)] }
}

/// Why the first test failed, in a line.
fn reason(result: &ExerciseResult) -> Option<Text> {
    let problem = result.first_problem()?;
    let Verdict::Failed(failure) = &problem.verdict else { return None };
    let said = match failure.mismatches.first()? {
        Mismatch::Test(test) => {
            let raised =
                test.exception.as_ref().map(|raised| format!("{}: {}", raised.class, raised.message));
            let said = raised.or_else(|| test.message.clone()).or_else(|| test.explanation.clone());
            format!("{}: {}", test.id, said.unwrap_or_default())
        }
        Mismatch::Raised { exception } | Mismatch::Import { exception } => {
            format!("{}: {}", exception.class, exception.message)
        }
        Mismatch::TestsMissing { how, .. } => return Some(how.clone()),
        _ => return None,
    };
    Some(said.lines().next().unwrap_or_default().chars().take(200).collect::<String>().into())
}
