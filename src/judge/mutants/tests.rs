use super::*;
use crate::judge::testing::{check, exception, exercise, path, pytest_run, reported, test};
use crate::model::check::{CheckKind, Source, VersionFile};
use crate::model::record::{Frame, Record};

/// A check whose learner writes `shape.py`, the file that the test exercise edits, as tests of `area.py`.
fn mutants(killed_by: Vec<KilledBy>) -> Check {
    let version = |name: &str, role| CodeVersion {
        name: name.into(),
        role,
        files: vec![VersionFile { path: path("area.py"), source: path(&format!("mutants/{name}/area.py")) }],
    };
    let defect = Defect { hint: "Try both sides.".into(), killed_by };
    let versions = vec![version("good", Role::Good), version("adds", Role::Bad(defect))];
    check(CheckKind::Mutants(MutantsCheck { tests: path("shape.py"), versions, source: Source::Hidden }))
}

fn versions(check: &Check) -> (&CodeVersion, &CodeVersion) {
    let CheckKind::Mutants(mutants) = &check.kind else { panic!("it is one") };
    (&mutants.versions[0], &mutants.versions[1])
}

fn on_good(execution: &Execution) -> Result<Baseline, Box<Verdict>> {
    let check = mutants(vec![]);
    right(&exercise(), &check, versions(&check).0, None, execution)
}

/// What comes of a run on the bad version, after a good run in which `test_a` passed.
fn on_bad(killed_by: Vec<KilledBy>, execution: &Execution) -> Result<Judged, Box<Verdict>> {
    let check = mutants(killed_by);
    let baseline = on_good(&pytest_run(vec![test("test_a", TestOutcome::Passed)])).unwrap();
    let bad = versions(&check).1;
    wrong(&exercise(), &check, bad, bad.defect().unwrap(), &baseline, execution)
}

/// The verdict that a run settles.
fn settled<T: std::fmt::Debug>(judged: Result<T, Box<Verdict>>) -> Verdict {
    *judged.unwrap_err()
}

fn is_killed(judged: &Result<Judged, Box<Verdict>>) -> bool {
    matches!(judged, Ok(Judged::Killed(_)))
}

fn instead(judged: Result<Judged, Box<Verdict>>) -> Option<NotCounted> {
    match judged {
        Ok(Judged::Survived(_, survivor)) => survivor.instead,
        other => panic!("{other:?}"),
    }
}

fn raised(class: &str, files: &[&str]) -> TestRecord {
    let exception = Some(exception(class, "why", files));
    TestRecord { exception, ..test("test_a", TestOutcome::Failed) }
}

#[test]
fn a_failed_assertion_of_the_tests_kills() {
    assert!(is_killed(&on_bad(vec![], &pytest_run(vec![test("test_a", TestOutcome::Failed)]))));
    let by_library = raised("AssertionError", &["shape.py", "/usr/lib/python3/unittest/case.py"]);
    assert!(is_killed(&on_bad(vec![], &pytest_run(vec![by_library]))));
    assert_eq!(instead(on_bad(vec![], &pytest_run(vec![test("test_a", TestOutcome::Passed)]))), None);
}

#[test]
fn an_assertion_in_the_code_under_test_is_none_of_the_tests() {
    let run = pytest_run(vec![raised("AssertionError", &["shape.py", "area.py"])]);
    assert!(matches!(instead(on_bad(vec![], &run)), Some(NotCounted::Raised { .. })));
}

#[test]
fn an_exception_kills_where_it_is_declared() {
    let run = pytest_run(vec![raised("ZeroDivisionError", &["shape.py", "area.py"])]);
    let Some(NotCounted::Raised { test, exception }) = instead(on_bad(vec![], &run)) else {
        panic!("raised")
    };
    assert_eq!((test.as_str(), exception.class.as_str()), ("test_a", "ZeroDivisionError"));
    let by = |class: &str| vec![KilledBy::Exception(class.into())];
    assert!(is_killed(&on_bad(by("ZeroDivisionError"), &run)));
    assert!(is_killed(&on_bad(by("ArithmeticError"), &run)), "a subclass fits");
    assert!(!is_killed(&on_bad(by("KeyError"), &run)));
}

#[test]
fn only_a_test_that_passed_on_the_good_version_kills() {
    let other = pytest_run(vec![test("test_only_here", TestOutcome::Failed)]);
    assert_eq!(instead(on_bad(vec![], &other)), None);
}

#[test]
fn an_endless_run_kills_where_that_is_declared() {
    let run = Execution {
        ending: Ending::TimedOut(Duration::from_secs(2)),
        ..reported(vec![Record::Collected { tests: vec!["test_a".into()] }], 0)
    };
    assert_eq!(instead(on_bad(vec![], &run)), Some(NotCounted::TimedOut { seconds: 2.0 }));
    assert!(is_killed(&on_bad(vec![KilledBy::Timeout], &run)));
    let baseline = Baseline { passed: BTreeSet::new(), wall: Duration::from_millis(500) };
    let limits = |time| baseline.limits(Limits { time, ..Limits::default() }).time;
    assert_eq!(limits(Duration::from_secs(60)), Duration::from_secs(5));
    assert_eq!(limits(Duration::from_secs(1)), Duration::from_secs(1));
}

#[test]
fn a_run_that_is_broken_off_kills_nothing() {
    let ended = |ending| Execution {
        ending,
        records: vec![Record::Started { protocol: 1 }, Record::Collected { tests: vec!["test_a".into()] }],
        ..Execution::without_run(Ending::Exited(0))
    };
    assert_eq!(instead(on_bad(vec![], &ended(Ending::Exited(0)))), Some(NotCounted::Ended));
    assert_eq!(instead(on_bad(vec![], &ended(Ending::Signaled(9)))), Some(NotCounted::Ended));
    assert!(matches!(settled(on_bad(vec![], &ended(Ending::Cancelled))), Verdict::Skipped { .. }));
    assert!(matches!(settled(on_bad(vec![], &ended(Ending::NotRun("why".into())))), Verdict::Fault(_)));
}

#[test]
fn code_that_cannot_be_imported_is_the_courses_fault_and_a_call_is_not() {
    let load = |function: &str| {
        let frame = |file: &str, function: &str| Frame {
            file: file.into(),
            line: 1,
            function: function.into(),
            source: None,
        };
        let frames = vec![frame("shape.py", "<module>"), frame("area.py", function)];
        let raised = PyException { frames, ..exception("KeyError", "why", &[]) };
        reported(vec![Record::LoadFailed { exception: raised }], 2)
    };
    assert!(matches!(settled(on_bad(vec![], &load("<module>"))), Verdict::Fault(_)));
    assert!(matches!(settled(on_good(&load("<module>"))), Verdict::Fault(_)));
    assert!(matches!(instead(on_bad(vec![], &load("area"))), Some(NotCounted::NotLoaded { .. })));
    let Verdict::Failed(failure) = settled(on_good(&load("area"))) else { panic!("the learner's doing") };
    assert!(matches!(failure.mismatches[..], [Mismatch::Raised { .. }]), "{failure:?}");
}

#[test]
fn a_forged_report_is_no_kill() {
    let twice = pytest_run(vec![test("test_a", TestOutcome::Failed), test("test_a", TestOutcome::Passed)]);
    assert!(matches!(settled(on_bad(vec![], &twice)), Verdict::Failed(_)));
    let garbage = Execution { bad_records: 1, ..pytest_run(vec![test("test_a", TestOutcome::Failed)]) };
    assert!(matches!(settled(on_bad(vec![], &garbage)), Verdict::Failed(_)));
}

#[test]
fn tests_must_be_there_and_pass_on_right_code() {
    let mismatches = |execution: &Execution| match settled(on_good(execution)) {
        Verdict::Failed(failure) => failure.mismatches,
        other => panic!("{other:?}"),
    };
    let none = reported(vec![Record::Collected { tests: vec![] }], 5);
    assert!(matches!(&mismatches(&none)[..], [Mismatch::NoTests { skipped, .. }] if skipped.is_empty()));
    let skipped = pytest_run(vec![test("test_a", TestOutcome::Skipped)]);
    let skipped = Execution { ending: Ending::Exited(0), ..skipped };
    let skipped = Execution {
        records: skipped
            .records
            .into_iter()
            .map(|record| match record {
                Record::Finished { .. } => Record::Finished { status: 0 },
                other => other,
            })
            .collect(),
        ..skipped
    };
    assert!(
        matches!(&mismatches(&skipped)[..], [Mismatch::NoTests { skipped, .. }] if *skipped == ["test_a"])
    );
    let failing = pytest_run(vec![test("test_a", TestOutcome::Failed)]);
    assert!(matches!(
        &mismatches(&failing)[..],
        [Mismatch::RightCodeFails { passed_before: false, .. }, Mismatch::Test(_)]
    ));
    let silent = Execution { records: vec![], ..reported(vec![], 0) };
    assert!(matches!(settled(on_good(&silent)), Verdict::Fault(_)));
}
