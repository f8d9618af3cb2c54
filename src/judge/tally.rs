//! Counts the tests or calls of a check that passed, for partial credit. Counts nothing where a run was tampered with or
//! broke off: what cannot be trusted earns nothing.

use super::told::Told;
use crate::model::check::{Check, CheckKind, MutantsCheck, PytestCheck};
use crate::model::execution::Execution;
use crate::model::grade::Tally;
use crate::model::record::TestOutcome;
use crate::model::verdict::{Mismatch, Verdict, VersionOutcome, VersionResult};

/// How many tests or calls of a check passed; `None` for checks that have none and for verdicts that count nothing.
pub fn tally(check: &Check, execution: &Execution, verdict: &Verdict) -> Option<Tally> {
    let total = match &check.kind {
        CheckKind::Pytest(check) => check.tests.len(),
        CheckKind::Cases(check) => check.table.len(),
        _ => return None,
    };
    let passed = match (verdict, &check.kind) {
        (Verdict::Passed { .. }, _) => total,
        (Verdict::Failed(failure), CheckKind::Pytest(check)) => {
            let honest =
                |mismatch: &Mismatch| matches!(mismatch, Mismatch::Test(_) | Mismatch::TimedOut { .. });
            if failure.mismatches.iter().all(honest) { passed_tests(check, execution) } else { 0 }
        }
        (Verdict::Failed(failure), _) => {
            let honest =
                |mismatch: &Mismatch| matches!(mismatch, Mismatch::Call { .. } | Mismatch::Output { .. });
            let wrong = |mismatch: &&Mismatch| matches!(mismatch, Mismatch::Call { .. });
            if failure.mismatches.iter().all(honest) {
                total.saturating_sub(failure.mismatches.iter().filter(wrong).count())
            } else {
                0
            }
        }
        (Verdict::Fault(_) | Verdict::Skipped { .. }, _) => return None,
    };
    Some(Tally { passed, total })
}

/// How many wrong versions of the code the learner's tests killed; none, where they are wrong about right code.
pub fn versions_tally(check: &MutantsCheck, results: &[VersionResult], verdict: &Verdict) -> Option<Tally> {
    if matches!(verdict, Verdict::Fault(_) | Verdict::Skipped { .. }) {
        return None;
    }
    let total = check.versions.iter().filter(|version| version.defect().is_some()).count();
    let killed = results.iter().filter(|result| result.outcome == VersionOutcome::Killed).count();
    Some(Tally { passed: killed, total })
}

/// Locked tests that reported once, and passed.
fn passed_tests(check: &PytestCheck, execution: &Execution) -> usize {
    let told = Told::read(execution);
    let passed = |id: &str| {
        let mut reports = told.tests.iter().filter(|test| test.id == id);
        matches!((reports.next(), reports.next()), (Some(test), None) if test.outcome == TestOutcome::Passed)
    };
    check.tests.iter().filter(|id| passed(id.as_str())).count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{judged, pytest, pytest_run, test};
    use super::*;
    use crate::model::record::Record;
    use crate::model::record::TestOutcome::{Failed, Passed};

    const THREE: [&str; 3] = ["test_a", "test_b", "test_c"];

    fn tallied(run: &Execution) -> Option<Tally> {
        let check = pytest(&THREE);
        tally(&check, run, &judged(&check, run))
    }

    #[test]
    fn tests_that_passed_count() {
        let run = pytest_run(vec![test("test_a", Passed), test("test_b", Failed), test("test_c", Passed)]);
        assert_eq!(tallied(&run), Some(Tally { passed: 2, total: 3 }));
        let run = pytest_run(THREE.map(|id| test(id, Passed)).to_vec());
        assert_eq!(tallied(&run), Some(Tally { passed: 3, total: 3 }));
    }

    #[test]
    fn a_run_that_cannot_be_trusted_earns_nothing() {
        let mut run =
            pytest_run(vec![test("test_a", Passed), test("test_b", Failed), test("test_c", Passed)]);
        run.records.insert(2, Record::Test(test("test_a", Passed)));
        assert_eq!(tallied(&run), Some(Tally { passed: 0, total: 3 }), "reported twice");
        let mut run = pytest_run(THREE.map(|id| test(id, Passed)).to_vec());
        run.records.pop();
        assert_eq!(tallied(&run), Some(Tally { passed: 0, total: 3 }), "no end");
    }

    #[test]
    fn what_was_not_judged_has_no_tally() {
        assert_eq!(tallied(&pytest_run(vec![])), None, "no tests: a fault");
    }
}
