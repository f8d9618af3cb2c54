use std::time::Duration;

use super::*;
use crate::judge::testing::{exercise, output};
use crate::model::check::{Check, CheckKind, Compare, PytestCheck, Split, Start};
use crate::model::names::TestId;
use crate::model::record::TestOutcome;
use crate::model::verdict::TestFailure;

/// An exercise with an `output` check and a suite, and what its starter declares.
fn declaring(starter: Option<StarterFailure>) -> Exercise {
    let file = crate::judge::testing::path("test_shape.py");
    let kind = CheckKind::Pytest(PytestCheck {
        file,
        tests: vec![TestId::new("test_a"), TestId::new("test_b[x]")],
        sentinels: Vec::new(),
        split: Split::Never,
        classes: Vec::new(),
    });
    let suite = Check { kind, always: false, start: Start::default() };
    Exercise { starter, checks: vec![output("x", Compare::default()), suite], ..exercise() }
}

fn declared(fails: Fails, raises: Option<&str>, message: Option<&str>) -> Option<StarterFailure> {
    let message = message.map(|text| Search::new(text).unwrap());
    Some(StarterFailure { fails, raises: raises.map(str::to_owned), message })
}

fn exception(class: &str, message: &str) -> PyException {
    PyException { class: class.into(), message: message.into(), ..PyException::default() }
}

fn test(id: &str, raised: Option<PyException>) -> Mismatch {
    Mismatch::Test(TestFailure {
        id: id.into(),
        outcome: TestOutcome::Failed,
        message: raised.is_none().then(|| "two sides make an area".into()),
        comparison: None,
        explanation: None,
        exception: raised,
        stdout: String::new(),
        stderr: String::new(),
    })
}

fn result(exercise: &Exercise, check: usize, mismatches: Vec<Mismatch>) -> Vec<CheckResult> {
    let check = &exercise.checks[check];
    let failure = Failure { mismatches, ..Failure::of(Mismatch::Signaled { signal: 0 }) };
    let (verdict, wall) = (Verdict::Failed(failure), Duration::ZERO);
    vec![CheckResult {
        check: check.label(),
        verdict,
        trust: check.trust(),
        tally: None,
        versions: vec![],
        wall,
    }]
}

#[test]
fn what_was_seen_can_be_pasted() {
    let exercise = declaring(None);
    let said = |check, mismatches| problem(&exercise, &result(&exercise, check, mismatches)).unwrap();
    let raised = || Some(exception("TypeError", "no"));
    assert!(
        said(1, vec![test("test_a", raised())]).ends_with("`starter: { fails: test_a, raises: TypeError }`")
    );
    let both = vec![test("test_a", None), test("test_b[x]", None)];
    assert!(said(1, both).ends_with("`starter: { fails: [test_a, \"test_b[x]\"] }`"));
    let many = (0..9).map(|_| test("test_a", None)).collect();
    assert!(said(1, many).ends_with("`starter: { fails: test_a }`"));
    let raised = Mismatch::Raised { exception: exception("shop.Closed", "") };
    assert!(said(0, vec![raised]).ends_with("`starter: { fails: output, raises: shop.Closed }`"));
}

#[test]
fn a_declaration_is_held_to_every_condition() {
    let tests = |ids: &[&str]| Fails::Tests(ids.iter().map(|id| TestId::new(*id)).collect());
    let holds = |starter, mismatches: Vec<Mismatch>| {
        let exercise = declaring(starter);
        problem(&exercise, &result(&exercise, 1, mismatches)).is_none()
    };
    let failing = || vec![test("test_a", None), test("test_b[x]", Some(exception("KeyError", "'x'")))];
    for (starter, wanted) in [
        (declared(tests(&["test_a"]), None, None), true),
        (declared(tests(&["test_a", "test_b[x]"]), None, None), true),
        (declared(tests(&["test_c"]), None, None), false),
        (declared(Fails::Check("pytest".into()), None, None), true),
        (declared(Fails::Check("output".into()), None, None), false),
        (declared(tests(&["test_a"]), Some("LookupError"), None), true),
        (declared(tests(&["test_a"]), Some("AssertionError"), None), true),
        (declared(tests(&["test_a"]), Some("TypeError"), None), false),
        (declared(tests(&["test_a"]), None, Some("two sides")), true),
        (declared(tests(&["test_a"]), None, Some("three sides")), false),
    ] {
        assert_eq!(holds(starter.clone(), failing()), wanted, "{starter:?}");
    }
}

#[test]
fn syntax_and_import_errors_are_the_lesson_only_when_declared() {
    let syntax = || vec![Mismatch::Syntax { exception: exception("IndentationError", "unexpected indent") }];
    let said = |raises, mismatches| {
        let exercise = declaring(declared(Fails::Check("pytest".into()), raises, None));
        problem(&exercise, &result(&exercise, 1, mismatches))
    };
    assert!(said(None, syntax()).unwrap().contains("is no valid Python (IndentationError)"));
    assert_eq!(said(Some("SyntaxError"), syntax()), None);
    let import =
        vec![Mismatch::Import { exception: exception("ModuleNotFoundError", "No module named 'x'") }];
    assert!(said(None, import.clone()).unwrap().contains("cannot be imported (ModuleNotFoundError)"));
    assert_eq!(said(Some("ImportError"), import), None);
}
