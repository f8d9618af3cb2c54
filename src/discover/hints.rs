//! `hints:` of an exercise: from a nudge to nearly the answer, each for everybody or for one cause.

use super::checks::Checks;
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::mistakes;
use super::shape::{Kind, Shape, key, needed};
use super::source::{Source, shorten};
use crate::error::did_you_mean;
use crate::language::said;
use crate::model::exercise::{Hint, HintCause, Mistake};

pub(super) const HINT: Shape = Shape {
    what: || said!("a-hint"),
    keys: &[
        needed("text", "text: Look at the last line.", Kind::Words, "what the learner reads"),
        key(
            "when",
            "when: { mistake: forgot_super }",
            Kind::Map(&WHEN),
            "for whom it is; without it, for everybody",
        ),
    ],
};

const WHEN: Shape = Shape {
    what: || said!("when-of-a-hint"),
    keys: &[
        key("test", "test: test_area", Kind::OneOrMore, "for those who fail one of these tests"),
        key("mistake", "mistake: forgot_super", Kind::Words, "for those who make this mistake"),
    ],
};

/// Reads the hints; those that are bound name tests of `checks` or some of `mistakes`.
pub(super) fn read(fields: &Fields<'_>, checks: &Checks, mistakes: &[Mistake]) -> Vec<Hint> {
    let items = fields.items("hints", said!("hints-why")).unwrap_or_default();
    let hint = |item| match bound(item) {
        true => conditional(fields.source, item, checks, mistakes),
        false => fields
            .texts_of("hints", std::slice::from_ref(item))
            .first()
            .map(|(text, _)| Hint { text: (*text).to_owned(), when: None }),
    };
    items.iter().filter_map(hint).collect()
}

/// Whether an item is meant as a mapping: a text with a colon in it makes one by accident.
fn bound(item: &Node) -> bool {
    let Value::Map(entries) = &item.value else { return false };
    entries.iter().any(|(key, _)| matches!(&key.value, Value::Text(text) if text == "text" || text == "when"))
}

fn conditional(source: &Source, item: &Node, checks: &Checks, mistakes: &[Mistake]) -> Option<Hint> {
    let fields = Fields::open(source, item, &HINT)?;
    fields.required("text", said!("hint-text-why"));
    let text = fields.words("text");
    let when = fields.node("when");
    let cause = when.and_then(|node| cause(source, node, checks, mistakes));
    (when.is_none() || cause.is_some()).then_some(Hint { text: text?.to_owned(), when: cause })
}

fn cause(source: &Source, node: &Node, checks: &Checks, mistakes: &[Mistake]) -> Option<HintCause> {
    let fields = Fields::open(source, node, &WHEN)?;
    if fields.has("test") == fields.has("mistake") {
        source.report(
            node.id,
            said!("hint-conditions"),
            said!("hint-conditions.why"),
            said!("hint-conditions.help"),
        );
        return None;
    }
    let Some(name) = fields.words("mistake") else {
        let tests = mistakes::tests(&fields, "test", said!("hint-test-why"), checks);
        return (!tests.is_empty()).then_some(HintCause::Tests(tests));
    };
    if mistakes.iter().any(|mistake| mistake.name == name) {
        return Some(HintCause::Mistake(name.to_owned()));
    }
    source.report(
        fields.node("mistake").map_or(node.id, |node| node.id),
        said!("unknown-mistake", mistake = shorten(name)),
        said!("unknown-mistake.why"),
        did_you_mean(
            name,
            mistakes.iter().map(|mistake| mistake.name.as_str()),
            said!("unknown-mistake.help"),
        ),
    );
    None
}
