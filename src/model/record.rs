//! What the Python side reports about a job: one record a JSON line, on a descriptor of its own.
//!
//! The types mirror `docs/worker-protocol.md`; `python/helpers/` writes them, `run/` reads them, `judge/` decides. They
//! are untrusted: a learner's code may have written them.

use serde::{Deserialize, Serialize};

use super::names::TestId;
use super::plain::Plain;

/// One line from the Python side.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum Record {
    /// The helper is about to load the learner's code.
    Started {
        /// Version of the record format.
        protocol: u32,
    },
    /// The learner's code (or the test file that imports it) could not be loaded.
    LoadFailed {
        /// What was raised.
        exception: PyException,
    },
    /// pytest has collected these tests.
    Collected {
        /// Their ids, without the file.
        tests: Vec<String>,
    },
    /// A test has ended.
    Test(TestRecord),
    /// A call of a `cases` check has ended.
    Case(CaseRecord),
    /// The helper has done all that it was asked to do.
    Finished {
        /// pytest's own exit status, or 0.
        status: i32,
    },
}

/// How a test ended.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct TestRecord {
    /// Its id, without the file.
    pub id: String,
    /// How it ended.
    pub outcome: TestOutcome,
    /// The phase that decided: `setup`, `call` or `teardown`.
    pub phase: String,
    /// What failed it.
    pub exception: Option<PyException>,
    /// The message that the test's author gave to the failing `assert`, or to `pytest.fail`.
    pub message: Option<String>,
    /// The two sides of the failing comparison.
    pub comparison: Option<Comparison>,
    /// pytest's explanation of the failing `assert` (`assert 3 == 4`, where the values come from).
    pub explanation: Option<String>,
    /// What it printed.
    #[serde(default)]
    pub stdout: String,
    /// What it wrote to the error stream.
    #[serde(default)]
    pub stderr: String,
    /// Wall time, in seconds.
    pub seconds: f64,
}

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TestOutcome {
    /// Every phase passed.
    Passed,
    /// The test itself failed.
    Failed,
    /// A fixture failed.
    Error,
    /// It was skipped, or expected to fail.
    Skipped,
}

/// Two sides of a comparison that did not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The operator: `==`, `in`, `is`, `<`…
    pub op: String,
    /// The left side, as `repr` or pretty-printed: by our convention the learner's value.
    pub left: String,
    /// The right side: the wanted value.
    pub right: String,
}

/// What a call of a `cases` check came to.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CaseRecord {
    /// Its place in the table, from 0.
    pub index: usize,
    /// What it returned, or `None` when it raised.
    pub returned: Option<Plain>,
    /// What it raised.
    pub raised: Option<PyException>,
    /// What it printed.
    #[serde(default)]
    pub stdout: String,
}

/// A Python exception, with the learner's own frames.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PyException {
    /// The class's name, without builtins' module: `ValueError`, `shop.OutOfStock`.
    pub class: String,
    /// Names of its base classes, nearest first, without `object`.
    #[serde(default)]
    pub bases: Vec<String>,
    /// What `str()` gives.
    pub message: String,
    /// The frames, outermost first; files relative to the working folder where they lie in it.
    #[serde(default)]
    pub frames: Vec<Frame>,
    /// Where the syntax is wrong, for a `SyntaxError`.
    #[serde(default)]
    pub syntax: Option<SyntaxDetails>,
    /// The exception that this one was raised from, or while handling.
    #[serde(default)]
    pub cause: Option<Box<PyException>>,
}

/// One step of a traceback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The file, relative to the working folder where it lies in it.
    pub file: String,
    /// 1-based.
    pub line: u32,
    /// The function.
    pub function: String,
    /// The line's text, stripped.
    #[serde(default)]
    pub source: Option<String>,
}

/// Where Python found the syntax wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxDetails {
    /// The file, relative to the working folder where it lies in it.
    pub file: String,
    /// 1-based.
    pub line: u32,
    /// 1-based column, in characters.
    #[serde(default)]
    pub column: Option<u32>,
    /// 1-based column after the last wrong character.
    #[serde(default)]
    pub end_column: Option<u32>,
    /// The line, as written.
    #[serde(default)]
    pub text: Option<String>,
}

impl TestRecord {
    /// The id as a name.
    pub fn test_id(&self) -> TestId {
        TestId::new(self.id.clone())
    }
}
