//! A fork must be judged as a fresh process is: every target of the course and of the fixture courses through both
//! runners, in the sandbox that this machine has, with the same verdicts, messages and texts. Only times may differ.

#![cfg(unix)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use prolings::discover;
use prolings::judge;
use prolings::model::cancel::Cancel;
use prolings::model::course::{Course, PythonVersion};
use prolings::model::job::Target;
use prolings::model::names::GroupName;
use prolings::model::verdict::{Mismatch, Verdict};
use prolings::plan::jobs;
use prolings::python::{self, Environments, Surroundings};
use prolings::run::Runner;
use prolings::run::cold::Cold;
use prolings::run::sandbox::Sandbox;
use prolings::run::warm::Warm;

fn cold(course: &Course) -> Cold {
    let surroundings = Surroundings::from_process(None, &course.root);
    let interpreter =
        python::discover_cached(course.python, &surroundings, &support::environments()).expect("a Python");
    let release: PythonVersion = interpreter.release();
    let environments = Environments::new(course, interpreter, support::environments(), &surroundings);
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
    let sandbox = sandbox(pythons.values().next().expect("an environment"));
    Cold::new(pythons, release, PathBuf::from(SUPERVISOR)).within(sandbox)
}

const SUPERVISOR: &str = env!("CARGO_BIN_EXE_prolings");

/// Every layer that holds here, as by default.
#[cfg(target_os = "linux")]
fn sandbox(python: &Path) -> Sandbox {
    let test = prolings::run::selftest::SelfTest {
        python,
        supervisor: Path::new(SUPERVISOR),
        folder: &support::environments(),
        without: &BTreeSet::new(),
        private: Vec::new(),
    };
    test.sandbox()
}

#[cfg(not(target_os = "linux"))]
fn sandbox(_: &Path) -> Sandbox {
    Sandbox::none()
}

/// Everything that is judged of a course.
fn targets(course: &Course, has_solutions: bool) -> Vec<(String, Target)> {
    let of = |exercise: &prolings::model::exercise::Exercise| {
        let mut targets = vec![Target::Starter];
        if has_solutions {
            targets.push(Target::Solution);
            targets.extend(exercise.mistakes.iter().map(|mistake| Target::Mistake(mistake.name.clone())));
        }
        targets.into_iter().map(|target| (exercise.name.to_string(), target)).collect::<Vec<_>>()
    };
    course.exercises().flat_map(of).collect()
}

fn verdicts(course: &Course, runner: &dyn Runner, exercise: &str, target: &Target) -> Vec<Verdict> {
    let exercise = course.exercise(exercise).expect("an exercise");
    let jobs = jobs::jobs(exercise, target);
    let judged = exercise.checks.iter().zip(&jobs);
    judged
        .map(|(check, job)| steady(judge::judge(exercise, check, &runner.run(job, &Cancel::default()))))
        .collect()
}

/// The verdict without what differs from run to run, forked or not.
fn steady(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Failed(mut failure) => {
            for mismatch in &mut failure.mismatches {
                match mismatch {
                    // Where a flood was cut is the pipes' business.
                    Mismatch::OutputLimit { head, .. } => head.clear(),
                    // A busy loop is stopped on one of its lines.
                    Mismatch::TimedOut { stack, .. } => stack.iter_mut().for_each(|frame| {
                        frame.line = 0;
                        frame.source = None;
                    }),
                    _ => {}
                }
            }
            Verdict::Failed(failure)
        }
        other => other,
    }
}

fn assert_same(root: &Path) {
    let course = discover::load(root).expect("a sound course");
    let cold_runner = cold(&course);
    let warm_runner = Warm::new(cold(&course));
    let targets = targets(&course, root.join("solutions").is_dir());
    assert!(targets.len() > 20, "a course with much to compare");
    // Two at once, as on the machines that this is meant for; each target cold and warm side by side.
    std::thread::scope(|scope| {
        let halves = targets.chunks(targets.len().div_ceil(2));
        for half in halves {
            let (course, cold_runner, warm_runner) = (&course, &cold_runner, &warm_runner);
            scope.spawn(move || {
                for (exercise, target) in half {
                    let cold = || verdicts(course, cold_runner, exercise, target);
                    let warm = verdicts(course, warm_runner, exercise, target);
                    assert_alike(cold, &warm, &format!("{exercise}, {target:?}"));
                }
            });
        }
    });
    // Equal verdicts prove nothing when both ran cold.
    let forked = warm_runner.forked();
    assert!(forked >= targets.len() * 3 / 4, "only {forked} forks for {} targets", targets.len());
}

/// Exercises whose wrong answers print what a race or a clock decides: numbers that lean one way in a fork and another in a
/// fresh process.
const DECIDED_BY_TIME: [&str; 2] = ["lost_update", "timer"];

/// Equal, or different only in numbers where cold runs differ among themselves: races and measured times are lessons of
/// this course.
fn assert_alike(cold: impl Fn() -> Vec<Verdict>, warm: &[Verdict], what: &str) {
    let first = cold();
    if first == warm {
        return;
    }
    let more: Vec<_> = (0..3).map(|_| cold()).collect();
    if more.iter().any(|again| again == warm) {
        return;
    }
    let by_time = DECIDED_BY_TIME.iter().any(|exercise| what.starts_with(exercise));
    let unsteady = by_time || more.iter().any(|again| *again != first);
    assert!(unsteady, "{what}\ncold: {first:#?}\nwarm: {warm:#?}");
    assert_eq!(masked(&first), masked(warm), "{what}: cold is on the left");
}

/// Without numbers and addresses.
fn masked(verdicts: &[Verdict]) -> String {
    let text = serde_json::to_string(verdicts).expect("JSON");
    let numbers = regex::Regex::new("0x[0-9a-f]+|[0-9]+").expect("a regular expression");
    numbers.replace_all(&text, "#").into_owned()
}

#[test]
fn every_ending_is_judged_alike() {
    let course = support::course("endings");
    assert_same(course.path());
}

#[test]
fn the_whole_course_is_judged_alike() {
    assert_same(Path::new(env!("CARGO_MANIFEST_DIR")));
}
