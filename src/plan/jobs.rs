//! An exercise and a target become jobs, each with every file that it needs.

use crate::model::check::{
    CallCase, Check, CheckKind, CodeVersion, MutantsCheck, PytestCheck, Source, Split,
};
use crate::model::exercise::Exercise;
use crate::model::job::{Apart, Call, Circumstances, Job, Origin, Program, StagedFile, Target};
use crate::model::names::RelPath;

/// The jobs of an exercise's checks, in order. That of a `mutants` check runs the tests on the good version; the other
/// versions are for [`on_version`].
pub fn jobs(exercise: &Exercise, target: &Target) -> Vec<Job> {
    let files = files(exercise, target);
    let job = |(index, check): (usize, &Check)| match &check.kind {
        CheckKind::Mutants(mutants) => on_version(exercise, target, index, mutants, &mutants.versions[0]),
        kind => job(exercise, index, files.clone(), program(kind, exercise)),
    };
    exercise.checks.iter().enumerate().map(job).collect()
}

/// The job that runs the learner's tests on one version of the code. Only that version is there, in the place that all
/// versions share.
pub fn on_version(
    exercise: &Exercise,
    target: &Target,
    index: usize,
    check: &MutantsCheck,
    version: &CodeVersion,
) -> Job {
    let mut files = files(exercise, target);
    files.retain(|file| version.files.iter().all(|versioned| versioned.path != file.path));
    files.extend(version.files.iter().map(|file| StagedFile {
        path: file.path.clone(),
        source: file.source.under(&exercise.folder),
        origin: Origin::Course,
    }));
    let is_python = |path: &&RelPath| path.as_str().ends_with(".py");
    let hidden = match check.source {
        Source::Hidden => version.files.iter().map(|file| &file.path).filter(is_python).cloned().collect(),
        Source::Shown => Vec::new(),
    };
    job(exercise, index, files, Program::Pytest { file: check.tests.clone(), hidden, apart: None })
}

fn job(exercise: &Exercise, index: usize, files: Vec<StagedFile>, program: Program) -> Job {
    Job {
        exercise: exercise.name.clone(),
        check: index,
        files,
        program,
        start: exercise.checks[index].start,
        groups: exercise.groups.clone(),
        limits: exercise.limits,
        circumstances: Circumstances::default(),
    }
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

fn program(kind: &CheckKind, exercise: &Exercise) -> Program {
    match kind {
        CheckKind::Output(check) => Program::Script {
            script: check.script.clone(),
            args: check.args.clone(),
            stdin: check.stdin.clone(),
        },
        CheckKind::Pytest(check) => {
            Program::Pytest { file: check.file.clone(), hidden: Vec::new(), apart: apart(check, exercise) }
        }
        CheckKind::Cases(check) => {
            Program::Cases { module: check.module.clone(), calls: check.table.iter().map(call).collect() }
        }
        CheckKind::Tool(check) => Program::Tool { command: check.command.clone() },
        CheckKind::Mutants(check) => {
            Program::Pytest { file: check.tests.clone(), hidden: Vec::new(), apart: None }
        }
    }
}

fn apart(check: &PytestCheck, exercise: &Exercise) -> Option<Apart> {
    (check.split == Split::Always)
        .then(|| Apart { files: exercise.edit.clone(), classes: check.classes.clone() })
}

fn call(case: &CallCase) -> Call {
    Call { call: case.call.clone(), args: case.args.clone(), kwargs: case.kwargs.clone() }
}
