//! Mistakes that people make in any exercise, recognised in what a failed execution shows and in the learner's file.
//!
//! An exercise's own mistakes come first (`mistakes.rs`): they know what it is about. A general one needs proof from
//! both sides, the failure and the file, or a message of Python's that leaves no doubt: words on a mistake that nobody
//! made would be worse than none. Their names have hyphens, which no name of a course has.

mod facts;
mod raised;
mod values;

use super::view::View;
use crate::language::Said;
use crate::model::check::{Check, CheckKind};
use crate::model::execution::Execution;
use crate::model::verdict::{Failure, Feedback};
use facts::Facts;

/// Gives the words on a mistake, when it was made.
type Recognise = fn(&Facts<'_>) -> Option<Said>;

/// In the order in which they are tried: what leaves least doubt first.
const MISTAKES: [(&str, Recognise); 10] = [
    ("wrong-indentation", raised::indentation),
    ("missing-self", raised::missing_self),
    ("shadowed-builtin", raised::shadowed),
    ("forgotten-await", raised::forgotten_await),
    ("mistyped-name", raised::mistyped),
    ("text-for-number", values::text_for_number),
    ("printed-not-returned", values::printed),
    ("mutable-default", values::mutable_default),
    ("off-by-one", values::off_by_one),
    ("returned-none", values::returned_none),
];

/// The first general mistake that shows.
pub(super) fn recognise(
    view: &View<'_>,
    check: &Check,
    execution: &Execution,
    failure: &Failure,
) -> Option<Feedback> {
    // What learners' tests say of other people's code is not about a value of the learner's.
    if execution.sources.is_empty() || matches!(check.kind, CheckKind::Mutants(_)) {
        return None;
    }
    let facts = Facts::new(view, check, execution, failure);
    MISTAKES.iter().find_map(|(name, recognise)| {
        recognise(&facts).map(|text| Feedback { mistake: (*name).to_owned(), text: text.into() })
    })
}

#[cfg(test)]
mod tests;
