//! An exercise and a target become jobs: one for each check, with every file that it needs.

use crate::model::check::{CallCase, CheckKind};
use crate::model::exercise::Exercise;
use crate::model::job::{Call, Circumstances, Job, Origin, Program, StagedFile, Target};

/// The jobs of an exercise's checks, in order.
pub fn jobs(exercise: &Exercise, target: &Target) -> Vec<Job> {
    let files = files(exercise, target);
    let job = |(index, check): (usize, &crate::model::check::Check)| Job {
        exercise: exercise.name.clone(),
        check: index,
        files: files.clone(),
        program: program(&check.kind),
        start: check.start,
        groups: exercise.groups.clone(),
        limits: exercise.limits,
        circumstances: Circumstances::default(),
    };
    exercise.checks.iter().enumerate().map(job).collect()
}

/// The learner's files come from the target, everything else from the course.
fn files(exercise: &Exercise, target: &Target) -> Vec<StagedFile> {
    let folder = match target {
        Target::Learner | Target::Starter => exercise.folder.clone(),
        Target::Solution => exercise.solution.clone(),
        Target::Mistake(name) => exercise.mistake_folder(name),
    };
    let origin = if *target == Target::Learner { Origin::Learner } else { Origin::Course };
    let edited = exercise.edit.iter().map(|path| StagedFile {
        path: path.clone(),
        source: path.under(&folder),
        origin,
    });
    let protected = exercise.protected.iter().map(|path| StagedFile {
        path: path.clone(),
        source: path.under(&exercise.folder),
        origin: Origin::Course,
    });
    edited.chain(protected).collect()
}

fn program(kind: &CheckKind) -> Program {
    match kind {
        CheckKind::Output(check) => Program::Script {
            script: check.script.clone(),
            args: check.args.clone(),
            stdin: check.stdin.clone(),
        },
        CheckKind::Pytest(check) => Program::Pytest { file: check.file.clone() },
        CheckKind::Cases(check) => {
            Program::Cases { module: check.module.clone(), calls: check.table.iter().map(call).collect() }
        }
        CheckKind::Tool(check) => Program::Tool { command: check.command.clone() },
    }
}

fn call(case: &CallCase) -> Call {
    Call { call: case.call.clone(), args: case.args.clone(), kwargs: case.kwargs.clone() }
}
