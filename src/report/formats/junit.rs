//! JUnit XML in the dialect that Jenkins reads: a suite a topic, a test case an exercise.

use std::io::{self, Write};
use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::graded::Graded;
use super::told::{Told, no_proof, seconds, trust_name};
use crate::model::event::{ExerciseResult, Status};

/// Writes the document.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new(if graded.course.is_empty() { "prolings" } else { &graded.course });
    let mut suites: Vec<TestSuite> = Vec::new();
    for result in graded.results.values() {
        let topic = result.topic.as_str();
        match suites.last_mut().filter(|suite| suite.name.as_str() == topic) {
            Some(suite) => _ = suite.add_test_case(case(graded, result)),
            None => {
                let mut suite = TestSuite::new(topic);
                suite.add_test_case(case(graded, result));
                suites.push(suite);
            }
        }
    }
    report.add_test_suites(suites);
    report.serialize(out).map_err(io::Error::other)
}

fn case(graded: &Graded, result: &ExerciseResult) -> TestCase {
    let told = Told::of(result);
    let not_passed = |kind| {
        let mut status = TestCaseStatus::non_success(kind);
        status.set_message(legal(&told.headline)).set_description(legal(&told.detail));
        status
    };
    let status = match result.status {
        Status::Passed => TestCaseStatus::success(),
        Status::Failed => not_passed(NonSuccessKind::Failure),
        Status::Fault => not_passed(NonSuccessKind::Error),
        Status::Skipped | Status::Cancelled => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(legal(&told.headline));
            status
        }
    };
    let mut case = TestCase::new(result.exercise.as_str(), status);
    case.set_classname(result.topic.as_str());
    case.set_time(Duration::try_from_secs_f64(seconds(result)).unwrap_or_default());
    if let Some(file) = told.file {
        case.extra.insert("file".into(), file.into());
    }
    if let Some(trust) = result.trust() {
        case.add_property(("trust", trust_name(trust)));
    }
    if graded.lacks_proof(result) {
        case.set_system_out(no_proof());
    }
    case
}

/// Without the characters that XML forbids and that are not controls; those are shown already.
fn legal(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
