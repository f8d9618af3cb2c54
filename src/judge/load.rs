//! Judges runs that came to nothing: the learner's code could not be loaded, or ended the run before its end.

use super::raised::{self, is_a, is_own_import, is_own_syntax};
use super::text::captured;
use super::view::View;
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
        let how = "the program ended the run while it was being imported (`sys.exit`?)".into();
        let mismatch = Mismatch::TestsMissing { tests: missing, how };
        return Some(vec![mismatch, Mismatch::Raised { exception: view.exception(exception) }]);
    }
    if exception.class == "ProgramLost" {
        return Some(vec![Mismatch::TestsMissing { tests: missing, how: view.text(&exception.message) }]);
    }
    let own = is_own_syntax(view, exception) || is_own_import(view, exception) || view.touches_own(exception);
    own.then(|| vec![raised::mismatch(view, exception)])
}

/// A failed load that is the course's doing.
pub(super) fn courses_doing(view: &View<'_>, exception: &PyException, what: String) -> Fault {
    let mut details = String::new();
    for frame in exception.frames.iter().rev().take(10).rev() {
        details += &format!("{}:{} in {}\n", frame.file, frame.line, frame.function);
    }
    details += &format!("{}: {}", exception.class, exception.message);
    Fault {
        what,
        details: view.text(&details),
        help: format!(
            "this is the course's mistake, not yours: `prolings dev check {}` shows it",
            view.exercise.name
        ),
    }
}

/// The run ended, with exit code `code`, before all was reported.
pub(super) fn ended_early(missing: Vec<String>, code: i32) -> Mismatch {
    let how = match code {
        0 => "the program ended the run early, as if all were well (`os._exit(0)` or `sys.exit`?)".to_owned(),
        _ => format!("the program ended the run early, with exit code {code} (`os._exit` or `sys.exit`?)"),
    };
    Mismatch::TestsMissing { tests: missing, how }
}

/// Records that an honest run never gives.
pub(super) fn foul_play(tests: Vec<String>, why: &str) -> Mismatch {
    Mismatch::TestsMissing { tests, how: format!("the test run was tampered with or ran twice: {why}") }
}

/// Part of the report is no record.
pub(super) fn unreadable(tests: Vec<String>) -> Mismatch {
    let how = "part of what the run reported could not be read (does the program write to a file descriptor that it \
               did not open?)";
    Mismatch::TestsMissing { tests, how: how.into() }
}

/// Python did not even start to load the learner's code.
pub(super) fn never_started(view: &View<'_>, execution: &Execution, code: i32) -> Fault {
    Fault {
        what: format!("Python ended with exit code {code} before it loaded `{}`", view.exercise.name),
        details: view.text(&captured(&execution.stderr)),
        help: "run `prolings doctor`".into(),
    }
}

/// A failure with these mismatches and nothing else to show.
pub(super) fn failure(mismatches: Vec<Mismatch>) -> Failure {
    Failure { mismatches, feedback: None, stdout: String::new(), stderr: String::new(), notes: Vec::new() }
}
