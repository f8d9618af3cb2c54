//! What decides the grades of a class beside the submissions, put together.

use std::fs;

use crate::commands::grade::provenance::locks;
use crate::model::class::{Column, Conditions, Unchanged};
use crate::model::course::Course;
use crate::model::exercise::Exercise;
use crate::model::grade::TrustWanted;
use crate::python::Environments;
use crate::run::Runner;

/// What the one who grades has asked for.
pub(super) struct Asked {
    pub(super) unchanged: Unchanged,
    pub(super) trust: TrustWanted,
    pub(super) seed: u64,
}

/// The conditions here and now.
pub(super) fn conditions(
    course: &Course,
    exercises: &[&Exercise],
    environments: &Environments,
    runner: &dyn Runner,
    Asked { unchanged, trust, seed }: Asked,
) -> Conditions {
    let unmet = exercises.iter().filter_map(|exercise| {
        let why = runner.unmet(exercise)?;
        Some(format!("{}: {why}", exercise.name))
    });
    Conditions {
        prolings: env!("CARGO_PKG_VERSION").to_owned(),
        course: hash(exercises),
        locks: locks(course),
        python: environments.interpreter().version_text.clone(),
        seed,
        unchanged,
        trust,
        unmet: unmet.collect(),
    }
}

/// The columns of the gradebook.
pub(super) fn columns(exercises: &[&Exercise]) -> Vec<Column> {
    let column = |exercise: &&Exercise| Column {
        exercise: exercise.name.to_string(),
        topic: exercise.topic.to_string(),
        title: exercise.title.clone(),
        points: f64::from(exercise.points),
    };
    exercises.iter().map(column).collect()
}

/// blake3 of everything of the course that a verdict on these exercises rests on: manifests, limits (which may be the
/// course's), expected output (which may come from a file), tests, starters.
fn hash(exercises: &[&Exercise]) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |bytes: &[u8]| {
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    };
    for exercise in exercises {
        add(exercise.name.as_str().as_bytes());
        add(&exercise.manifest.0);
        add(&serde_json::to_vec(&exercise.limits).unwrap_or_default());
        exercise.checks.iter().filter_map(|check| check.expected_output()).for_each(&mut add);
        // Whether tests run apart from the learner's code can be asked for when grading.
        add(&exercise.checks.iter().map(|check| u8::from(check.is_split())).collect::<Vec<u8>>());
        for file in exercise.edit.iter().chain(exercise.course_files()) {
            add(file.as_str().as_bytes());
            add(&fs::read(file.under(&exercise.folder)).unwrap_or_default());
        }
    }
    hasher.finalize().to_hex().to_string()
}
