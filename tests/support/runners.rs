//! Runners as the commands make them, for tests that look at executions and verdicts themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use prolings::model::cancel::Cancel;
use prolings::model::course::{Course, PythonVersion};
use prolings::model::names::GroupName;
use prolings::python::{self, Environments, Surroundings};
use prolings::run::cold::Cold;
use prolings::run::sandbox::Sandbox;

const SUPERVISOR: &str = env!("CARGO_BIN_EXE_prolings");

/// A cold runner for a course, in the sandbox that this machine has.
pub fn cold(course: &Course) -> Cold {
    cold_with_python(course).0
}

/// The same, and the Python of its first environment.
pub fn cold_with_python(course: &Course) -> (Cold, PathBuf) {
    let surroundings = Surroundings::from_process(None, &course.root);
    let interpreter =
        python::discover_cached(course.python, &surroundings, &super::environments()).expect("a Python");
    let release: PythonVersion = interpreter.release();
    let environments = Environments::new(course, interpreter, super::environments(), &surroundings);
    let groups: BTreeSet<BTreeSet<GroupName>> =
        course.exercises().map(|exercise| exercise.groups.clone()).collect();
    let pythons: BTreeMap<_, PathBuf> = groups
        .into_iter()
        .map(|groups| {
            let made =
                environments.prepare(&groups, &mut |_| {}, &Cancel::default()).expect("an environment");
            (groups, made.python)
        })
        .collect();
    let python = pythons.values().next().expect("an environment").clone();
    let sandbox = sandbox(&python);
    (Cold::new(pythons, release, PathBuf::from(SUPERVISOR)).within(sandbox), python)
}

/// Every layer that holds here, as by default.
#[cfg(target_os = "linux")]
fn sandbox(python: &Path) -> Sandbox {
    let test = prolings::run::selftest::SelfTest {
        python,
        supervisor: Path::new(SUPERVISOR),
        folder: &super::environments(),
        without: &BTreeSet::new(),
        private: Vec::new(),
    };
    test.sandbox()
}

#[cfg(not(target_os = "linux"))]
fn sandbox(_: &Path) -> Sandbox {
    Sandbox::none()
}
