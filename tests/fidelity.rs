//! A fork must be judged as a fresh process is: every target of the course and of the fixture courses through both
//! runners, in the sandbox that this machine has, with the same verdicts, messages and texts. Only times may differ.

#![cfg(unix)]

mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use prolings::discover;
use prolings::judge;
use prolings::model::cancel::Cancel;
use prolings::model::course::Course;
use prolings::model::job::Target;
use prolings::model::verdict::{Mismatch, Verdict};
use prolings::plan::jobs;
use prolings::run::Runner;
use prolings::run::cold::Cold;
use prolings::run::pool::Pool;
use prolings::run::warm::Warm;

use support::runners::cold;

/// Everything that is judged of a course: starters, solutions and mistakes.
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

/// Of a course with more targets than this, a part is compared where not all are asked for (`PROLINGS_FIDELITY=all`).
const LARGE: usize = 200;

/// One of so many.
const PART: usize = 6;

/// Targets that are compared at once.
const AT_ONCE: usize = 4;

/// Compares a fork with a fresh process.
fn assert_forked_same(root: &Path) {
    let course = discover::load(root).expect("a sound course");
    let warm = Warm::new(cold(&course));
    let count = assert_same(&course, &cold(&course), &warm, &[]);
    // Equal verdicts prove nothing when both ran cold.
    assert!(warm.forked() >= count * 3 / 4, "only {} forks for {count} targets", warm.forked());
}

/// Compares two runners on a course, without some exercises. Returns how many targets there were.
fn assert_same(course: &Course, cold_runner: &Cold, other_runner: &dyn Runner, but: &[&str]) -> usize {
    let mut targets = targets(course, course.root.join("solutions").is_dir());
    targets.retain(|(exercise, _)| !but.contains(&exercise.as_str()));
    // Wrong answers often hang until a limit, twice here: all of a large course take longer than all other tests.
    if targets.len() > LARGE && std::env::var_os("PROLINGS_FIDELITY").is_none() {
        targets = targets.into_iter().step_by(PART).collect();
    }
    assert!(targets.len() > 20, "a course with much to compare");
    // More at once than most machines have cores: some wrong answers only wait. Each target cold and warm, one after the
    // other.
    let (next, different) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((exercise, target)) = targets.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let cold = || verdicts(course, cold_runner, exercise, target);
                    let other = verdicts(course, other_runner, exercise, target);
                    let found = difference(cold, &other, &format!("{exercise}, {target:?}"));
                    different.lock().expect("no panic").extend(found);
                }
            });
        }
    });
    let different = different.into_inner().expect("no panic");
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n\n"));
    targets.len()
}

/// What differs: nothing where the verdicts are equal; where cold runs differ among themselves (races and measured times
/// are lessons of this course), only what no cold run says either.
fn difference(cold: impl Fn() -> Vec<Verdict>, warm: &[Verdict], what: &str) -> Option<String> {
    let mut colds = vec![cold()];
    if masked(&colds[0]) == masked(warm) {
        return None;
    }
    colds.extend((0..3).map(|_| cold()));
    let said: BTreeSet<String> = colds.iter().map(|verdicts| masked(verdicts)).collect();
    let shapes: BTreeSet<String> = colds.iter().map(|verdicts| shape(verdicts)).collect();
    let is_steady = said.len() == 1;
    let alike = match (is_steady, shapes.len()) {
        (true, _) => false,
        // The words differ from run to run, and not which tests fail.
        (false, 1) => shapes.contains(&shape(warm)),
        (false, _) => kinds(&colds[0]) == kinds(warm),
    };
    (!alike).then(|| format!("{what}\ncold: {}\nother: {}", masked(&colds[0]), masked(warm)))
}

/// Without numbers, addresses and the names of temporary folders.
fn masked(verdicts: &[Verdict]) -> String {
    let text = serde_json::to_string(verdicts).expect("JSON");
    let folders =
        regex::Regex::new("/prolings-[A-Za-z0-9-]+/(jobs/[A-Za-z0-9]+/)?").expect("a regular expression");
    let text = folders.replace_all(&text, "/JOB/").into_owned();
    let numbers = regex::Regex::new("0x[0-9a-f]+|[0-9]+").expect("a regular expression");
    numbers.replace_all(&text, "#").into_owned()
}

/// Which verdicts, by which mismatches, of which tests, with which feedback.
fn shape(verdicts: &[Verdict]) -> String {
    let of = |verdict: &Verdict| {
        let value = serde_json::to_value(verdict).expect("JSON");
        let mismatches = value["mismatches"].as_array().cloned().unwrap_or_default();
        let shapes: Vec<String> =
            mismatches.iter().map(|mismatch| format!("{} {}", mismatch["kind"], mismatch["id"])).collect();
        format!("{} {shapes:?} {}", value["verdict"], value["feedback"]["mistake"])
    };
    verdicts.iter().map(of).collect::<Vec<_>>().join("; ")
}

/// Which verdicts.
fn kinds(verdicts: &[Verdict]) -> Vec<String> {
    let of = |verdict: &Verdict| serde_json::to_value(verdict).expect("JSON")["verdict"].to_string();
    verdicts.iter().map(of).collect()
}

#[test]
fn every_ending_is_judged_alike() {
    let course = support::course("endings");
    assert_forked_same(course.path());
}

#[test]
fn the_whole_course_is_judged_alike() {
    assert_forked_same(Path::new(env!("CARGO_MANIFEST_DIR")));
}

/// As on systems that cannot fork: neither has a supervisor or a sandbox. What leaves its process group is beyond both on
/// Unix, where a group stands for the job object of Windows.
#[test]
fn every_ending_is_judged_alike_in_a_pool() {
    for name in ["endings", "general"] {
        let folder = support::course(name);
        let course = discover::load(folder.path()).expect("a sound course");
        let pool = Pool::new(cold(&course).unsupervised());
        let count = assert_same(&course, &cold(&course).unsupervised(), &pool, &["leaves_a_child"]);
        assert!(pool.served() >= count * 3 / 4, "only {} of {count} targets were served", pool.served());
    }
}
