//! Whatever a job leaves behind: it is judged and reported without a panic, a pytest check passes only by records of
//! its locked tests and a clean end, and nothing that steers a terminal gets through.
//!
//! An input is the records, a line `--`, and what the program printed.
#![no_main]

use std::io::{self, Write};
use std::mem::discriminant;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use prolings::discover;
use prolings::judge::judge;
use prolings::model::check::{CallCase, CasesCheck, Check, CheckKind, Expect, PytestCheck};
use prolings::model::event::{CheckResult, Event};
use prolings::model::execution::{Captured, Ending, Execution};
use prolings::model::exercise::Exercise;
use prolings::model::names::{ExerciseName, TestId};
use prolings::model::plain::Plain;
use prolings::model::record::{Record, TestOutcome};
use prolings::model::verdict::Verdict;
use prolings::report::Reporter;
use prolings::report::jsonl::JsonLines;
use prolings::run::fuzzing;

/// An exercise of this project's own course for each kind of check, and that check. The tests of the pytest check are
/// others, so that the seeds stay good whatever becomes of the exercise.
static CHECKS: LazyLock<Vec<(Exercise, Check)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let course = discover::load(&root).unwrap_or_else(|errors| panic!("the course is broken: {errors:?}"));
    let mut found: Vec<(Exercise, Check)> = Vec::new();
    for exercise in course.exercises() {
        for check in &exercise.checks {
            if !found.iter().any(|(_, known)| discriminant(&known.kind) == discriminant(&check.kind)) {
                found.push((exercise.clone(), check.clone()));
            }
        }
    }
    for (_, check) in &mut found {
        if let CheckKind::Pytest(pytest) = &mut check.kind {
            pytest.tests = ["test_numbers", "test_texts"].map(TestId::new).to_vec();
        }
    }
    let (exercise, check) = found[0].clone();
    let module = exercise.edit[0].clone();
    let case = CallCase {
        call: "area".to_owned(),
        args: Vec::new(),
        kwargs: Vec::new(),
        expect: Expect::Returns(Plain::Int("6".to_owned())),
        stdout: None,
    };
    let cases = CheckKind::Cases(CasesCheck { module, table: vec![case], floats: None });
    found.push((exercise, Check { kind: cases, ..check }));
    found
});

fuzz_target!(|bytes: &[u8]| {
    let cut = bytes.windows(4).position(|window| window == b"\n--\n");
    let (records, printed) = cut.map_or((bytes, &[][..]), |at| (&bytes[..=at], &bytes[at + 4..]));
    let execution = execution(records, printed);
    for (exercise, check) in CHECKS.iter() {
        let verdict = judge(exercise, check, &execution);
        if let (Verdict::Passed { .. }, CheckKind::Pytest(pytest)) = (&verdict, &check.kind) {
            assert!(is_proved(pytest, &execution), "a pass without proof: {:?}", execution.records);
        }
        report(&exercise.name, check, verdict);
    }
});

fn execution(records: &[u8], printed: &[u8]) -> Execution {
    let (records, bad_records) = fuzzing::records(records);
    Execution {
        records,
        bad_records,
        stdout: Captured::whole(printed),
        stderr: Captured::whole(printed),
        ..Execution::without_run(Ending::Exited(0))
    }
}

/// The rule for a pass in its plainest form: each locked test once, passed, and one clean end.
fn is_proved(check: &PytestCheck, execution: &Execution) -> bool {
    let ends = execution.records.iter().filter(|record| matches!(record, Record::Finished { .. })).count();
    let clean = execution.records.last() == Some(&Record::Finished { status: 0 });
    let mut reported: Vec<&str> = Vec::new();
    for record in &execution.records {
        match record {
            Record::Test(test) if test.outcome == TestOutcome::Passed => reported.push(&test.id),
            Record::Test(_) | Record::LoadFailed { .. } => return false,
            _ => {}
        }
    }
    let mut locked: Vec<&str> = check.tests.iter().map(|id| id.as_str()).collect();
    locked.sort_unstable();
    reported.sort_unstable();
    ends == 1 && clean && execution.bad_records == 0 && locked == reported
}

fn report(exercise: &ExerciseName, check: &Check, verdict: Verdict) {
    let out = Kept::default();
    let result = CheckResult { check: check.label(), verdict, trust: check.trust(), wall: Duration::ZERO };
    let event = Event::JobFinished { exercise: exercise.clone(), result };
    JsonLines::new(Box::new(out.clone())).on(&event).expect("memory takes everything");
    let line = out.0.lock().expect("one thread");
    assert!(!line.contains(&0x1b), "an escape in a report");
    assert_eq!(line.iter().filter(|&&byte| byte == b'\n').count(), 1, "one line an event");
}

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("one thread").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
