//! Builders for the tests of the judges.

use std::path::PathBuf;

use crate::model::check::{
    CallCase, CasesCheck, Check, CheckKind, Compare, OutputCheck, PytestCheck, Split, Start,
};
use crate::model::execution::{Captured, Ending, Execution};
use crate::model::exercise::{Exercise, ManifestHash};
use crate::model::grade::Credit;
use crate::model::limits::Limits;
use crate::model::names::{ExerciseName, RelPath, TestId, TopicName};
use crate::model::record::{Frame, PyException, Record, TestOutcome, TestRecord};
use crate::model::verdict::{Failure, Mismatch, Verdict};

/// An exercise whose learner edits `shape.py`.
pub(super) fn exercise() -> Exercise {
    Exercise {
        name: ExerciseName::new("shape"),
        aliases: vec![],
        topic: TopicName::new("t"),
        folder: PathBuf::new(),
        solution: PathBuf::new(),
        title: String::new(),
        covers: vec![],
        level: 1,
        edit: vec![path("shape.py")],
        protected: vec![],
        groups: std::collections::BTreeSet::new(),
        needs: vec![],
        after: vec![],
        python: None,
        points: 1,
        credit: Credit::default(),
        limits: Limits::default(),
        checks: vec![],
        hints: vec![],
        mistakes: vec![],
        starter: None,
        style: crate::model::exercise::Style::default(),
        equivalent: vec![],
        manifest: ManifestHash::default(),
    }
}

pub(super) fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

pub(super) fn check(kind: CheckKind) -> Check {
    Check { kind, always: false, start: Start::default() }
}

pub(super) fn output(stdout: impl Into<Vec<u8>>, compare: Compare) -> Check {
    check(CheckKind::Output(OutputCheck {
        script: path("shape.py"),
        args: vec![],
        stdin: vec![],
        stdout: stdout.into(),
        stdout_file: None,
        exit_code: 0,
        compare,
    }))
}

pub(super) fn cases(table: Vec<CallCase>) -> Check {
    check(CheckKind::Cases(CasesCheck { module: path("shape.py"), table, floats: None }))
}

pub(super) fn pytest(tests: &[&str]) -> Check {
    let tests = tests.iter().map(|id| TestId::new(*id)).collect();
    check(CheckKind::Pytest(PytestCheck {
        file: path("test_shape.py"),
        tests,
        sentinels: Vec::new(),
        split: Split::Never,
        classes: Vec::new(),
    }))
}

/// An execution in `/job` that ended by itself.
pub(super) fn ran(stdout: impl Into<Vec<u8>>, stderr: &str, code: i32) -> Execution {
    Execution {
        stdout: Captured::whole(stdout),
        stderr: Captured::whole(stderr),
        workdir: PathBuf::from("/job"),
        ..Execution::without_run(Ending::Exited(code))
    }
}

/// An execution with these records between a start and an end with `code`.
pub(super) fn reported(records: Vec<Record>, code: i32) -> Execution {
    let mut all = vec![Record::Started { protocol: 1 }];
    all.extend(records);
    all.push(Record::Finished { status: code });
    Execution { records: all, ..ran("", "", code) }
}

/// A pytest run that collected and ended all of these tests.
pub(super) fn pytest_run(tests: Vec<TestRecord>) -> Execution {
    let failed = tests.iter().any(|test| test.outcome != TestOutcome::Passed);
    let mut records = vec![Record::Collected { tests: tests.iter().map(|test| test.id.clone()).collect() }];
    records.extend(tests.into_iter().map(Record::Test));
    reported(records, i32::from(failed))
}

pub(super) fn test(id: &str, outcome: TestOutcome) -> TestRecord {
    TestRecord {
        id: id.into(),
        outcome,
        phase: "call".into(),
        exception: None,
        message: None,
        comparison: None,
        explanation: None,
        stdout: String::new(),
        stderr: String::new(),
        seconds: 0.0,
    }
}

pub(super) fn exception(class: &str, message: &str, files: &[&str]) -> PyException {
    let frame = |(index, file): (usize, &&str)| Frame {
        file: (*file).into(),
        line: u32::try_from(index).unwrap() + 1,
        function: "f".into(),
        source: Some("call()".into()),
    };
    PyException {
        class: class.into(),
        message: message.into(),
        frames: files.iter().enumerate().map(frame).collect(),
        ..PyException::default()
    }
}

pub(super) fn judged(check: &Check, execution: &Execution) -> Verdict {
    super::judge(&exercise(), check, execution)
}

/// The failure that the verdict must be.
pub(super) fn failed(check: &Check, execution: &Execution) -> Failure {
    match judged(check, execution) {
        Verdict::Failed(failure) => failure,
        other => panic!("{other:?}"),
    }
}

/// The kinds of the mismatches, as their JSON names them.
pub(super) fn kinds(mismatches: &[Mismatch]) -> Vec<String> {
    let kind = |mismatch| serde_json::to_value(mismatch).unwrap()["kind"].as_str().unwrap().to_owned();
    mismatches.iter().map(kind).collect()
}
