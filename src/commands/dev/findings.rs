//! What can be wrong with an exercise, found by looking at its files and at the verdicts of its targets.

use std::path::Path;

use crate::model::course::Course;
use crate::model::event::{ExerciseResult, Status};
use crate::model::exercise::Exercise;
use crate::model::job::Target;
use crate::model::names::ExerciseName;
use crate::model::verdict::{Failure, Verdict};
use crate::plan::Task;
use crate::report::terminal::proof::Shown;

/// The fewest hints that escalate: a nudge, a direction, nearly the answer.
const HINTS: usize = 3;

/// The fewest mistakes that an exercise foresees.
const MISTAKES: usize = 2;

/// Something that an author has to mend.
pub(super) struct Finding {
    pub(super) exercise: ExerciseName,
    what: String,
    /// The result that shows it, for reports that print it in full.
    result: Option<ExerciseResult>,
}

impl Finding {
    fn new(exercise: &Exercise, what: impl Into<String>) -> Self {
        Self { exercise: exercise.name.clone(), what: what.into(), result: None }
    }

    /// The finding as a report shows it.
    pub(super) fn shown(&self) -> Shown {
        Shown { exercise: self.exercise.to_string(), what: self.what.clone(), result: self.result.clone() }
    }
}

/// What is missing or too little, without running anything.
pub(super) fn on_files(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wanted = |path: &Path, what: &str| {
        if !path.is_file() {
            let text = format!("{what} missing: {}", course.shown_path(path));
            findings.push(Finding::new(exercise, text));
        }
    };
    wanted(&exercise.notes(), "the notes are");
    for path in &exercise.edit {
        wanted(&path.under(&exercise.folder), "a file of the starter is");
        wanted(&path.under(&exercise.solution), "a file of the solution is");
        for mistake in &exercise.mistakes {
            wanted(&path.under(&exercise.mistake_folder(&mistake.name)), "a file of a mistake is");
        }
    }
    findings.extend(stray_mistakes(exercise, course));
    // A hint that is bound to a cause is for some.
    let hints = exercise.hints.iter().filter(|hint| hint.when.is_none()).count();
    if hints < HINTS {
        let text =
            format!("hints: {hints}, and at least {HINTS} are wanted, from a nudge to nearly the answer");
        findings.push(Finding::new(exercise, text));
    }
    if exercise.mistakes.len() < MISTAKES {
        let text = format!(
            "mistakes: {}, and at least {MISTAKES} are wanted, each with its feedback",
            exercise.mistakes.len()
        );
        findings.push(Finding::new(exercise, text));
    }
    findings
}

/// Folders under `mistakes/` that the manifest does not name would never be judged.
fn stray_mistakes(exercise: &Exercise, course: &Course) -> Vec<Finding> {
    let folder = exercise.solution.join("mistakes");
    let mut stray: Vec<String> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| exercise.mistakes.iter().all(|mistake| mistake.name != *name))
        .collect();
    stray.sort();
    stray
        .iter()
        .map(|name| {
            let place = course.shown_path(&folder.join(name));
            Finding::new(exercise, format!("mistake `{name}` is not in the manifest: {place}"))
        })
        .collect()
}

/// What a verdict shows to be wrong.
pub(super) fn on_result(task: &Task<'_>, result: &ExerciseResult) -> Option<Finding> {
    let what = match (result.status, &task.target) {
        (Status::Skipped | Status::Cancelled, _) | (Status::Passed, Target::Solution) => return None,
        (Status::Fault, target) => format!("{} could not be judged", words(target)),
        (Status::Failed, Target::Solution) => "the solution fails".to_owned(),
        (Status::Passed, target) => format!("{} passes", words(target)),
        (Status::Failed, Target::Mistake(name)) => feedback_problem(task.exercise, name, result)?,
        (Status::Failed, Target::Starter | Target::Learner) => starter_problem(result)?,
    };
    Some(Finding { exercise: task.exercise.name.clone(), what, result: Some(result.clone()) })
}

/// A starter that earns a mistake's feedback would greet the learner with the wrong words.
fn starter_problem(result: &ExerciseResult) -> Option<String> {
    let feedback = failure(result)?.feedback.as_ref()?;
    let whose = if feedback.is_general() { "the general mistake" } else { "mistake" };
    Some(format!("the starter earns the feedback of {whose} `{}`", feedback.mistake))
}

fn feedback_problem(exercise: &Exercise, name: &str, result: &ExerciseResult) -> Option<String> {
    let mistake = exercise.mistakes.iter().find(|mistake| mistake.name == name)?;
    // A general mistake is known where the exercise's own are not.
    let earned = failure(result)?.feedback.as_ref().filter(|feedback| !feedback.is_general());
    let earned = earned.map(|feedback| feedback.mistake.as_str());
    match (&mistake.when, earned) {
        (_, Some(earned)) if earned == name => None,
        (_, Some(earned)) => Some(format!("mistake `{name}` earns the feedback of `{earned}`")),
        (Some(_), None) => Some(format!("mistake `{name}` does not earn its feedback: `when` does not hold")),
        (None, None) => Some(format!("mistake `{name}` has no `when`, so its feedback is never shown")),
    }
}

fn failure(result: &ExerciseResult) -> Option<&Failure> {
    result.checks.iter().find_map(|check| match &check.verdict {
        Verdict::Failed(failure) => Some(failure),
        _ => None,
    })
}

fn words(target: &Target) -> String {
    match target {
        Target::Learner => "the learner's file".to_owned(),
        Target::Starter => "the starter".to_owned(),
        Target::Solution => "the solution".to_owned(),
        Target::Mistake(name) => format!("mistake `{name}`"),
    }
}
