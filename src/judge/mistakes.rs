//! Recognises known mistakes in a failure, so that the learner gets the course's own words on them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::raised::is_a;
use super::text::{KEPT, captured, floor};
use crate::model::execution::Execution;
use crate::model::exercise::{Mistake, MistakePattern};
use crate::model::record::{PyException, Record, TestOutcome};
use crate::model::search::Search;
use crate::model::verdict::{DiffLine, Failure, Feedback, Mismatch};

/// A mistake that was recognised.
pub(super) struct Recognised<'a> {
    /// The course's words on it.
    pub(super) feedback: Feedback,
    /// The failed test that gave it away, if one did.
    pub(super) test: Option<&'a str>,
}

/// The first mistake of the list whose conditions all hold.
pub(super) fn recognise<'a>(
    mistakes: &'a [Mistake],
    execution: &'a Execution,
    failure: &Failure,
) -> Option<Recognised<'a>> {
    if mistakes.iter().all(|mistake| mistake.when.is_none()) {
        return None;
    }
    let evidence = Evidence::new(execution, failure);
    let holds = |mistake: &'a Mistake| {
        let when = mistake.when.as_ref().filter(|when| evidence.shows(when))?;
        Some((mistake, when))
    };
    let (found, when) = mistakes.iter().find_map(holds)?;
    let feedback = Feedback { mistake: found.name.clone(), text: (&found.feedback).into() };
    let test = evidence.test_of(when);
    // The evidence borrows from the failure too; a test's id outlives it, as a record's.
    let test = test.and_then(|id| recorded(execution, id));
    Some(Recognised { feedback, test })
}

/// The id of a failed test as its record has it.
fn recorded<'a>(execution: &'a Execution, id: &str) -> Option<&'a str> {
    execution.records.iter().find_map(|record| match record {
        Record::Test(test) if test.id == id => Some(test.id.as_str()),
        _ => None,
    })
}

/// All that a failed execution shows.
struct Evidence<'a> {
    incidents: Vec<Incident<'a>>,
    stdout: Vec<Cow<'a, str>>,
    stderr: Vec<Cow<'a, str>>,
    failed_tests: BTreeSet<&'a str>,
    passed_tests: BTreeSet<&'a str>,
    survivors: BTreeSet<&'a str>,
    killed: BTreeSet<&'a str>,
    rejected: BTreeSet<&'a str>,
    wrong_lines: Vec<Cow<'a, str>>,
}

/// Something that went wrong: an exception with what led to it, a failing test, or both.
#[derive(Default)]
struct Incident<'a> {
    test: Option<&'a str>,
    exceptions: Vec<&'a PyException>,
    messages: Vec<&'a str>,
}

impl<'a> Incident<'a> {
    fn raised(exception: &'a PyException) -> Self {
        let mut incident = Self::default();
        incident.add(exception);
        incident
    }

    fn add(&mut self, exception: &'a PyException) {
        let mut next = Some(exception);
        while let Some(exception) = next.filter(|_| self.exceptions.len() < 50) {
            self.exceptions.push(exception);
            self.messages.push(&exception.message);
            next = exception.cause.as_deref();
        }
    }
}

impl<'a> Evidence<'a> {
    fn new(execution: &'a Execution, failure: &'a Failure) -> Self {
        let mut evidence = Self {
            incidents: Vec::new(),
            stdout: vec![captured(&execution.stdout).into()],
            stderr: vec![captured(&execution.stderr).into()],
            failed_tests: BTreeSet::new(),
            passed_tests: BTreeSet::new(),
            survivors: BTreeSet::new(),
            killed: BTreeSet::new(),
            rejected: BTreeSet::new(),
            wrong_lines: Vec::new(),
        };
        // Records tell more than mismatches, which leave out what a learner need not read twice.
        execution.records.iter().for_each(|record| evidence.add_record(record));
        failure.mismatches.iter().for_each(|mismatch| evidence.add_mismatch(mismatch));
        evidence
    }

    fn add_record(&mut self, record: &'a Record) {
        match record {
            Record::LoadFailed { exception } => self.incidents.push(Incident::raised(exception)),
            Record::Test(test) if matches!(test.outcome, TestOutcome::Failed | TestOutcome::Error) => {
                let mut incident = Incident { test: Some(&test.id), ..Incident::default() };
                incident.messages.extend(test.message.as_deref());
                if let Some(exception) = &test.exception {
                    incident.add(exception);
                }
                self.incidents.push(incident);
                self.failed_tests.insert(&test.id);
                self.stdout.push(test.stdout.as_str().into());
                self.stderr.push(test.stderr.as_str().into());
            }
            Record::Test(test) if test.outcome == TestOutcome::Passed => {
                self.passed_tests.insert(&test.id);
            }
            Record::Case(case) => {
                self.incidents.extend(case.raised.as_ref().map(Incident::raised));
                self.stdout.push(case.stdout.as_str().into());
            }
            Record::Test(_) | Record::Started { .. } | Record::Collected { .. } | Record::Finished { .. } => {
            }
        }
    }

    fn add_mismatch(&mut self, mismatch: &'a Mismatch) {
        match mismatch {
            Mismatch::Raised { exception }
            | Mismatch::Syntax { exception }
            | Mismatch::Import { exception } => {
                self.incidents.push(Incident::raised(exception));
            }
            Mismatch::Output { diff } => {
                let wrong = diff.lines.iter().filter_map(|line| match line {
                    DiffLine::Extra { words, .. } => {
                        Some(words.iter().map(|word| word.text.as_str()).collect::<String>().into())
                    }
                    DiffLine::Same { .. } | DiffLine::Missing { .. } => None,
                });
                self.wrong_lines.extend(wrong);
            }
            Mismatch::LineOrder { first, second } => {
                self.wrong_lines.extend([first.as_str().into(), second.as_str().into()]);
            }
            Mismatch::Survivors { survivors, killed } => {
                self.survivors.extend(survivors.iter().map(|survivor| survivor.version.as_str()));
                self.killed.extend(killed.iter().map(String::as_str));
            }
            Mismatch::RightCodeFails { version, .. } => {
                self.rejected.insert(version);
            }
            _ => {}
        }
    }

    /// The incident that has the class and the message that a pattern asks for; where it names tests, one of theirs.
    fn incident_of(&self, when: &MistakePattern) -> Option<&Incident<'a>> {
        let is_named = |incident: &&Incident<'a>| {
            when.tests.is_empty() || when.tests.iter().any(|test| incident.test == Some(test.as_str()))
        };
        self.incidents.iter().filter(is_named).find(|incident| fits(incident, when))
    }

    /// The failed test that a pattern which holds was recognised by.
    fn test_of(&self, when: &MistakePattern) -> Option<&'a str> {
        let by_incident = (when.raises.is_some() || when.message.is_some())
            .then(|| self.incident_of(when).and_then(|incident| incident.test));
        let first_named = || {
            let named = |id: &&&str| when.tests.iter().any(|test| test.as_str() == **id);
            self.failed_tests.iter().find(named).copied()
        };
        by_incident.unwrap_or_else(first_named)
    }

    /// Whether every condition that is given holds. A pattern without conditions holds for nothing.
    fn shows(&self, when: &MistakePattern) -> bool {
        let needs_incident = when.raises.is_some() || when.message.is_some();
        let conditions = [
            needs_incident.then(|| self.incident_of(when).is_some()),
            when.stdout.as_ref().map(|search| self.stdout.iter().any(|text| found(search, text))),
            when.stderr.as_ref().map(|search| self.stderr.iter().any(|text| found(search, text))),
            when.diff.as_ref().map(|search| self.wrong_lines.iter().any(|text| found(search, text))),
            all_in(&self.failed_tests, when.tests.iter().map(|test| test.as_str())),
            all_in(&self.passed_tests, when.passes.iter().map(|test| test.as_str())),
            all_in(&self.survivors, when.survives.iter().map(String::as_str)),
            all_in(&self.killed, when.kills.iter().map(String::as_str)),
            all_in(&self.rejected, when.rejects.iter().map(String::as_str)),
        ];
        conditions.iter().flatten().count() > 0 && conditions.into_iter().flatten().all(|holds| holds)
    }
}

/// Whether all that were asked for are there; `None` when none were asked for.
fn all_in<'w>(known: &BTreeSet<&str>, mut wanted: impl ExactSizeIterator<Item = &'w str>) -> Option<bool> {
    (wanted.len() > 0).then(|| wanted.all(|name| known.contains(name)))
}

/// Whether class and message, as far as given, belong to the same incident.
fn fits(incident: &Incident<'_>, when: &MistakePattern) -> bool {
    let raises = |class: &String| incident.exceptions.iter().any(|exception| is_a(exception, class));
    let says = |search: &Search| incident.messages.iter().any(|message| found(search, message));
    when.raises.as_ref().is_none_or(raises) && when.message.as_ref().is_none_or(says)
}

/// Searches a bounded part of a text.
fn found(search: &Search, text: &str) -> bool {
    search.is_in(&text[..floor(text, KEPT)])
}

#[cfg(test)]
mod tests;
