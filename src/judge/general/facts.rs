//! What a failed execution shows, in the form that general mistakes are recognised in.

use std::borrow::Cow;

use super::super::code::Code;
use super::super::text::captured;
use super::super::view::View;
use crate::model::check::{Check, CheckKind, Expect};
use crate::model::execution::{Execution, SourceText};
use crate::model::plain::Plain;
use crate::model::record::{PyException, Record, TestOutcome, TestRecord};
use crate::model::verdict::{Diff, DiffLine, Failure, Mismatch, Word};

/// Values that are looked at.
const VALUES: usize = 200;

/// Everything that is known.
pub(super) struct Facts<'a> {
    pub(super) view: &'a View<'a>,
    /// The learner's Python files.
    pub(super) codes: Vec<Code>,
    /// The same as they were written.
    pub(super) sources: &'a [SourceText],
    /// Values that were wanted, and others came.
    pub(super) wrong: Vec<Wrong<'a>>,
    /// Exceptions that were not wanted, each before its causes.
    pub(super) exceptions: Vec<&'a PyException>,
    /// What was written to the error stream, by the program or by tests.
    pub(super) errors: Vec<Cow<'a, str>>,
    /// Where output differs.
    pub(super) diffs: Vec<&'a Diff>,
}

/// A value that was wanted, and another came.
pub(super) struct Wrong<'a> {
    /// The function that gave it, where that is known.
    pub(super) function: Option<&'a str>,
    /// What it was called with, where that is known.
    pub(super) args: &'a [Plain],
    /// As Python writes it.
    pub(super) wanted: String,
    /// The same for what came.
    pub(super) got: String,
    /// What was printed meanwhile.
    pub(super) printed: &'a str,
}

impl<'a> Facts<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        check: &'a Check,
        execution: &'a Execution,
        failure: &'a Failure,
    ) -> Self {
        let is_python = |source: &&SourceText| source.file.ends_with(".py");
        let mut facts = Self {
            view,
            codes: execution.sources.iter().filter(is_python).map(Code::read).collect(),
            sources: &execution.sources,
            wrong: Vec::new(),
            exceptions: Vec::new(),
            errors: vec![captured(&execution.stderr).into()],
            diffs: Vec::new(),
        };
        execution.records.iter().for_each(|record| facts.add_record(check, record));
        failure.mismatches.iter().for_each(|mismatch| facts.add_mismatch(mismatch));
        facts.wrong.truncate(VALUES);
        facts
    }

    /// The line of code that an exception came from, of the learner's.
    pub(super) fn line(&self, exception: &'a PyException) -> Option<&'a str> {
        let own = exception.frames.iter().rev().find(|frame| self.view.is_own(&frame.file))?;
        own.source.as_deref()
    }

    /// Whether one of the learner's lines has this in it.
    pub(super) fn has(&self, is: impl Fn(&str) -> bool) -> bool {
        self.codes.iter().flat_map(|code| &code.lines).any(|line| is(&line.code))
    }

    fn add_record(&mut self, check: &'a Check, record: &'a Record) {
        match record {
            Record::LoadFailed { exception } => self.add_exception(exception),
            Record::Test(test) if matches!(test.outcome, TestOutcome::Failed | TestOutcome::Error) => {
                test.exception.iter().for_each(|exception| self.add_exception(exception));
                self.errors.push(test.stderr.as_str().into());
                if let Some(sides) = test.comparison.as_ref().filter(|sides| sides.op == "==") {
                    self.wrong.push(Wrong {
                        function: called(test, &sides.left),
                        args: &[],
                        wanted: sides.right.clone(),
                        got: sides.left.clone(),
                        printed: &test.stdout,
                    });
                }
            }
            Record::Case(record) => {
                let CheckKind::Cases(cases) = &check.kind else { return };
                let Some(case) = cases.table.get(record.index) else { return };
                let Expect::Returns(wanted) = &case.expect else { return };
                record.raised.iter().for_each(|exception| self.add_exception(exception));
                let got = record.returned.as_ref().filter(|got| *got != wanted);
                self.wrong.extend(got.map(|got| Wrong {
                    function: case.call.rsplit('.').next(),
                    args: &case.args,
                    wanted: wanted.to_string(),
                    got: got.to_string(),
                    printed: &record.stdout,
                }));
            }
            _ => {}
        }
    }

    fn add_mismatch(&mut self, mismatch: &'a Mismatch) {
        match mismatch {
            Mismatch::Raised { exception }
            | Mismatch::Syntax { exception }
            | Mismatch::Import { exception } => self.add_exception(exception),
            Mismatch::Output { diff } => {
                self.diffs.push(diff);
                for pair in diff.lines.windows(2) {
                    if let [DiffLine::Missing { words: wanted, .. }, DiffLine::Extra { words: got, .. }] =
                        pair
                    {
                        self.wrong.push(Wrong {
                            function: None,
                            args: &[],
                            wanted: text(wanted),
                            got: text(got),
                            printed: "",
                        });
                    }
                }
            }
            _ => {}
        }
    }

    fn add_exception(&mut self, exception: &'a PyException) {
        let mut next = Some(exception);
        while let Some(exception) = next.filter(|_| self.exceptions.len() < 50) {
            self.exceptions.push(exception);
            next = exception.cause.as_deref();
        }
    }
}

/// The text of a line.
pub(super) fn text(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// The function that pytest says a value came from: `where None = area(2, 3)`, or `where None = <function area at 0x7f>(2)`.
fn called<'a>(test: &'a TestRecord, value: &str) -> Option<&'a str> {
    let (_, rest) = test.explanation.as_deref()?.split_once(&format!("where {value} = "))?;
    let name = match rest.strip_prefix('<') {
        Some(function) => function.strip_prefix("function ")?.split(' ').next()?,
        None => rest.split('(').next()?,
    };
    let name = name.rsplit('.').next()?;
    name.chars().all(|character| character.is_alphanumeric() || character == '_').then_some(name)
}
