//! Which exercises of a submission are graded.

use crate::cli::args;
use crate::commands::Context;
use crate::error::Errors;
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::plan::selection;
use crate::submission::Submission;

/// What is graded, and what is worth saying about it.
pub(super) struct Choice<'c> {
    pub(super) exercises: Vec<&'c Exercise>,
    pub(super) notices: Vec<Text>,
}

/// Those that the user named, all, or those whose learners' files are not the course's any more.
pub(super) fn choose<'c>(
    args: &args::Grade,
    submission: &Submission,
    course: &'c Course,
    has_base: bool,
    context: &Context,
) -> Result<Choice<'c>, Errors> {
    let every = || course.exercises().collect::<Vec<_>>();
    let mut notices = Vec::new();
    if !args.only.is_empty() {
        let exercises = selection::select(course, &args.only, &context.settings.cwd)?;
        return Ok(Choice { exercises, notices });
    }
    if args.all {
        return Ok(Choice { exercises: every(), notices });
    }
    if !has_base && submission.root() == course.root {
        notices.push(said!("every-exercise-graded").into());
        return Ok(Choice { exercises: every(), notices });
    }
    let exercises: Vec<&Exercise> =
        course.exercises().filter(|exercise| submission.changes(exercise, course)).collect();
    if exercises.is_empty() {
        notices.push(said!("nothing-graded").into());
    }
    Ok(Choice { exercises, notices })
}
