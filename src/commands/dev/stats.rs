//! `prolings dev stats`: what the course is made of.

use crate::cli::args;
use crate::commands::workplace::load_course;
use crate::commands::{Context, print_json};
use crate::error::ExitStatus;
use crate::model::exercise::Exercise;
use crate::progress::{Mutations, Proofs, Score};
use crate::report::terminal::stats::{self, ExerciseStats, MutationStats, Stats};

/// Prints the counts, or JSON with each exercise.
pub(super) fn stats(args: &args::DevStats, context: &Context) -> anyhow::Result<ExitStatus> {
    let course = load_course(context)?;
    let proofs = Proofs::of(&course.root);
    let mutations = Mutations::of(&course.root);
    let stats = Stats {
        course: course.title.clone(),
        topics: course.topics.len(),
        exercises: course.exercises().map(|exercise| about(exercise, &proofs, &mutations)).collect(),
    };
    if args.json {
        print_json(context, &stats)?;
    } else {
        stats::write(&mut context.out(), context.style(), &stats)?;
    }
    Ok(ExitStatus::Success)
}

fn about(exercise: &Exercise, proofs: &Proofs, mutations: &Mutations) -> ExerciseStats {
    ExerciseStats {
        exercise: exercise.name.to_string(),
        topic: exercise.topic.to_string(),
        level: exercise.level,
        checks: exercise.checks.iter().map(|check| check.kind.word()).collect(),
        hints: exercise.hints.len(),
        mistakes: exercise.mistakes.len(),
        seconds: proofs.seconds(exercise),
        mutation: mutations.last(&exercise.name).map(|study| mutation(study.score)),
    }
}

fn mutation(score: Score) -> MutationStats {
    let Score { killed, survived, equivalent } = score;
    MutationStats { killed, survived, equivalent, score: score.percent() }
}
