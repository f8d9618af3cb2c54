//! What an exercise earns: its points, by its rule of credit.

use crate::model::event::{CheckResult, Status};
use crate::model::exercise::Exercise;
use crate::model::grade::{Credit, Score};
use crate::model::verdict::Verdict;

/// The points that these checks earn. What could not be judged earns nothing, and what was not judged cannot be earned.
pub(super) fn score(exercise: &Exercise, checks: &[CheckResult], status: Status) -> Score {
    let possible = f64::from(exercise.points);
    let share = match (status, exercise.credit) {
        (Status::Skipped | Status::Fault | Status::Cancelled, _) => return Score::default(),
        (Status::Passed, _) => 1.0,
        (Status::Failed, Credit::All) => 0.0,
        (Status::Failed, credit) => mean(exercise, checks, |check| share(check, credit)),
    };
    Score { earned: possible * share, possible }
}

/// The mean over all checks of the exercise: one that did not run earns nothing.
fn mean(exercise: &Exercise, checks: &[CheckResult], share: impl Fn(&CheckResult) -> f64) -> f64 {
    let all = u32::try_from(exercise.checks.len().max(1)).unwrap_or(u32::MAX);
    checks.iter().map(share).sum::<f64>() / f64::from(all)
}

#[expect(clippy::cast_precision_loss, reason = "no check has so many tests")]
fn share(check: &CheckResult, credit: Credit) -> f64 {
    match (&check.verdict, check.tally) {
        (Verdict::Passed { .. }, _) => 1.0,
        (Verdict::Failed(_), Some(tally)) if credit == Credit::Tests && tally.total > 0 => {
            tally.passed as f64 / tally.total as f64
        }
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::testing::{exercise, pytest};
    use super::*;
    use crate::model::grade::Tally;
    use crate::model::verdict::{Failure, Mismatch};

    fn failed(tally: Option<Tally>) -> CheckResult {
        let verdict = Verdict::Failed(Failure::of(Mismatch::Signaled { signal: 9 }));
        let trust = crate::model::check::Trust::NotForgeryProof;
        CheckResult { check: "a".into(), verdict, trust, tally, versions: vec![], wall: Duration::ZERO }
    }

    fn passed() -> CheckResult {
        CheckResult { verdict: Verdict::PASSED, ..failed(None) }
    }

    fn earned(credit: Credit, checks: &[CheckResult]) -> f64 {
        let all = vec![pytest(&["test_a"]), pytest(&["test_b"])];
        let exercise = Exercise { points: 4, credit, checks: all, ..exercise() };
        score(&exercise, checks, Status::Failed).earned
    }

    #[test]
    fn credit_is_given_by_rule() {
        let half = || failed(Some(Tally { passed: 1, total: 2 }));
        assert!((earned(Credit::All, &[passed(), half()]) - 0.0).abs() < 1e-9);
        assert!((earned(Credit::Checks, &[passed(), half()]) - 2.0).abs() < 1e-9);
        assert!((earned(Credit::Tests, &[passed(), half()]) - 3.0).abs() < 1e-9);
        assert!(
            (earned(Credit::Tests, &[half()]) - 1.0).abs() < 1e-9,
            "the check that did not run earns nothing"
        );
        assert!((earned(Credit::Tests, &[failed(None)]) - 0.0).abs() < 1e-9);
    }

    #[test]
    fn what_was_not_judged_does_not_count() {
        for status in [Status::Fault, Status::Skipped, Status::Cancelled] {
            assert_eq!(score(&exercise(), &[], status), Score::default());
        }
        assert_eq!(score(&exercise(), &[passed()], Status::Passed), Score { earned: 1.0, possible: 1.0 });
    }
}
