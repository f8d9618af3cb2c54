//! `prolings dev coverage`: which items of the curriculum have an exercise.

use crate::cli::args;
use crate::commands::workplace::load_course;
use crate::commands::{Context, print_json};
use crate::error::{ExitStatus, Place, UserError};
use crate::language::said;
use crate::model::course::{Course, CurriculumItem};
use crate::report::terminal::coverage::{self, Coverage, Item};

/// Prints the table; fails when an item has no exercise, unless that is allowed.
pub(super) fn coverage(args: &args::DevCoverage, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course(context)?;
    let Some(curriculum) = &course.curriculum else {
        return Err(UserError::new(said!("no-curriculum"))
            .at(Place::path("exercises/curriculum.yaml"))
            .why(said!("no-curriculum.why"))
            .help(said!("no-curriculum.help"))
            .into());
    };
    let items: Vec<Item> = curriculum.items.iter().map(|item| covered(item, &course)).collect();
    let coverage = Coverage {
        missing: items.iter().filter(|item| item.exercises.is_empty()).count(),
        exercises: course.exercises().count(),
        uncovering: course.exercises().filter(|e| e.covers.is_empty()).map(|e| e.name.to_string()).collect(),
        items,
    };
    if args.json {
        print_json(context, &coverage)?;
    } else {
        coverage::write(&mut context.out(), context.style(), &coverage)?;
    }
    let complete = coverage.missing == 0 || args.allow_missing;
    Ok(if complete { ExitStatus::Success } else { ExitStatus::Failure })
}

fn covered(item: &CurriculumItem, course: &Course) -> Item {
    let exercises = course.exercises().filter(|exercise| exercise.covers.contains(&item.id));
    Item {
        id: item.id.clone(),
        title: item.title.clone(),
        exercises: exercises.map(|exercise| exercise.name.to_string()).collect(),
    }
}
