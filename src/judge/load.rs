//! Judges runs that came to nothing: the learner's code could not be loaded, or ended the run before its end.

use super::raised::{self, is_a, is_own_import, is_own_syntax};
use super::text::captured;
use super::view::View;
use crate::language::{Said, said};
use crate::model::execution::Execution;
use crate::model::record::PyException;
use crate::model::verdict::{Failure, Fault, Mismatch};

/// What a failed load means, when it is the learner's doing; `missing` names what could not run for it.
pub(super) fn learners_doing(
    view: &View<'_>,
    exception: &PyException,
    missing: Vec<String>,
) -> Option<Vec<Mismatch>> {
    if is_a(exception, "SystemExit") && view.touches_own(exception) {
        let how = said!("ended-at-import").into();
        let mismatch = Mismatch::TestsMissing { tests: missing, how };
        return Some(vec![mismatch, Mismatch::Raised { exception: view.exception(exception) }]);
    }
    if exception.class == "ProgramLost" {
        return Some(vec![Mismatch::TestsMissing {
            tests: missing,
            how: view.text(&exception.message).into(),
        }]);
    }
    let own = is_own_syntax(view, exception) || is_own_import(view, exception) || view.touches_own(exception);
    own.then(|| vec![raised::mismatch(view, exception)])
}

/// A failed load that is the course's doing.
pub(super) fn courses_doing(view: &View<'_>, exception: &PyException, what: Said) -> Fault {
    let mut details = String::new();
    for frame in exception.frames.iter().rev().take(10).rev() {
        details += &format!("{}:{} in {}\n", frame.file, frame.line, frame.function);
    }
    details += &format!("{}: {}", exception.class, exception.message);
    Fault {
        what: what.into(),
        details: view.text(&details),
        help: said!("courses-mistake", exercise = view.exercise.name.as_str()).into(),
    }
}

/// The run ended, with exit code `code`, before all was reported.
pub(super) fn ended_early(missing: Vec<String>, code: i32) -> Mismatch {
    let how = match code {
        0 => said!("ended-as-if-well"),
        _ => said!("ended-with-code", code = code),
    };
    Mismatch::TestsMissing { tests: missing, how: how.into() }
}

/// Records that an honest run never gives.
pub(super) fn foul_play(tests: Vec<String>, why: Said) -> Mismatch {
    Mismatch::TestsMissing { tests, how: said!("foul-play", why = why).into() }
}

/// Part of the report is no record.
pub(super) fn unreadable(tests: Vec<String>) -> Mismatch {
    Mismatch::TestsMissing { tests, how: said!("unreadable-report").into() }
}

/// Python did not even start to load the learner's code.
pub(super) fn never_started(view: &View<'_>, execution: &Execution, code: i32) -> Fault {
    Fault {
        what: said!("ended-before-loading", code = code, exercise = view.exercise.name.as_str()).into(),
        details: view.text(&captured(&execution.stderr)),
        help: said!("run-doctor").into(),
    }
}

/// A failure with these mismatches and nothing else to show.
pub(super) fn failure(mismatches: Vec<Mismatch>) -> Failure {
    Failure { mismatches, feedback: None, stdout: String::new(), stderr: String::new(), notes: Vec::new() }
}
