//! Which exercises of a submission are graded.

use super::{shard, timings};
use crate::cli::args;
use crate::commands::Context;
use crate::error::{Errors, UserError};
use crate::language::{Text, said};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::grade::Part;
use crate::plan::{selection, shards};
use crate::submission::Submission;

/// What is graded, and what is worth saying about it.
pub(super) struct Choice<'c> {
    pub(super) exercises: Vec<&'c Exercise>,
    pub(super) notices: Vec<Text>,
}

impl Choice<'_> {
    /// Keeps the exercises of one shard, and says which part of the whole that is.
    pub(super) fn cut(
        &mut self,
        shard: &str,
        args: &args::Grade,
        context: &Context,
    ) -> Result<Part, UserError> {
        let shard = shard::wanted(shard)?;
        if args.seed.is_none() {
            return Err(shard::without_seed());
        }
        let names: Vec<&str> = self.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        let mine = match &args.timings {
            None => shards::by_name(&names, shard),
            Some(path) => {
                let times = timings::read(&context.settings.cwd.join(path))?;
                shards::by_time(&names, |name| times.get(name).copied(), shard)
            }
        };
        let exercises = names.into_iter().map(str::to_owned).collect();
        self.exercises = mine.into_iter().map(|place| self.exercises[place]).collect();
        Ok(Part { shard, exercises })
    }
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
