//! The ways of judging: `output`, `cases`, `pytest`, `tool`, `mutants`.

use super::names::{RelPath, TestId};
use super::plain::Plain;

/// One way of judging an exercise.
#[derive(Debug, Clone)]
pub struct Check {
    /// What is done.
    pub kind: CheckKind,
    /// Runs even when an earlier check failed.
    pub always: bool,
    /// How its Python is started.
    pub start: Start,
}

/// How a job's Python is started.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// As a fork of a warm interpreter, where there is one.
    #[default]
    Warm,
    /// As a process of its own: for programs that can tell a fork from a fresh process.
    Cold,
}

impl Check {
    /// How reports name this check: `output my_meta.py`, `mypy --strict greet.py`.
    pub fn label(&self) -> String {
        match &self.kind {
            CheckKind::Output(check) => format!("output of {}", check.script),
            CheckKind::Cases(check) => format!("calls to {}", check.module),
            CheckKind::Pytest(check) => check.file.to_string(),
            CheckKind::Tool(check) => check.command.join(" "),
            CheckKind::Mutants(check) => check.tests.to_string(),
        }
    }

    /// What the program must print, where that is compared.
    pub fn expected_output(&self) -> Option<&[u8]> {
        match &self.kind {
            CheckKind::Output(check) => Some(&check.stdout),
            CheckKind::Cases(_) | CheckKind::Pytest(_) | CheckKind::Tool(_) | CheckKind::Mutants(_) => None,
        }
    }

    /// The same check with its tests apart from the learner's code, where it is one that can be split.
    #[must_use]
    pub fn split(&self) -> Self {
        let mut check = self.clone();
        if let CheckKind::Pytest(pytest) = &mut check.kind {
            pytest.split = Split::Always;
        }
        check
    }

    /// Whether its tests may run apart from the learner's code, and do not anyway.
    pub fn may_be_split(&self) -> bool {
        matches!(&self.kind, CheckKind::Pytest(check) if check.split == Split::Allowed)
    }

    /// Whether its tests run apart from the learner's code.
    pub fn is_split(&self) -> bool {
        matches!(&self.kind, CheckKind::Pytest(check) if check.split == Split::Always)
    }

    /// Whether learner code can forge a pass of this check from inside its own process.
    pub fn trust(&self) -> Trust {
        match &self.kind {
            CheckKind::Pytest(_) if self.is_split() => Trust::ForgeryProof,
            CheckKind::Pytest(_) | CheckKind::Mutants(_) => Trust::NotForgeryProof,
            CheckKind::Output(_) | CheckKind::Cases(_) | CheckKind::Tool(_) => Trust::ForgeryProof,
        }
    }
}

/// How far a pass can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// The comparison happens outside the learner's process.
    ForgeryProof,
    /// Tests and learner code share a process.
    NotForgeryProof,
}

/// What a check does.
#[derive(Debug, Clone)]
pub enum CheckKind {
    /// Runs a script and compares its output.
    Output(OutputCheck),
    /// Calls functions and compares plain data.
    Cases(CasesCheck),
    /// Runs a pytest file.
    Pytest(PytestCheck),
    /// Runs a real tool, which must exit 0.
    Tool(ToolCheck),
    /// Runs the learner's own tests on right and wrong versions of the code.
    Mutants(MutantsCheck),
}

impl CheckKind {
    /// The kind as manifests name it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Output(_) => "output",
            Self::Cases(_) => "cases",
            Self::Pytest(_) => "pytest",
            Self::Tool(_) => "tool",
            Self::Mutants(_) => "mutants",
        }
    }
}

/// Runs a script and compares its captured bytes.
#[derive(Debug, Clone)]
pub struct OutputCheck {
    /// The script.
    pub script: RelPath,
    /// Its arguments.
    pub args: Vec<String>,
    /// What it reads from standard input.
    pub stdin: Vec<u8>,
    /// What it must print (from `stdout:` or the text of `stdout_file:`).
    pub stdout: Vec<u8>,
    /// The file that this was read from.
    pub stdout_file: Option<RelPath>,
    /// The exit code that it must have.
    pub exit_code: i32,
    /// How the output is compared.
    pub compare: Compare,
}

/// How output is compared. The default is line by line, exactly, forgiving line ends, trailing spaces and a missing
/// final newline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compare {
    /// Which white space counts.
    pub whitespace: Whitespace,
    /// Whether case counts.
    pub case: Case,
    /// Whether the order of lines counts.
    pub order: Order,
    /// Tolerance for numbers.
    pub floats: Option<Tolerance>,
    /// Expected lines hold `{{int}}`, `{{float}}`, `{{hex}}`, `{{any}}`, `{{re:…}}`.
    pub pattern: bool,
    /// The expected lines need only occur, in order, among the actual ones.
    pub contains: bool,
}

/// Which white space counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whitespace {
    /// Every space counts, trailing ones and the final newline too.
    Exact,
    /// Trailing spaces are forgiven, and said.
    #[default]
    Trailing,
    /// Runs of white space are equal, blank lines do not count.
    Any,
}

/// Whether case counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Case {
    /// It does.
    #[default]
    Exact,
    /// It does not.
    Ignore,
}

/// Whether the order of lines counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Order {
    /// Line by line.
    #[default]
    Exact,
    /// The same lines in any order, except that each rule `(a, b)` holds: every line that matches pattern a comes
    /// before every line that matches b.
    Any {
        /// The rules; empty when any order will do.
        before: Vec<(String, String)>,
    },
}

/// How far a number may be from the expected one: within `abs`, or within `rel` times the expected size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// Absolute difference.
    pub abs: f64,
    /// Relative difference.
    pub rel: f64,
}

/// Calls functions of the learner's module; arguments and results are plain data.
#[derive(Debug, Clone)]
pub struct CasesCheck {
    /// The module's file.
    pub module: RelPath,
    /// The calls, in order.
    pub table: Vec<CallCase>,
    /// Tolerance for floats in results.
    pub floats: Option<Tolerance>,
}

/// One call and what must come of it.
#[derive(Debug, Clone)]
pub struct CallCase {
    /// The function, dotted for attributes (`Shape.area`).
    pub call: String,
    /// Positional arguments.
    pub args: Vec<Plain>,
    /// Keyword arguments.
    pub kwargs: Vec<(String, Plain)>,
    /// What must come of it.
    pub expect: Expect,
    /// What the call must print, when that counts.
    pub stdout: Option<String>,
}

/// What must come of a call.
#[derive(Debug, Clone)]
pub enum Expect {
    /// It returns this, with exactly these types.
    Returns(Plain),
    /// It raises an exception of this class (or a subclass) whose message holds the text.
    Raises {
        /// The class's name.
        class: String,
        /// Part of the message.
        message: Option<String>,
    },
}

/// Runs one pytest file with our own configuration.
#[derive(Debug, Clone)]
pub struct PytestCheck {
    /// The test file.
    pub file: RelPath,
    /// The locked test ids: a pass needs each of them exactly once.
    pub tests: Vec<TestId>,
    /// Tests that were put in to fail: a run in which one of them passes, or is missing, proves nothing.
    pub sentinels: Vec<TestId>,
    /// Whether it runs apart from the learner's code.
    pub split: Split,
    /// The learner's classes whose own word is taken for how their objects compare and combine in a split run.
    pub classes: Vec<String>,
}

/// Whether tests run in a trusted process, with the learner's code in another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Split {
    /// They share a process.
    #[default]
    Never,
    /// They share a process, and may be split where proof is wanted.
    Allowed,
    /// They are split.
    Always,
}

/// Runs a tool of the environment on the learner's files.
#[derive(Debug, Clone)]
pub struct ToolCheck {
    /// The tool's name and its arguments.
    pub command: Vec<String>,
}

/// Judges tests that the learner writes: they must pass on right versions of the code and fail on wrong ones.
#[derive(Debug, Clone)]
pub struct MutantsCheck {
    /// The learner's test file.
    pub tests: RelPath,
    /// The code under test: the good version first, then its equivalents, then the bad ones.
    pub versions: Vec<CodeVersion>,
    /// Whether the learner's tests may read the code's source while they run.
    pub source: Source,
}

/// Whether tests may read the source of the code that they test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Source {
    /// It can be imported, and its files are not there.
    #[default]
    Hidden,
    /// Its files are there: for code that is run as a program.
    Shown,
}

/// One version of the code under test.
#[derive(Debug, Clone)]
pub struct CodeVersion {
    /// Its folder's name.
    pub name: String,
    /// Whether tests must pass on it.
    pub role: Role,
    /// Its files: those of the good version, each in this version's form.
    pub files: Vec<VersionFile>,
}

/// A file of a version of the code under test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionFile {
    /// Where tests find it.
    pub path: RelPath,
    /// Where it lies in the exercise.
    pub source: RelPath,
}

/// What tests must say of a version.
#[derive(Debug, Clone)]
pub enum Role {
    /// The right code: tests must pass on it.
    Good,
    /// As right as the good version, and written differently: tests must pass on it.
    Equivalent,
    /// Wrong code: a test must fail on it.
    Bad(Defect),
}

/// What is wrong with a bad version.
#[derive(Debug, Clone)]
pub struct Defect {
    /// What a learner is told whose tests let it through.
    pub hint: String,
    /// What kills it beside a failing assertion.
    pub killed_by: Vec<KilledBy>,
}

/// What kills a bad version beside a failing assertion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KilledBy {
    /// An exception of this class, or a subclass, that fails a test.
    Exception(String),
    /// The tests do not end.
    Timeout,
}

impl CodeVersion {
    /// What is wrong with it, when it is bad.
    pub fn defect(&self) -> Option<&Defect> {
        match &self.role {
            Role::Bad(defect) => Some(defect),
            Role::Good | Role::Equivalent => None,
        }
    }
}
