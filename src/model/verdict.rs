//! Verdicts: what a job's execution comes to, in a form that any report can render.
//!
//! Texts that came from a learner's program are raw here; reports escape them for their medium.

use serde::{Deserialize, Serialize};

use super::limits::Exceeded;
use super::record::{Comparison, Frame, PyException, TestOutcome};
use crate::language::Text;

/// The judgement of a check, or of a whole exercise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// It is right.
    Passed {
        /// Things worth saying that do not count against it.
        notes: Vec<Note>,
    },
    /// It is not right yet.
    Failed(Failure),
    /// We or the course broke: never the learner's doing, never a pass, never zero points.
    Fault(Fault),
    /// It was not judged.
    Skipped {
        /// Why.
        reason: Text,
    },
}

impl Verdict {
    /// A pass with nothing to add.
    pub const PASSED: Self = Self::Passed { notes: Vec::new() };

    /// Whether it is a pass.
    pub fn is_passed(&self) -> bool {
        matches!(self, Self::Passed { .. })
    }
}

/// Something forgiven, and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The last line had no newline.
    MissingFinalNewline,
    /// Some lines ended in spaces or tabs.
    TrailingSpaces,
    /// Lines ended in CR LF.
    CarriageReturns,
    /// The program left processes running; they were ended.
    ProcessesLeft,
}

/// Why something is not right yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Failure {
    /// What is not right, the most useful first; never empty.
    pub mismatches: Vec<Mismatch>,
    /// The mistake that was recognised and the course's words on it.
    pub feedback: Option<Feedback>,
    /// What the program printed, when that helps and is not part of a mismatch.
    pub stdout: String,
    /// What it wrote to the error stream, likewise.
    pub stderr: String,
    /// Things worth saying beside.
    pub notes: Vec<Note>,
}

impl Failure {
    /// A failure with one mismatch and nothing else to show.
    pub fn of(mismatch: Mismatch) -> Self {
        Self {
            mismatches: vec![mismatch],
            feedback: None,
            stdout: String::new(),
            stderr: String::new(),
            notes: Vec::new(),
        }
    }
}

/// A recognised mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// The mistake's name.
    pub mistake: String,
    /// What the learner is told.
    pub text: Text,
}

impl Feedback {
    /// Whether it is a mistake of any exercise rather than of this one: only those have hyphens in their names.
    pub fn is_general(&self) -> bool {
        self.mistake.contains('-')
    }
}

/// One thing that is not right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Mismatch {
    /// The output differs.
    Output {
        /// Where it differs.
        diff: Diff,
    },
    /// A rule on the order of lines does not hold: `second` was printed before `first`.
    LineOrder {
        /// The line that must come first, as printed.
        first: String,
        /// The line that must come after it, as printed.
        second: String,
    },
    /// Another exit code was wanted.
    ExitCode {
        /// The wanted code.
        expected: i32,
        /// The code that came.
        actual: i32,
    },
    /// The program, or loading it, raised.
    Raised {
        /// What, with the learner's own frames.
        exception: PyException,
    },
    /// The learner's file is no valid Python.
    Syntax {
        /// A `SyntaxError` with its details.
        exception: PyException,
    },
    /// The learner's file could not be imported: a missing module or name.
    Import {
        /// What was raised.
        exception: PyException,
    },
    /// A call came to something else.
    Call {
        /// The call as Python writes it: `area(2, 3)`.
        call: String,
        /// What was wanted, in words or as a value.
        expected: Text,
        /// What came.
        actual: Text,
        /// What it raised, when it should not have.
        exception: Option<PyException>,
    },
    /// A test failed.
    Test(TestFailure),
    /// Tests did not run or report although they should have.
    TestsMissing {
        /// Their ids.
        tests: Vec<String>,
        /// How the run ended early, in words: `the program ended the test run (os._exit(0)?)`.
        how: Text,
    },
    /// A tool found something.
    Tool {
        /// The command.
        command: String,
        /// Its exit code.
        code: i32,
        /// What it said.
        output: String,
    },
    /// The program was still running at the time limit.
    TimedOut {
        /// The limit, in seconds.
        seconds: f64,
        /// Where the main thread was, innermost frame last; the learner's own frames only.
        stack: Vec<Frame>,
        /// Whether it was waiting for input that never comes.
        reading_input: bool,
    },
    /// The program wrote too much.
    OutputLimit {
        /// The limit, in bytes.
        limit: u64,
        /// The first lines that it wrote.
        head: String,
    },
    /// The program used more of something else than it may.
    LimitExceeded {
        /// Of what, and how much it may use.
        #[serde(flatten)]
        limit: Exceeded,
    },
    /// A signal ended the program.
    Signaled {
        /// Its number.
        signal: i32,
    },
    /// The learner's own tests test nothing: there are none, or all of them are skipped or expected to fail.
    NoTests {
        /// The test file.
        file: String,
        /// The tests that were skipped.
        skipped: Vec<String>,
    },
    /// The learner's own tests fail on code that is right; what fails follows as mismatches of its own.
    RightCodeFails {
        /// The version of the code: `good` or an equivalent's name.
        version: String,
        /// Whether the same tests passed on the same code a moment before.
        passed_before: bool,
    },
    /// The learner's own tests let wrong code through.
    Survivors {
        /// The wrong versions that get through.
        survivors: Vec<Survivor>,
        /// The names of those that do not.
        killed: Vec<String>,
    },
    /// A learner's file was not taken.
    Refused {
        /// The file.
        file: String,
        /// Why.
        why: Text,
    },
}

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestFailure {
    /// Its id, without the file.
    pub id: String,
    /// Failed, or error when a fixture did.
    pub outcome: TestOutcome,
    /// The test author's message: the behaviour that was wanted.
    pub message: Option<String>,
    /// The two sides of the comparison that did not hold, and where they differ.
    pub comparison: Option<ComparedSides>,
    /// pytest's explanation of the `assert`, when there is no comparison.
    pub explanation: Option<String>,
    /// What was raised, unless it is the failing `assert` itself; the learner's own frames only.
    pub exception: Option<PyException>,
    /// What the test printed.
    pub stdout: String,
    /// What it wrote to the error stream.
    pub stderr: String,
}

/// A wrong version of the code that gets past the learner's tests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Survivor {
    /// Its name.
    pub version: String,
    /// What the course says to a learner whose tests let it through.
    pub hint: String,
    /// What happened on it that looks like a failure and does not count as one.
    pub instead: Option<NotCounted>,
}

/// What keeps a failure of the learner's tests on wrong code from counting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NotCounted {
    /// A test stopped with an exception that is no failed assertion.
    Raised {
        /// The test.
        test: String,
        /// What it stopped with.
        exception: PyException,
    },
    /// The tests could not be loaded.
    NotLoaded {
        /// What was raised.
        exception: PyException,
    },
    /// The tests were still running when their time was up.
    TimedOut {
        /// That time, in seconds.
        seconds: f64,
    },
    /// The run ended before its end.
    Ended,
}

/// What the learner's tests say of one version of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionResult {
    /// The version's name.
    pub version: String,
    /// What it came to.
    pub outcome: VersionOutcome,
    /// The tests that fail on it by an assertion or a declared exception.
    pub by: Vec<String>,
}

/// What the learner's tests say of a version of the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionOutcome {
    /// Right code, and they pass.
    Accepted,
    /// Wrong code, and a test fails.
    Killed,
    /// Wrong code, and no test fails.
    Survived,
}

/// The sides of a comparison, with a diff when they are long.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ComparedSides {
    /// Operator and both sides.
    #[serde(flatten)]
    pub sides: Comparison,
    /// Line by line, for values of several lines.
    pub diff: Option<Diff>,
}

/// Expected and actual lines, aligned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diff {
    /// In order; a changed line is a `Missing` followed by its `Extra`.
    pub lines: Vec<DiffLine>,
    /// Whether the streams differ only in white space.
    pub whitespace_only: bool,
    /// The number of the first line (1-based, of the actual text) that is not right.
    pub first: usize,
    /// Bytes of the learner's output that were not kept.
    pub dropped: u64,
}

/// One line of a diff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum DiffLine {
    /// As wanted.
    Same {
        /// Its text, without the line end.
        text: String,
    },
    /// Wanted, and not there.
    Missing {
        /// Its words, changed ones marked.
        words: Vec<Word>,
        /// Whether the line has a newline at its end.
        newline: bool,
    },
    /// There, and not wanted.
    Extra {
        /// Its words, changed ones marked.
        words: Vec<Word>,
        /// Whether the line has a newline at its end.
        newline: bool,
    },
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Its text.
    pub text: String,
    /// Whether it is part of the difference.
    pub changed: bool,
}

/// Something that is not the learner's doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What went wrong.
    pub what: Text,
    /// Details worth seeing: a traceback, a tool's last words.
    pub details: String,
    /// What mends it.
    pub help: Text,
}
