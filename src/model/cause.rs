//! What a failure is about, so that the same one is known again.

use super::event::{CheckResult, ExerciseResult};
use super::verdict::{Failure, Mismatch, Verdict};

/// Characters of a message that tell one cause from another.
const KEPT: usize = 200;
/// Failing tests that are named.
const TESTS: usize = 200;

/// What a failed exercise failed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The same for the same cause: the mistake, or the check and what came first of it.
    pub what: String,
    /// The mistake that was recognised.
    pub mistake: Option<String>,
    /// Tests that failed.
    pub tests: Vec<String>,
}

impl Cause {
    /// The cause of a result that is a failure.
    pub fn of(result: &ExerciseResult) -> Option<Self> {
        let CheckResult { check, verdict: Verdict::Failed(failure), .. } = result.first_problem()? else {
            return None;
        };
        let mistake = failure.feedback.as_ref().map(|feedback| feedback.mistake.clone());
        let what = match &mistake {
            Some(mistake) => format!("mistake {mistake}"),
            None => format!("{check}: {}", kind(failure.mismatches.first()?)),
        };
        Some(Self { what: what.chars().take(KEPT).collect(), mistake, tests: tests(failure) })
    }
}

fn tests(failure: &Failure) -> Vec<String> {
    let failed = failure.mismatches.iter().filter_map(|mismatch| match mismatch {
        Mismatch::Test(test) => Some(test.id.clone()),
        _ => None,
    });
    failed.take(TESTS).collect()
}

/// The kind of a mismatch, the test, the exception.
fn kind(mismatch: &Mismatch) -> String {
    match mismatch {
        Mismatch::Output { diff } => format!("output {}", diff.first),
        Mismatch::LineOrder { first, second } => format!("order {first} {second}"),
        Mismatch::ExitCode { .. } => "exit code".to_owned(),
        Mismatch::Raised { exception } | Mismatch::Syntax { exception } | Mismatch::Import { exception } => {
            format!("{} {}", exception.class, exception.message)
        }
        Mismatch::Call { call, .. } => format!("call {call}"),
        Mismatch::Test(test) => format!("test {}", test.id),
        Mismatch::TestsMissing { .. } => "tests missing".to_owned(),
        Mismatch::NoTests { .. } => "no tests".to_owned(),
        Mismatch::RightCodeFails { version, .. } => format!("right code {version}"),
        Mismatch::Survivors { .. } => "survivors".to_owned(),
        Mismatch::Tool { .. } => "tool".to_owned(),
        Mismatch::TimedOut { .. } => "timed out".to_owned(),
        Mismatch::OutputLimit { .. } | Mismatch::LimitExceeded { .. } => "limit".to_owned(),
        Mismatch::Signaled { signal } => format!("signal {signal}"),
        Mismatch::Refused { file, .. } => format!("refused {file}"),
    }
}
