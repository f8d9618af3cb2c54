//! What the judges of one execution need to show it to its learner: which files are the learner's own, and the name
//! of the folder that is not worth showing.

use std::path::Path;

use crate::model::execution::Execution;
use crate::model::exercise::Exercise;
use crate::model::record::{Frame, PyException};

use super::raised::is_syntax;
use super::text::{cut, cut_to, without_folder};

/// Frames that are kept of a traceback, the innermost ones.
const MOST_FRAMES: usize = 10;
/// Exceptions that are kept of a chain.
const MOST_CAUSES: usize = 4;
/// Bytes that are kept of a line of source.
const KEPT_SOURCE: usize = 1024;

/// One exercise and one execution, as its learner may see it.
pub(super) struct View<'a> {
    pub(super) exercise: &'a Exercise,
    folder: &'a Path,
}

impl<'a> View<'a> {
    pub(super) fn new(exercise: &'a Exercise, execution: &'a Execution) -> Self {
        Self { exercise, folder: &execution.workdir }
    }

    /// The folder that the job ran in.
    pub(super) fn folder(&self) -> &'a Path {
        self.folder
    }

    /// Whether a file (relative, with `/`) is the learner's.
    pub(super) fn is_own(&self, file: &str) -> bool {
        self.exercise.edit.iter().any(|path| path.as_str() == file)
    }

    /// Whether the exception, or one that led to it, passed through the learner's files.
    pub(super) fn touches_own(&self, exception: &PyException) -> bool {
        let in_syntax = exception.syntax.as_ref().is_some_and(|syntax| self.is_own(&syntax.file));
        in_syntax
            || exception.frames.iter().any(|frame| self.is_own(&frame.file))
            || exception.cause.as_ref().is_some_and(|cause| self.touches_own(cause))
    }

    /// The exception with the learner's own frames only, all of it bounded.
    pub(super) fn exception(&self, exception: &PyException) -> PyException {
        self.exception_at(exception, 0)
    }

    /// Text that names files, bounded and without the job's folder.
    pub(super) fn text(&self, text: &str) -> String {
        cut(&without_folder(text, self.folder))
    }

    /// The learner's own frames, the innermost ones.
    pub(super) fn frames(&self, frames: &[Frame]) -> Vec<Frame> {
        let own: Vec<&Frame> =
            frames.iter().rev().filter(|f| self.is_own(&f.file)).take(MOST_FRAMES).collect();
        let bounded = |frame: &Frame| Frame {
            source: frame.source.as_ref().map(|source| cut_to(source, KEPT_SOURCE)),
            function: cut_to(&frame.function, KEPT_SOURCE),
            ..frame.clone()
        };
        own.into_iter().rev().map(bounded).collect()
    }

    fn exception_at(&self, exception: &PyException, depth: usize) -> PyException {
        let cause = exception.cause.as_deref().filter(|_| depth < MOST_CAUSES);
        let message = if is_syntax(exception) && exception.syntax.is_some() {
            without_place(&exception.message)
        } else {
            &exception.message
        };
        let mut syntax = exception.syntax.clone();
        if let Some(syntax) = &mut syntax {
            syntax.file = cut_to(&syntax.file, KEPT_SOURCE);
            syntax.text = syntax.text.as_ref().map(|text| cut_to(text, KEPT_SOURCE));
        }
        PyException {
            class: cut_to(&exception.class, KEPT_SOURCE),
            bases: exception.bases.iter().take(32).map(|base| cut_to(base, KEPT_SOURCE)).collect(),
            message: self.text(message),
            frames: self.frames(&exception.frames),
            syntax,
            cause: cause.map(|cause| Box::new(self.exception_at(cause, depth + 1))),
        }
    }
}

/// `str()` of a `SyntaxError` ends in `(file.py, line 3)`, which its details say better.
fn without_place(message: &str) -> &str {
    let Some((text, place)) = message.rsplit_once(" (") else { return message };
    let is_place = place
        .strip_suffix(')')
        .and_then(|place| place.rsplit_once(", line "))
        .is_some_and(|(_, line)| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
    if is_place { text } else { message }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_syntax_error_is_not_said_twice() {
        assert_eq!(without_place("'(' was never closed (x.py, line 3)"), "'(' was never closed");
        assert_eq!(without_place("invalid syntax (really)"), "invalid syntax (really)");
        assert_eq!(without_place("plain"), "plain");
    }
}
