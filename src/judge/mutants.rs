//! Judges tests that the learner writes, by what they say of each version of the code.
//!
//! They must pass on right versions, and fail on each wrong one for the right reason: by an assertion that does not
//! hold, or by an exception that the course declares for that version. An import that fails, a run that ends early and
//! a run without end prove nothing of a test.

use std::collections::BTreeSet;
use std::time::Duration;

use super::load;
use super::pytest::Run;
use super::raised::is_a;
use super::text::cut_to;
use super::told::Told;
use super::view::View;
use super::{endings, finished};
use crate::language::said;
use crate::model::check::{Check, CodeVersion, Defect, KilledBy, MutantsCheck, Role};
use crate::model::execution::{Ending, Execution};
use crate::model::exercise::Exercise;
use crate::model::limits::Limits;
use crate::model::names::TestId;
use crate::model::record::{PyException, TestOutcome, TestRecord};
use crate::model::verdict::{
    Failure, Fault, Mismatch, NotCounted, Survivor, Verdict, VersionOutcome, VersionResult,
};

/// Tests on wrong code may take this many times as long as on the good version.
const PATIENCE: u32 = 10;
/// And at least so long: a busy machine is no endless loop.
const LEAST_TIME: Duration = Duration::from_secs(2);
/// Tests that are named for a version.
const MOST_TESTS: usize = 100;
/// Bytes that are kept of a test's id or an exception's message.
const KEPT: usize = 1024;

/// What the tests did on the good version.
#[derive(Debug)]
pub struct Baseline {
    /// The tests that passed; others prove nothing.
    passed: BTreeSet<String>,
    wall: Duration,
}

impl Baseline {
    /// What a job on another version may use.
    pub fn limits(&self, limits: Limits) -> Limits {
        Limits { time: limits.time.min((self.wall * PATIENCE).max(LEAST_TIME)), ..limits }
    }
}

/// What was learnt of a wrong version.
#[derive(Debug)]
pub enum Judged {
    /// A test fails on it.
    Killed(VersionResult),
    /// No test does.
    Survived(VersionResult, Box<Survivor>),
}

/// Judges a run on the good version or, with `before`, a run on a right version after the first.
///
/// # Errors
/// The verdict on the whole check, when the tests do not pass: nothing else is worth running then.
pub fn right(
    exercise: &Exercise,
    check: &Check,
    version: &CodeVersion,
    before: Option<&Baseline>,
    execution: &Execution,
) -> Result<Baseline, Box<Verdict>> {
    let view = View::new(exercise, execution);
    let mut verdict =
        endings::judge(&view, check, execution).unwrap_or_else(|| super::by_kind(&view, check, execution));
    if let Verdict::Failed(failure) = &mut verdict {
        let is_test = |mismatch: &Mismatch| matches!(mismatch, Mismatch::Test(_));
        if before.is_some() || failure.mismatches.iter().any(is_test) {
            let passed_before = before.is_some() && matches!(version.role, Role::Good);
            let about = Mismatch::RightCodeFails { version: version.name.clone(), passed_before };
            failure.mismatches.insert(0, about);
        }
    }
    if !verdict.is_passed() {
        return Err(Box::new(finished(&view, execution, verdict)));
    }
    let told = Told::read(execution);
    let passed = told.tests.iter().filter(|test| test.outcome == TestOutcome::Passed);
    Ok(Baseline { passed: passed.map(|test| test.id.clone()).collect(), wall: execution.wall })
}

/// Judges a run on a wrong version.
///
/// # Errors
/// The verdict on the whole check, when the run says nothing of the tests: cancelled, tampered with, or our fault.
pub fn wrong(
    exercise: &Exercise,
    check: &Check,
    version: &CodeVersion,
    defect: &Defect,
    baseline: &Baseline,
    execution: &Execution,
) -> Result<Judged, Box<Verdict>> {
    let view = View::new(exercise, execution);
    if matches!(execution.ending, Ending::Cancelled | Ending::NotRun(_) | Ending::Refused(_)) {
        let verdict = endings::judge(&view, check, execution).unwrap_or_else(|| unknown(exercise));
        return Err(Box::new(verdict));
    }
    let told = Told::read(execution);
    let code = if let Ending::Exited(code) = execution.ending { code } else { -1 };
    if !told.anything && execution.ending == Ending::Exited(code) {
        return Err(Box::new(Verdict::Fault(load::never_started(&view, execution, code))));
    }
    if let Some(foul) = (Run { view: &view, tests: &[], sentinels: &[], told: &told }).foul_play() {
        return Err(Box::new(Verdict::Failed(Failure::of(foul))));
    }
    if let Some(exception) = told.load_failed.filter(|raised| is_raised_by_loading(version, raised)) {
        let what = said!("version-not-imported", version = &version.name, exercise = exercise.name.as_str(),);
        return Err(Box::new(Verdict::Fault(load::courses_doing(&view, exception, what))));
    }
    let kills = Kills { version, defect, baseline };
    let mut by: Vec<String> =
        told.tests.iter().filter(|test| kills.kills(test)).map(|test| id(test)).collect();
    by.truncate(MOST_TESTS);
    let timed_out = matches!(execution.ending, Ending::TimedOut(_));
    let is_killed = !by.is_empty() || (timed_out && defect.killed_by.contains(&KilledBy::Timeout));
    let outcome = if is_killed { VersionOutcome::Killed } else { VersionOutcome::Survived };
    let result = VersionResult { version: version.name.clone(), outcome, by };
    if is_killed {
        return Ok(Judged::Killed(result));
    }
    let survivor = Survivor {
        version: version.name.clone(),
        hint: defect.hint.clone(),
        instead: kills.instead(&view, &told, execution),
    };
    Ok(Judged::Survived(result, Box::new(survivor)))
}

/// The verdict when the tests have passed on every right version.
pub fn verdict(
    exercise: &Exercise,
    good: &Execution,
    versions: &[VersionResult],
    survivors: Vec<Survivor>,
) -> Verdict {
    let view = View::new(exercise, good);
    if survivors.is_empty() {
        return finished(&view, good, Verdict::PASSED);
    }
    let killed = versions.iter().filter(|version| version.outcome == VersionOutcome::Killed);
    let killed = killed.map(|version| version.version.clone()).collect();
    finished(&view, good, Verdict::Failed(Failure::of(Mismatch::Survivors { survivors, killed })))
}

/// Judges a run on right code that ended by itself with exit code `code`: the tests must be there and pass.
pub(super) fn on_right_code(
    view: &View<'_>,
    check: &MutantsCheck,
    execution: &Execution,
    code: i32,
) -> Verdict {
    let told = Told::read(execution);
    if !told.anything {
        return Verdict::Fault(load::never_started(view, execution, code));
    }
    let collected: Vec<TestId> = told.collected.unwrap_or_default().iter().map(TestId::new).collect();
    let run = Run { view, tests: &collected, sentinels: &[], told: &told };
    let mut mismatches: Vec<Mismatch> = run.foul_play().into_iter().collect();
    if let Some(exception) = told.load_failed {
        let broken = check.versions.iter().find(|version| is_raised_by_loading(version, exception));
        let doing = load::learners_doing(view, exception, Vec::new()).filter(|_| broken.is_none());
        let Some(found) = doing else {
            let what = said!("tested-code-not-imported", exercise = view.exercise.name.as_str());
            return Verdict::Fault(load::courses_doing(view, exception, what));
        };
        mismatches.extend(found);
        return Verdict::Failed(load::failure(mismatches));
    }
    mismatches.extend(run.failed_tests());
    if mismatches.is_empty() {
        let ids = |outcome: TestOutcome| -> Vec<String> {
            let tests = told.tests.iter().filter(|test| test.outcome == outcome);
            tests.take(MOST_TESTS).map(|test| id(test)).collect()
        };
        let unreported = run.unreported();
        // pytest's own status for a run without any test is 5.
        let clean = told.finished.is_some_and(|status| matches!(status, 0 | 5) && status == code);
        if !unreported.is_empty() || !clean {
            mismatches.push(load::ended_early(unreported, code));
        } else if ids(TestOutcome::Passed).is_empty() {
            let file = check.tests.to_string();
            mismatches.push(Mismatch::NoTests { file, skipped: ids(TestOutcome::Skipped) });
        }
    }
    if mismatches.is_empty() { Verdict::PASSED } else { Verdict::Failed(load::failure(mismatches)) }
}

/// What counts as a kill of one version.
struct Kills<'a> {
    version: &'a CodeVersion,
    defect: &'a Defect,
    baseline: &'a Baseline,
}

impl Kills<'_> {
    /// Whether a test that passes on the good version fails on this one, for a reason that counts.
    fn kills(&self, test: &TestRecord) -> bool {
        self.fails_here(test)
            && test
                .exception
                .as_ref()
                .is_none_or(|raised| self.is_assertion(raised) || self.is_declared(raised))
    }

    fn fails_here(&self, test: &TestRecord) -> bool {
        let failed = matches!(test.outcome, TestOutcome::Failed | TestOutcome::Error);
        failed && self.baseline.passed.contains(&test.id)
    }

    /// An assertion of the tests, in their file or in a library that asserts for them; not one in the code under test.
    fn is_assertion(&self, raised: &PyException) -> bool {
        let innermost = raised.frames.last();
        is_a(raised, "AssertionError") && !innermost.is_some_and(|frame| is_of(self.version, &frame.file))
    }

    fn is_declared(&self, raised: &PyException) -> bool {
        self.defect.killed_by.iter().any(|by| match by {
            KilledBy::Exception(class) => is_a(raised, class),
            KilledBy::Timeout => false,
        })
    }

    /// What a learner may take for a failure of the tests.
    fn instead(&self, view: &View<'_>, told: &Told<'_>, execution: &Execution) -> Option<NotCounted> {
        if let Some(exception) = told.load_failed {
            return Some(NotCounted::NotLoaded { exception: briefly(view, exception) });
        }
        let mut raised = told
            .tests
            .iter()
            .filter(|test| self.fails_here(test))
            .filter_map(|test| Some((test, test.exception.as_ref()?)));
        if let Some((test, exception)) = raised.next() {
            return Some(NotCounted::Raised { test: id(test), exception: briefly(view, exception) });
        }
        match execution.ending {
            Ending::TimedOut(limit) => Some(NotCounted::TimedOut { seconds: limit.as_secs_f64() }),
            Ending::Exited(_) if told.finished.is_some() => None,
            _ => Some(NotCounted::Ended),
        }
    }
}

/// Whether a file (relative, with `/`) is one of the version's.
fn is_of(version: &CodeVersion, file: &str) -> bool {
    version.files.iter().any(|versioned| versioned.path.as_str() == file)
}

/// Whether the code under test raised while it was imported, rather than when a test called it.
fn is_raised_by_loading(version: &CodeVersion, raised: &PyException) -> bool {
    let in_syntax = raised.syntax.as_ref().is_some_and(|syntax| is_of(version, &syntax.file));
    in_syntax || raised.frames.iter().any(|frame| frame.function == "<module>" && is_of(version, &frame.file))
}

fn id(test: &TestRecord) -> String {
    cut_to(&test.id, KEPT)
}

fn briefly(view: &View<'_>, exception: &PyException) -> PyException {
    let shown = view.exception(exception);
    PyException { message: cut_to(&shown.message, KEPT), cause: None, ..shown }
}

fn unknown(exercise: &Exercise) -> Verdict {
    Verdict::Fault(Fault {
        what: said!("tests-not-judged", exercise = exercise.name.as_str()).into(),
        details: String::new(),
        help: said!("run-doctor").into(),
    })
}

#[cfg(test)]
mod tests;
