//! The records of an execution, sorted. They are untrusted: the learner's code runs in the process that writes them.

use crate::language::{Said, said};
use crate::model::execution::Execution;
use crate::model::record::{CaseRecord, PyException, Record, TestRecord};

/// What the Python side told.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    /// Whether it told anything at all.
    pub(super) anything: bool,
    /// What kept the learner's code from being loaded.
    pub(super) load_failed: Option<&'a PyException>,
    /// The tests that pytest found.
    pub(super) collected: Option<&'a [String]>,
    /// The tests that ended, in order.
    pub(super) tests: Vec<&'a TestRecord>,
    /// The calls that ended, in order.
    pub(super) cases: Vec<&'a CaseRecord>,
    /// The status that it finished with.
    pub(super) finished: Option<i32>,
    /// Something that an honest helper never writes.
    pub(super) foul: Option<Said>,
    /// Whether part of the report is no record: an accident is more likely than malice.
    pub(super) unreadable: bool,
}

impl<'a> Told<'a> {
    pub(super) fn read(execution: &'a Execution) -> Self {
        let mut told = Self {
            anything: !execution.records.is_empty(),
            unreadable: execution.bad_records > 0,
            ..Self::default()
        };
        for (index, record) in execution.records.iter().enumerate() {
            let is_start = matches!(record, Record::Started { .. });
            if is_start != (index == 0) {
                told.foul.get_or_insert_with(|| said!("foul-started-twice"));
            }
            if told.finished.is_some() {
                told.foul.get_or_insert_with(|| said!("foul-after-the-end"));
            }
            match record {
                Record::Started { .. } => {}
                Record::LoadFailed { exception } => {
                    told.load_failed.get_or_insert(exception);
                }
                Record::Collected { tests } => {
                    if told.collected.replace(tests).is_some() {
                        told.foul.get_or_insert_with(|| said!("foul-collected-twice"));
                    }
                }
                Record::Test(test) => {
                    if told.collected.is_none() {
                        told.foul.get_or_insert_with(|| said!("foul-before-collection"));
                    }
                    told.tests.push(test);
                }
                Record::Case(case) => told.cases.push(case),
                Record::Finished { status } => told.finished = Some(*status),
            }
        }
        told
    }
}
