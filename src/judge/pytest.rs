//! Judges a pytest run by its records: a pass needs every locked test, each exactly once, passed, and a clean end.

use std::collections::{BTreeMap, BTreeSet};

use super::load;
use super::raised::{is_a, is_own_syntax, mismatch, names_own_module};
use super::test_failure::{brief, full};
use super::text::captured;
use super::told::Told;
use super::view::View;
use crate::language::{Said, said};
use crate::model::check::{Check, CheckKind, PytestCheck};
use crate::model::execution::Execution;
use crate::model::names::TestId;
use crate::model::record::{Record, TestOutcome, TestRecord};
use crate::model::verdict::{Failure, Fault, Mismatch, Verdict};

/// Judges a run that ended by itself with exit code `code`.
pub(super) fn judge(view: &View<'_>, check: &PytestCheck, execution: &Execution, code: i32) -> Verdict {
    let told = Told::read(execution);
    if !told.anything {
        return Verdict::Fault(load::never_started(view, execution, code));
    }
    let run = Run { view, tests: &check.tests, sentinels: &check.sentinels, told: &told };
    let mut mismatches: Vec<Mismatch> = run.foul_play().into_iter().collect();
    if let Some(exception) = told.load_failed {
        match load::learners_doing(view, exception, run.unreported()) {
            Some(found) => mismatches.extend(found),
            None if mismatches.is_empty() => {
                let what = said!("tests-not-loaded", exercise = view.exercise.name.as_str());
                return Verdict::Fault(load::courses_doing(view, exception, what));
            }
            None => {}
        }
    } else if mismatches.is_empty()
        && let Some(fault) = run.fault(check)
    {
        return Verdict::Fault(fault);
    }
    let explained = !mismatches.is_empty();
    mismatches.extend(run.failed_tests());
    let unreported = run.unreported();
    if !explained {
        match told.finished {
            None => mismatches.push(load::ended_early(unreported, code)),
            Some(status) => {
                let wanted = run.wanted_end();
                let clean = mismatches.is_empty() && status == wanted && code == wanted;
                if !unreported.is_empty() || (mismatches.is_empty() && !clean) {
                    let how = said!("pytest-ended-early", status = status, code = code).into();
                    mismatches.push(Mismatch::TestsMissing { tests: unreported, how });
                }
            }
        }
    }
    if mismatches.is_empty() {
        return Verdict::PASSED;
    }
    let broke_off = mismatches.iter().any(|mismatch| matches!(mismatch, Mismatch::TestsMissing { .. }));
    let stderr = if broke_off { view.text(&captured(&execution.stderr)) } else { String::new() };
    Verdict::Failed(Failure { stderr, ..load::failure(mismatches) })
}

/// The tests that failed in a run that something else broke off.
pub(super) fn failed_tests(view: &View<'_>, check: &Check, execution: &Execution) -> Vec<Mismatch> {
    let sentinels: &[TestId] = match &check.kind {
        CheckKind::Pytest(check) => &check.sentinels,
        _ => &[],
    };
    Run { view, tests: &[], sentinels, told: &Told::read(execution) }.failed_tests()
}

/// Shows a failed test in full, before the other tests: the one that the feedback speaks of.
pub(super) fn put_first(view: &View<'_>, execution: &Execution, mismatches: &mut Vec<Mismatch>, id: &str) {
    let record = |shown: &str| {
        execution.records.iter().find_map(|record| match record {
            Record::Test(test) if view.text(&test.id) == shown => Some(test),
            _ => None,
        })
    };
    let wanted = view.text(id);
    let is_test = |mismatch: &Mismatch| matches!(mismatch, Mismatch::Test(_));
    let is_wanted = |mismatch: &Mismatch| matches!(mismatch, Mismatch::Test(test) if test.id == wanted);
    let (Some(first), Some(at)) =
        (mismatches.iter().position(is_test), mismatches.iter().position(is_wanted))
    else {
        return;
    };
    if first == at {
        return;
    }
    let (Mismatch::Test(shown), Some(test)) = (&mismatches[first], record(&wanted)) else { return };
    if let Some(former) = record(&shown.id) {
        mismatches[first] = Mismatch::Test(brief(view, former));
    }
    mismatches.remove(at);
    mismatches.insert(first, Mismatch::Test(full(view, test)));
}

/// What a pytest run told, and the tests that had to report.
pub(super) struct Run<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) tests: &'a [TestId],
    /// Those that must fail.
    pub(super) sentinels: &'a [TestId],
    pub(super) told: &'a Told<'a>,
}

impl Run<'_> {
    /// The locked ids.
    fn locked(&self) -> impl Iterator<Item = &str> {
        self.tests.iter().map(|test| test.as_str())
    }

    /// The ids that must be there: the locked ones, and the sentinels.
    fn wanted(&self) -> impl Iterator<Item = &str> {
        self.locked().chain(self.sentinels.iter().map(|test| test.as_str()))
    }

    fn is_sentinel(&self, test: &TestRecord) -> bool {
        self.sentinels.iter().any(|sentinel| sentinel.as_str() == test.id)
    }

    /// pytest's status, and the exit code, of a run in which every locked test passes.
    fn wanted_end(&self) -> i32 {
        i32::from(!self.sentinels.is_empty())
    }

    /// The locked tests that did not report.
    pub(super) fn unreported(&self) -> Vec<String> {
        let reported: BTreeSet<&str> = self.told.tests.iter().map(|test| test.id.as_str()).collect();
        self.wanted().filter(|id| !reported.contains(id)).map(str::to_owned).collect()
    }

    /// What an honest run never does.
    pub(super) fn foul_play(&self) -> Option<Mismatch> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        self.told.tests.iter().for_each(|test| *counts.entry(&test.id).or_default() += 1);
        let names = |wrong: &dyn Fn(&str, usize) -> bool| -> Vec<String> {
            let found = counts.iter().filter(|(id, count)| wrong(id, **count));
            found.take(100).map(|(id, _)| self.view.text(id)).collect()
        };
        let twice = names(&|_, count| count > 1);
        if !twice.is_empty() {
            return Some(load::foul_play(twice, said!("foul-test-twice")));
        }
        let known: BTreeSet<&str> =
            self.wanted().chain(self.told.collected.unwrap_or_default().iter().map(String::as_str)).collect();
        let unknown = names(&|id, _| !known.contains(id));
        if !unknown.is_empty() {
            return Some(load::foul_play(unknown, said!("foul-unknown-test")));
        }
        let forged = |test: &&&TestRecord| {
            self.is_sentinel(test) && !matches!(test.outcome, TestOutcome::Failed | TestOutcome::Error)
        };
        if let Some(test) = self.told.tests.iter().find(forged) {
            let id = vec![self.view.text(&test.id)];
            return Some(load::foul_play(id, said!("foul-sentinel-passed")));
        }
        let calls = || (!self.told.cases.is_empty()).then(|| said!("foul-calls"));
        let foul = self.told.foul.clone().or_else(calls);
        let why = foul.map(|why| load::foul_play(self.unreported(), why));
        why.or_else(|| self.told.unreadable.then(|| load::unreadable(self.unreported())))
    }

    /// What is wrong with the course or with us, in a run that reached its end.
    fn fault(&self, check: &PytestCheck) -> Option<Fault> {
        let status = self.told.finished?;
        let fault = |what: Said, details: String, help: Said| {
            Some(Fault { what: what.into(), details, help: help.into() })
        };
        let name = self.view.exercise.name.as_str();
        let bless = said!("run-bless", exercise = name);
        let collected = self.told.collected.unwrap_or_default();
        if collected.is_empty() {
            return fault(
                said!("pytest-found-none", file = check.file.as_str()),
                format!("pytest ended with status {status}"),
                said!("run-dev-check", exercise = name),
            );
        }
        let (found, locked): (BTreeSet<&str>, BTreeSet<&str>) =
            (collected.iter().map(String::as_str).collect(), self.wanted().collect());
        if found != locked || found.len() != collected.len() {
            let list = |title: &str, ids: Vec<&&str>| -> String {
                ids.iter().take(100).map(|id| format!("{title}: {id}\n")).collect()
            };
            let details = list("not in `tests:`", found.difference(&locked).collect())
                + &list("not found by pytest", locked.difference(&found).collect());
            let what = said!("tests-differ-from-lock", exercise = name, file = check.file.as_str());
            return fault(what, self.view.text(details.trim_end()), bless);
        }
        let skipped: Vec<&str> =
            self.told.tests.iter().filter(is_skipped).map(|test| test.id.as_str()).collect();
        if !skipped.is_empty() {
            let what = said!("tests-skipped", exercise = name);
            let help = said!("tests-skipped.help");
            return fault(what, self.view.text(&skipped.join("\n")), help);
        }
        None
    }

    /// The tests that failed: what they have in common first, then the first one in full, then the others in short.
    pub(super) fn failed_tests(&self) -> Vec<Mismatch> {
        let mut common: Vec<Mismatch> = Vec::new();
        let mut tests = Vec::new();
        let failed = |test: &&&TestRecord| matches!(test.outcome, TestOutcome::Failed | TestOutcome::Error);
        for test in self.told.tests.iter().filter(failed).filter(|test| !self.is_sentinel(test)) {
            let exception = test.exception.as_ref();
            let cause = exception.filter(|raised| {
                is_own_syntax(self.view, raised)
                    || (is_a(raised, "ImportError") && names_own_module(self.view, raised))
            });
            match cause.map(|exception| mismatch(self.view, exception)) {
                // Thirty tests that cannot import the learner's file are one mistake.
                Some(cause) if common.iter().any(|known| same_cause(known, &cause)) => {}
                Some(cause) => common.push(cause),
                None if tests.is_empty() => tests.push(Mismatch::Test(full(self.view, test))),
                None => tests.push(Mismatch::Test(brief(self.view, test))),
            }
        }
        common.extend(tests);
        common
    }
}

fn is_skipped(test: &&&TestRecord) -> bool {
    test.outcome == TestOutcome::Skipped
}

/// Whether two exceptions say the same; they may have come about on different ways.
fn same_cause(one: &Mismatch, other: &Mismatch) -> bool {
    match (one, other) {
        (Mismatch::Syntax { exception: one }, Mismatch::Syntax { exception: other })
        | (Mismatch::Import { exception: one }, Mismatch::Import { exception: other }) => {
            one.class == other.class && one.message == other.message
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
