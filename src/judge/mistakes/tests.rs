//! Which mistake a failure shows.

use super::super::judge;
use super::super::testing::{exception, exercise, output, pytest, pytest_run, ran, test};
use crate::model::check::{Check, Compare};
use crate::model::execution::Execution;
use crate::model::exercise::{Mistake, MistakePattern};
use crate::model::names::TestId;
use crate::model::record::{TestOutcome, TestRecord};
use crate::model::search::Search;
use crate::model::verdict::{Mismatch, Verdict};

fn regex(text: &str) -> Option<Search> {
    Some(Search::new(text).unwrap())
}

/// The name of the recognised mistake among these patterns, which are named `0`, `1`….
fn recognised(patterns: Vec<MistakePattern>, check: &Check, execution: &Execution) -> Option<String> {
    let mut exercise = exercise();
    exercise.mistakes = patterns
        .into_iter()
        .enumerate()
        .map(|(index, when)| Mistake {
            name: index.to_string(),
            feedback: "because".into(),
            when: Some(when),
        })
        .collect();
    match judge(&exercise, check, execution) {
        Verdict::Failed(failure) => failure.feedback.map(|feedback| feedback.mistake),
        other => panic!("{other:?}"),
    }
}

fn none_raised() -> Execution {
    let stderr = "Traceback (most recent call last):\n  File \"/job/shape.py\", line 1, in <module>\n    f()\n\
                  TypeError: 'NoneType' object is not callable\n";
    ran("hello\n", stderr, 1)
}

fn check() -> Check {
    output("hello\nworld\n", Compare::default())
}

#[test]
fn all_given_conditions_must_hold() {
    let when = |raises: &str, message: &str| MistakePattern {
        raises: Some(raises.into()),
        message: regex(message),
        ..MistakePattern::default()
    };
    let found = |pattern| recognised(vec![pattern], &check(), &none_raised()).is_some();
    assert!(found(when("TypeError", "NoneType")));
    assert!(!found(when("ValueError", "NoneType")));
    assert!(!found(when("TypeError", "int")));
    assert!(found(MistakePattern { stdout: regex("(?m)^hello$"), ..when("TypeError", "") }));
    assert!(!found(MistakePattern { stdout: regex("bye"), ..when("TypeError", "") }));
    assert!(found(MistakePattern { stderr: regex("Traceback"), ..MistakePattern::default() }));
    assert!(!found(MistakePattern::default()));
}

#[test]
fn the_first_of_the_list_wins() {
    let stdout = |text| MistakePattern { stdout: regex(text), ..MistakePattern::default() };
    let patterns = vec![stdout("bye"), stdout("hel"), stdout("hello")];
    assert_eq!(recognised(patterns, &check(), &none_raised()).as_deref(), Some("1"));
}

#[test]
fn wrong_lines_are_the_learners() {
    let diff = |text| vec![MistakePattern { diff: regex(text), ..MistakePattern::default() }];
    let execution = ran("hello\nWorld\n", "", 0);
    assert!(recognised(diff("^World$"), &check(), &execution).is_some());
    assert!(recognised(diff("world"), &check(), &execution).is_none());
    assert!(recognised(diff("hello"), &check(), &execution).is_none());
}

#[test]
fn tests_are_told_by_name_and_message() {
    let failing = |id: &str, message: &str| TestRecord {
        message: Some(message.into()),
        ..test(id, TestOutcome::Failed)
    };
    let raising = TestRecord {
        exception: Some(exception("KeyError", "'k'", &["shape.py"])),
        ..test("test_c", TestOutcome::Failed)
    };
    let run = pytest_run(vec![failing("test_a", "too late"), failing("test_b", "too early"), raising]);
    let check = pytest(&["test_a", "test_b", "test_c"]);
    let tests = |ids: &[&str]| MistakePattern {
        tests: ids.iter().map(|id| TestId::new(*id)).collect(),
        ..MistakePattern::default()
    };
    let found = |pattern| recognised(vec![pattern], &check, &run).is_some();
    assert!(found(tests(&["test_a", "test_b"])));
    assert!(!found(tests(&["test_a", "test_z"])));
    assert!(found(MistakePattern { message: regex("early"), ..MistakePattern::default() }));
    // Class and message must belong to the same test; the third test is shown in short, but known in full.
    let raises = |message| MistakePattern {
        raises: Some("LookupError".into()),
        message: regex(message),
        ..MistakePattern::default()
    };
    assert!(found(raises("k")));
    assert!(!found(raises("early")));
}

#[test]
fn a_message_is_looked_for_in_the_tests_that_are_named() {
    let failing = |id: &str, message: &str| TestRecord {
        message: Some(message.into()),
        ..test(id, TestOutcome::Failed)
    };
    let run = pytest_run(vec![failing("test_a", "too late"), failing("test_b", "too early")]);
    let check = pytest(&["test_a", "test_b"]);
    let early_in = |id: &str| {
        let when = MistakePattern {
            tests: vec![TestId::new(id)],
            message: regex("early"),
            ..MistakePattern::default()
        };
        recognised(vec![when], &check, &run)
    };
    assert!(early_in("test_b").is_some());
    assert!(early_in("test_a").is_none());
}

#[test]
fn the_test_that_the_feedback_speaks_of_is_shown_first_and_in_full() {
    let loud = |id: &str| TestRecord { stdout: id.into(), ..test(id, TestOutcome::Failed) };
    let run = pytest_run(vec![loud("test_a"), loud("test_b"), loud("test_c")]);
    let shown = |when: Option<MistakePattern>| {
        let mut exercise = exercise();
        exercise.mistakes = vec![Mistake { name: "slow".into(), feedback: "because".into(), when }];
        let verdict = judge(&exercise, &pytest(&["test_a", "test_b", "test_c"]), &run);
        let Verdict::Failed(failure) = verdict else { panic!("{verdict:?}") };
        let tests = failure.mismatches.into_iter().map(|mismatch| match mismatch {
            Mismatch::Test(test) => (test.id, test.stdout),
            other => panic!("{other:?}"),
        });
        tests.collect::<Vec<_>>()
    };
    let pair = |id: &str, stdout: &str| (id.to_owned(), stdout.to_owned());
    let in_order = [pair("test_a", "test_a"), pair("test_b", ""), pair("test_c", "")];
    assert_eq!(shown(None), in_order);
    let when = |id: &str| Some(MistakePattern { tests: vec![TestId::new(id)], ..MistakePattern::default() });
    assert_eq!(shown(when("test_a")), in_order);
    assert_eq!(shown(when("test_b")), [pair("test_b", "test_b"), pair("test_a", ""), pair("test_c", "")]);
}

#[test]
fn tests_that_must_pass_tell_mistakes_apart() {
    let check = pytest(&["test_a", "test_b"]);
    let outcomes = |a, b| pytest_run(vec![test("test_a", a), test("test_b", b)]);
    let only_a = MistakePattern {
        tests: vec![TestId::new("test_a")],
        passes: vec![TestId::new("test_b")],
        ..MistakePattern::default()
    };
    let found = |run| recognised(vec![only_a.clone()], &check, &run).is_some();
    assert!(found(outcomes(TestOutcome::Failed, TestOutcome::Passed)));
    assert!(!found(outcomes(TestOutcome::Failed, TestOutcome::Failed)));
}

#[test]
fn feedback_carries_the_courses_words() {
    let mut exercise = exercise();
    let when = Some(MistakePattern { stdout: regex("hello"), ..MistakePattern::default() });
    exercise.mistakes = vec![Mistake { name: "shy".into(), feedback: "Say more.".into(), when }];
    let Verdict::Failed(failure) = judge(&exercise, &check(), &ran("hello\n", "", 0)) else { panic!() };
    assert_eq!(failure.feedback.map(|feedback| feedback.text).as_deref(), Some("Say more."));
}
