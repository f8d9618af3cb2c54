//! What is kept of checks: their results as every report has them, and beside these which messages their texts are, so
//! that a remembered verdict can be said in another language than the one in which it was first shown.

use serde::{Deserialize, Serialize};

use crate::language::{Said, Text};
use crate::model::event::CheckResult;

/// Results in the form in which they are kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    checks: Vec<CheckResult>,
    /// For each text of the checks, in order: the message that it is, if it is one.
    said: Vec<Option<Said>>,
}

impl Kept {
    pub(super) fn new(checks: &[CheckResult]) -> Self {
        let mut checks = checks.to_vec();
        let said = texts(&mut checks).map(|text| text.said().cloned()).collect();
        Self { checks, said }
    }

    /// The results, as they were before they were kept.
    pub(super) fn checks(self) -> Vec<CheckResult> {
        let mut checks = self.checks;
        for (text, said) in texts(&mut checks).zip(self.said) {
            said.into_iter().for_each(|said| text.restore(said));
        }
        checks
    }
}

fn texts(checks: &mut [CheckResult]) -> impl Iterator<Item = &mut Text> {
    checks.iter_mut().flat_map(CheckResult::texts_mut)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::language::{Language, said};
    use crate::model::check::Trust;
    use crate::model::verdict::{Failure, Feedback, Mismatch, Verdict};

    #[test]
    fn a_verdict_that_was_kept_can_be_said_in_another_language() {
        let missing = Mismatch::TestsMissing { tests: Vec::new(), how: said!("ended-as-if-well").into() };
        let call = Mismatch::Call {
            call: "area(2)".to_owned(),
            expected: "4".into(),
            actual: said!("call-returns", value = "None").into(),
            exception: None,
        };
        let feedback = Feedback { mistake: "own".to_owned(), text: "an author's words".into() };
        let failure = Failure {
            feedback: Some(feedback),
            mismatches: vec![missing, call],
            ..Failure::of(Mismatch::Signaled { signal: 1 })
        };
        let check = CheckResult {
            check: "area.py".to_owned(),
            verdict: Verdict::Failed(failure),
            trust: Trust::NotForgeryProof,
            tally: None,
            versions: Vec::new(),
            wall: Duration::ZERO,
        };
        let mut checks = vec![check];
        let json = serde_json::to_vec(&Kept::new(&checks)).unwrap();
        let mut back = serde_json::from_slice::<Kept>(&json).unwrap().checks();
        assert_eq!(back, checks);
        let german = Language::first_of(&["de".to_owned()]);
        let all = |checks: &mut [CheckResult]| -> Vec<String> {
            texts(checks).map(|text| text.by(german)).collect()
        };
        let said = all(&mut back);
        assert_eq!(said, all(&mut checks));
        assert_eq!([&said[0], &said[3]], ["an author's words", "gibt None zurück"]);
    }
}
