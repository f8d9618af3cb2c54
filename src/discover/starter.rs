//! `starter:` of an exercise: how the starter fails.

use super::checks::{Checks, known_test};
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::mistakes::regex;
use super::shape::{Kind, Shape, key, needed};
use super::source::{Source, quoted, shorten};
use crate::error::did_you_mean;
use crate::language::said;
use crate::model::exercise::{Fails, StarterFailure};

pub(super) const SHAPE: Shape = Shape {
    what: || said!("the-starter"),
    keys: &[
        needed(
            "fails",
            "fails: test_area",
            Kind::OneOrMore,
            "tests that fail, or the kind of the check that does",
        ),
        key("raises", "raises: TypeError", Kind::Words, "the class of an exception that is raised"),
        key(
            "message",
            "message: must not be negative",
            Kind::Words,
            "a regular expression found in what the learner is told",
        ),
    ],
};

/// Reads how the starter fails.
pub(super) fn read(source: &Source, node: &Node, checks: &Checks) -> Option<StarterFailure> {
    let fields = Fields::open(source, node, &SHAPE)?;
    fields.required("fails", said!("fails-why"));
    let fails = fields.node("fails").and_then(|node| fails(&fields, node, checks));
    let raises = fields.words("raises").map(str::to_owned);
    let message = regex(&fields, "message");
    Some(StarterFailure { fails: fails?, raises, message })
}

/// The kind of a check, a test's id, or a list of these.
fn fails(fields: &Fields<'_>, node: &Node, checks: &Checks) -> Option<Fails> {
    if let Value::List(_) = node.value {
        let items = fields.items("fails", said!("fails-list-why"))?;
        let ids = fields.texts_of("fails", items);
        let known: Vec<_> =
            ids.into_iter().filter_map(|(id, node)| known_test(fields.source, checks, id, node)).collect();
        return (known.len() == items.len()).then_some(Fails::Tests(known));
    }
    let text = fields.words("fails")?;
    let kinds = || checks.list.iter().map(|check| check.kind.word());
    if kinds().any(|kind| kind == text) {
        return Some(Fails::Check(text.to_owned()));
    }
    if checks.tests.contains(text) || checks.some_tests_unknown {
        return known_test(fields.source, checks, text, node).map(|id| Fails::Tests(vec![id]));
    }
    if checks.some_unknown {
        // It may be the kind of a check that has an error of its own.
        return None;
    }
    let known = kinds().chain(checks.tests.iter().map(String::as_str));
    fields.source.report(
        node.id,
        said!("cannot-be", name = fields.label("fails").name, text = shorten(text)),
        said!("fails-takes", kinds = quoted(kinds())),
        did_you_mean(text, known, said!("name-one-of-those")),
    );
    None
}
