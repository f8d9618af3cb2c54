//! When a pytest run is a pass, and what is said when it is none.

use super::super::testing::{exception, failed, judged, kinds, pytest, pytest_run, ran, reported, test};
use super::*;
use crate::model::record::TestOutcome::{Failed, Passed, Skipped};
use crate::model::record::{Comparison, PyException, Record, SyntaxDetails};

const BOTH: [&str; 2] = ["test_a", "test_b"];

fn both_passed() -> Execution {
    pytest_run(vec![test("test_a", Passed), test("test_b", Passed)])
}

/// The tests and the words of the only mismatch, which must be missing tests.
fn missing(execution: &Execution) -> (Vec<String>, String) {
    match failed(&pytest(&BOTH), execution).mismatches.as_slice() {
        [Mismatch::TestsMissing { tests, how }] => (tests.clone(), how.to_string()),
        other => panic!("{other:?}"),
    }
}

fn fault(check: &[&str], execution: &Execution) -> Fault {
    match judged(&pytest(check), execution) {
        Verdict::Fault(fault) => fault,
        other => panic!("{other:?}"),
    }
}

fn load_failed(exception: PyException) -> Execution {
    reported(vec![Record::LoadFailed { exception }, Record::Collected { tests: vec![] }], 2)
}

#[test]
fn every_locked_test_must_pass_once() {
    assert_eq!(judged(&pytest(&BOTH), &both_passed()), Verdict::PASSED);
}

#[test]
fn nothing_less_is_a_pass() {
    type Change = fn(&mut Execution);
    let changes: [(&str, Change); 10] = [
        ("exit code", |run| run.ending = crate::model::execution::Ending::Exited(1)),
        ("bad records", |run| run.bad_records = 1),
        ("no end", |run| drop(run.records.pop())),
        ("two ends", |run| run.records.push(Record::Finished { status: 0 })),
        ("late test", |run| run.records.push(Record::Test(test("test_a", Passed)))),
        ("status", |run| {
            run.records.pop();
            run.records.push(Record::Finished { status: 3 });
        }),
        ("no start", |run| drop(run.records.remove(0))),
        ("doubled", |run| run.records.insert(2, Record::Test(test("test_a", Passed)))),
        ("removed", |run| drop(run.records.remove(2))),
        ("unknown", |run| run.records.insert(2, Record::Test(test("test_z", Passed)))),
    ];
    for (name, change) in changes {
        let mut run = both_passed();
        change(&mut run);
        assert!(matches!(judged(&pytest(&BOTH), &run), Verdict::Failed(_)), "{name}");
    }
}

#[test]
fn a_run_that_ends_early_names_what_is_missing() {
    let mut run = both_passed();
    run.records.truncate(3);
    let (tests, how) = missing(&run);
    assert_eq!(tests, ["test_b"]);
    assert!(how.contains("os._exit(0)"), "{how}");

    let at_import = crate::model::execution::Execution {
        records: vec![Record::Started { protocol: 1 }],
        ..ran("", "", 7)
    };
    let (tests, how) = missing(&at_import);
    assert_eq!(tests, BOTH);
    assert!(how.contains("exit code 7"), "{how}");
}

#[test]
fn doubled_reports_are_named() {
    let mut run = both_passed();
    run.records.insert(2, Record::Test(test("test_b", Passed)));
    let (tests, how) = missing(&run);
    assert_eq!(tests, ["test_b"]);
    assert!(how.starts_with("the test run was tampered with or ran twice"), "{how}");
}

#[test]
fn a_stale_lock_no_tests_and_skips_are_the_courses_fault() {
    assert!(fault(&["test_a"], &both_passed()).help.contains("dev bless shape"));
    let details = fault(&["test_a", "test_b", "test_c"], &both_passed()).details;
    assert!(details.contains("test_c"), "{details}");
    let nothing = reported(vec![Record::Collected { tests: vec![] }], 5);
    assert!(fault(&BOTH, &nothing).what.contains("no tests"));
    let skipped = pytest_run(vec![test("test_a", Passed), test("test_b", Skipped)]);
    assert_eq!(fault(&BOTH, &skipped).details, "test_b");
    assert!(fault(&BOTH, &ran("", "no module named pytest", 1)).details.contains("pytest"));
}

#[test]
fn the_first_failure_is_told_in_full_and_the_others_in_short() {
    let failing = |id: &str| TestRecord {
        message: Some("area must be positive".into()),
        comparison: Some(Comparison { op: "==".into(), left: "3".into(), right: "4".into() }),
        explanation: Some("assert 3 == 4".into()),
        stdout: "debug\n".into(),
        ..test(id, Failed)
    };
    let raising = TestRecord {
        exception: Some(exception("TypeError", "no", &["test_shape.py", "shape.py", "lib.py"])),
        ..test("test_c", Failed)
    };
    let run = pytest_run(vec![failing("test_a"), failing("test_b"), raising]);
    let failure = failed(&pytest(&["test_a", "test_b", "test_c"]), &run);
    let [Mismatch::Test(first), Mismatch::Test(second), Mismatch::Test(third)] =
        failure.mismatches.as_slice()
    else {
        panic!("{failure:?}")
    };
    assert_eq!(first.message.as_deref(), Some("area must be positive"));
    assert_eq!((first.stdout.as_str(), second.stdout.as_str()), ("debug\n", ""));
    assert_eq!(first.explanation, None);
    let sides = &second.comparison.as_ref().unwrap().sides;
    assert_eq!((sides.left.as_str(), sides.right.as_str()), ("3", "4"));
    assert_eq!(
        third.exception.as_ref().map(|raised| (raised.class.as_str(), raised.frames.len())),
        Some(("TypeError", 0))
    );
}

#[test]
fn exceptions_keep_the_learners_frames() {
    let raised =
        exception("TypeError", "in /job/shape.py", &["test_shape.py", "shape.py", "/usr/lib/json.py"]);
    let run = pytest_run(vec![TestRecord { exception: Some(raised), ..test("test_a", Failed) }]);
    let failure = failed(&pytest(&["test_a"]), &run);
    let [Mismatch::Test(shown)] = failure.mismatches.as_slice() else { panic!("{failure:?}") };
    let shown = shown.exception.as_ref().unwrap();
    assert_eq!(shown.frames.iter().map(|frame| frame.file.as_str()).collect::<Vec<_>>(), ["shape.py"]);
    assert_eq!(shown.message, "in shape.py");
}

#[test]
fn the_tests_own_assert_is_no_exception_but_the_learners_is() {
    let shown = |record: TestRecord| {
        let failure = failed(&pytest(&["test_a"]), &pytest_run(vec![record]));
        match failure.mismatches.into_iter().next() {
            Some(Mismatch::Test(shown)) => shown,
            other => panic!("{other:?}"),
        }
    };
    let own = exception("AssertionError", "n must be even", &["test_shape.py", "shape.py"]);
    assert!(shown(TestRecord { exception: Some(own), ..test("test_a", Failed) }).exception.is_some());
    let tests = exception("AssertionError", "assert not True", &["test_shape.py"]);
    let told = shown(TestRecord { exception: Some(tests), ..test("test_a", Failed) });
    assert_eq!((told.exception, told.explanation.as_deref()), (None, Some("assert not True")));
}

#[test]
fn long_values_get_a_diff_with_the_wanted_value_expected() {
    let sides = |op: &str| Comparison { op: op.into(), left: "a\nB\n".into(), right: "a\nb\n".into() };
    let shown = |op: &str| {
        let record = TestRecord { comparison: Some(sides(op)), ..test("test_a", Failed) };
        match failed(&pytest(&["test_a"]), &pytest_run(vec![record])).mismatches.as_slice() {
            [Mismatch::Test(test)] => test.comparison.clone().unwrap().diff,
            other => panic!("{other:?}"),
        }
    };
    let text = serde_json::to_string(&shown("==").unwrap().lines).unwrap();
    assert_eq!(
        text,
        r#"[{"line":"same","text":"a"},{"line":"missing","words":[{"text":"b","changed":true}],"newline":true},{"line":"extra","words":[{"text":"B","changed":true}],"newline":true}]"#
    );
    assert_eq!(shown("in"), None);
}

#[test]
fn what_keeps_the_learners_file_from_loading_is_one_verdict() {
    let mut syntax = exception("SyntaxError", "invalid syntax (shape.py, line 3)", &["test_shape.py"]);
    let details =
        SyntaxDetails { file: "shape.py".into(), line: 3, column: Some(7), end_column: None, text: None };
    syntax.syntax = Some(details);
    let failure = failed(&pytest(&BOTH), &load_failed(syntax));
    let [Mismatch::Syntax { exception: shown }] = failure.mismatches.as_slice() else {
        panic!("{failure:?}")
    };
    assert_eq!(shown.message, "invalid syntax");

    for (class, message, files, kind) in [
        (
            "ImportError",
            "cannot import name 'Area' from 'shape' (/job/shape.py)",
            ["test_shape.py"],
            "import",
        ),
        ("ModuleNotFoundError", "No module named 'shape'", ["test_shape.py"], "import"),
        ("AttributeError", "module 'shape' has no attribute 'Area'", ["test_shape.py"], "import"),
        ("ModuleNotFoundError", "No module named 'nunpy'", ["shape.py"], "import"),
        ("ValueError", "no", ["shape.py"], "raised"),
    ] {
        let failure = failed(&pytest(&BOTH), &load_failed(exception(class, message, &files)));
        assert_eq!(kinds(&failure.mismatches), [kind], "{message}");
    }
    let failure =
        failed(&pytest(&BOTH), &load_failed(exception("SystemExit", "0", &["test_shape.py", "shape.py"])));
    assert_eq!(kinds(&failure.mismatches), ["tests_missing", "raised"]);

    for (class, message) in
        [("ModuleNotFoundError", "No module named 'numpy'"), ("NameError", "name 'x' is not defined")]
    {
        let fault = fault(&BOTH, &load_failed(exception(class, message, &["test_shape.py"])));
        assert!(fault.details.contains(message), "{fault:?}");
    }
}

#[test]
fn tests_that_all_fail_for_one_cause_are_one_mismatch() {
    let record = |id: &str| TestRecord {
        exception: Some(exception(
            "ImportError",
            "cannot import name 'x' from 'shape' (/job/shape.py)",
            &["test_shape.py"],
        )),
        ..test(id, Failed)
    };
    let failure = failed(&pytest(&BOTH), &pytest_run(vec![record("test_a"), record("test_b")]));
    assert_eq!(kinds(&failure.mismatches), ["import"]);
}

#[test]
fn texts_are_bounded() {
    let huge = "x".repeat(1_000_000);
    let record = TestRecord {
        message: Some(huge.clone()),
        comparison: Some(Comparison { op: "==".into(), left: huge.clone(), right: huge.clone() + "y" }),
        stdout: huge.clone(),
        exception: Some(exception(&huge, &huge, &["shape.py"])),
        ..test("test_a", Failed)
    };
    let failure = failed(&pytest(&["test_a"]), &pytest_run(vec![record]));
    let size = serde_json::to_string(&failure).unwrap().len();
    assert!(size < 8 * super::super::text::KEPT, "{size}");
}

#[test]
fn a_missing_attribute_is_told_test_by_test() {
    let raised =
        || Some(exception("AttributeError", "module 'shape' has no attribute 'area'", &["test_shape.py"]));
    let run = pytest_run(vec![
        TestRecord { exception: raised(), ..test("test_a", Failed) },
        TestRecord { exception: raised(), ..test("test_b", Failed) },
    ]);
    assert_eq!(kinds(&failed(&pytest(&BOTH), &run).mismatches), ["test", "test"]);
}

#[test]
fn a_report_that_cannot_be_read_accuses_nobody() {
    let mut run = both_passed();
    run.bad_records = 1;
    assert!(missing(&run).1.contains("could not be read"));
}

/// A check with a test that must fail, and a run of it in which the locked tests passed and that one ended like this.
fn with_sentinel(outcome: crate::model::record::TestOutcome) -> (Check, Execution) {
    let mut check = pytest(&BOTH);
    let CheckKind::Pytest(kind) = &mut check.kind else { unreachable!("it is a pytest check") };
    kind.sentinels = vec![crate::model::names::TestId::new("test_never")];
    (check, pytest_run(vec![test("test_a", Passed), test("test_b", Passed), test("test_never", outcome)]))
}

#[test]
fn a_sentinel_that_fails_is_no_failure() {
    let (check, run) = with_sentinel(Failed);
    assert_eq!(judged(&check, &run), Verdict::PASSED);
}

#[test]
fn a_sentinel_that_does_not_fail_proves_forgery() {
    for outcome in [Passed, Skipped] {
        let (check, run) = with_sentinel(outcome);
        let found = failed(&check, &run).mismatches;
        let [Mismatch::TestsMissing { tests, how }] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(tests, &["test_never"], "{outcome:?}");
        assert!(how.contains("must fail"), "{how}");
    }
    let (check, mut run) = with_sentinel(Failed);
    run.records.remove(4);
    assert!(matches!(judged(&check, &run), Verdict::Failed(_)), "it did not report");
    let (check, mut run) = with_sentinel(Failed);
    run.records.pop();
    run.records.push(Record::Finished { status: 0 });
    assert!(matches!(judged(&check, &run), Verdict::Failed(_)), "pytest says that all passed");
}
