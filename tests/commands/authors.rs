//! `prolings dev`: a sound course has no findings, and test ids are locked from the solution.

use super::assert_says;
use super::support::{DOUBLING, Small};

const MANIFEST: &str = "exercises/t1_first/02_doubling/exercise.yaml";
const SUITE: &str = "exercises/t1_first/02_doubling/test_doubling.py";
const LOCK: &str = "    tests:\n      - test_numbers\n      - test_text\n";

#[test]
fn a_sound_course_has_no_findings() {
    let course = Small::new();
    assert_says(&course.expect(&["dev", "check"], 0), &["✓ 3 exercises proved by 18 runs", "nothing found"]);
    assert!(!course.path().join(".prolings").join("progress.json").exists(), "authors are no learners");
}

#[test]
fn a_starter_fails_as_declared() {
    let course = Small::new();
    course.replace(MANIFEST, "starter: { fails: test_numbers }\n", "");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    assert_says(
        &ran.stdout,
        &["declare why the starter fails", "starter: { fails: [test_numbers, test_text] }"],
    );
    course.replace(MANIFEST, "checks:", "starter: { fails: test_text, raises: TypeError }\nchecks:");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    assert_says(&ran.stdout, &["the starter does not fail as `starter` declares"]);
    course.replace(MANIFEST, ", raises: TypeError", "");
    course.expect(&["dev", "check", "doubling", "--repeat", "1"], 0);
    course.write(DOUBLING, "def double(value)\n    return value\n");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    course.replace(MANIFEST, "fails: test_text", "fails: pytest");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_says(&ran.stdout, &["the starter is no valid Python (SyntaxError)", "raises: SyntaxError"]);
    course.replace(MANIFEST, "fails: pytest", "fails: pytest, raises: SyntaxError");
    course.expect(&["dev", "check", "doubling", "--repeat", "1"], 0);
}

#[test]
fn a_suite_without_a_lock_is_blessed() {
    let course = Small::new();
    course.replace(MANIFEST, LOCK, "");
    let ran = course.run(&["check", "doubling"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &[MANIFEST, "prolings dev bless doubling"]);
    let said = course.expect(&["dev", "bless", "doubling"], 0);
    assert_says(&said, &["+ test_numbers", "+ test_text", &format!("{MANIFEST} is written.")]);
    assert_says(&course.expect(&["dev", "bless", "doubling"], 0), &["is up to date"]);
    course.solve(DOUBLING);
    course.expect(&["check", "doubling"], 0);
}

#[test]
fn a_stale_lock_is_a_fault_until_it_is_blessed() {
    let course = Small::new();
    course.replace(SUITE, "test_text", "test_words");
    course.solve(DOUBLING);
    let said = course.expect(&["check", "doubling"], 2);
    assert_says(&said, &["not your mistake", "prolings dev bless doubling"]);
    let before = course.read(MANIFEST);
    let said = course.expect(&["dev", "bless", "doubling"], 0);
    assert_says(&said, &["+ test_words", "- test_text", "is written."]);
    assert_eq!(course.read(MANIFEST), before.replace("test_text", "test_words"), "nothing else is touched");
    course.expect(&["check", "doubling"], 0);
}

#[test]
fn ids_are_locked_from_a_solution_that_passes_only() {
    let course = Small::new();
    course.replace("solutions/t1_first/02_doubling/doubling.py", "* 2", "* 3");
    let before = course.read(MANIFEST);
    let ran = course.run(&["dev", "bless", "doubling"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["does not pass", "prolings dev check doubling"]);
    assert_eq!(course.read(MANIFEST), before);
    assert_says(&course.expect(&["dev", "bless", "greeting"], 0), &["nothing to lock"]);
}
