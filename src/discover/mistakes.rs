//! `mistakes:` of an exercise: plausible wrong answers and how they show.

use std::collections::BTreeSet;

use super::checks::{Checks, known_test};
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::shape::{Kind, Shape, key, needed};
use super::source::{Source, quoted, shorten};
use super::walk::is_slug;
use crate::error::did_you_mean;
use crate::language::{Said, said};
use crate::model::exercise::{Mistake, MistakePattern};
use crate::model::names::TestId;
use crate::model::search::Search;

pub(super) const MISTAKE: Shape = Shape {
    what: || said!("a-mistake"),
    keys: &[
        needed("name", "name: forgot_super", Kind::Words, "its folder under `solutions/…/mistakes/`"),
        needed(
            "feedback",
            "feedback: \"`__new__` returned None.\"",
            Kind::Words,
            "what a learner is told who makes it",
        ),
        key(
            "when",
            "when: { raises: TypeError, message: NoneType }",
            Kind::Map(&WHEN),
            "how it shows; all that is given must hold",
        ),
    ],
};

const WHEN: Shape = Shape {
    what: || said!("the-when"),
    keys: &[
        key("raises", "raises: TypeError", Kind::Words, "the class of an exception that was raised"),
        key(
            "message",
            "message: NoneType",
            Kind::Words,
            "a regular expression found in an exception's or a test's message",
        ),
        key("stdout", "stdout: \"^None$\"", Kind::Words, "a regular expression found in what was printed"),
        key("stderr", "stderr: never awaited", Kind::Words, "a regular expression found on the error stream"),
        key("test", "test: test_area", Kind::OneOrMore, "tests that failed"),
        key("passes", "passes: test_area", Kind::OneOrMore, "tests that passed"),
        key(
            "diff",
            "diff: \"Hello !\"",
            Kind::Words,
            "a regular expression found in a line that was printed and not expected",
        ),
        key(
            "survives",
            "survives: no_discount",
            Kind::OneOrMore,
            "wrong versions that the tests let through",
        ),
        key("kills", "kills: no_discount", Kind::OneOrMore, "wrong versions that the tests notice"),
        key("rejects", "rejects: good", Kind::OneOrMore, "right versions that the tests refuse"),
    ],
};

/// Reads the list of mistakes.
pub(super) fn read(source: &Source, items: &[Node], checks: &Checks) -> Vec<Mistake> {
    let mut seen = BTreeSet::new();
    items.iter().filter_map(|item| mistake(source, item, checks, &mut seen)).collect()
}

fn mistake<'s>(
    source: &'s Source,
    item: &'s Node,
    checks: &Checks,
    seen: &mut BTreeSet<&'s str>,
) -> Option<Mistake> {
    let fields = Fields::open(source, item, &MISTAKE)?;
    fields.required("name", said!("mistake-name-why"));
    fields.required("feedback", said!("mistake-feedback-why"));
    let name = fields.words("name").filter(|name| sound_name(&fields, name, seen));
    let feedback = fields.words("feedback");
    let when = fields.node("when").and_then(|node| when(source, node, checks));
    Some(Mistake { name: name?.to_owned(), feedback: feedback?.to_owned(), when })
}

fn sound_name<'s>(fields: &Fields<'s>, name: &'s str, seen: &mut BTreeSet<&'s str>) -> bool {
    let report = |what: Said, why: Said, help: Said| {
        if let Some(node) = fields.node("name") {
            fields.source.report(node.id, what, why, help);
        }
        false
    };
    if !is_slug(name) {
        let like = said!("write-like", example = "name: forgot_super");
        return report(said!("bad-mistake-name", name = shorten(name)), said!("bad-mistake-name.why"), like);
    }
    if !seen.insert(name) {
        return report(said!("mistake-twice", name = name), said!("mistake-twice.why"), said!("rename-one"));
    }
    true
}

fn when(source: &Source, node: &Node, checks: &Checks) -> Option<MistakePattern> {
    let fields = Fields::open(source, node, &WHEN)?;
    if matches!(&node.value, Value::Map(entries) if entries.is_empty()) {
        source.report(node.id, said!("when-empty"), said!("when-empty.why"), said!("when-empty.help"));
        return None;
    }
    Some(MistakePattern {
        raises: fields.words("raises").map(str::to_owned),
        message: regex(&fields, "message"),
        stdout: regex(&fields, "stdout"),
        stderr: regex(&fields, "stderr"),
        tests: tests(&fields, "test", said!("mistake-test-why"), checks),
        passes: tests(&fields, "passes", said!("mistake-passes-why"), checks),
        diff: regex(&fields, "diff"),
        survives: versions(&fields, checks, "survives", &checks.bad_versions),
        kills: versions(&fields, checks, "kills", &checks.bad_versions),
        rejects: versions(&fields, checks, "rejects", &checks.right_versions),
    })
}

/// A regular expression.
pub(super) fn regex(fields: &Fields<'_>, name: &str) -> Option<Search> {
    let text = fields.words(name)?;
    let node = fields.node(name)?;
    Search::new(text)
        .map_err(|error| {
            let what = said!("bad-expression", name = name);
            fields.source.report(node.id, what, error.to_string(), said!("bad-expression.help"));
        })
        .ok()
}

pub(super) fn tests(fields: &Fields<'_>, key: &str, why: Said, checks: &Checks) -> Vec<TestId> {
    let ids = one_or_more(fields, key, why);
    ids.into_iter().filter_map(|(id, node)| known_test(fields.source, checks, id, node)).collect()
}

/// Names of versions of the code that the learner's tests test.
fn versions(fields: &Fields<'_>, checks: &Checks, name: &str, known: &BTreeSet<String>) -> Vec<String> {
    let names =
        one_or_more(fields, name, said!("mistake-versions-why")).into_iter().filter(|(version, node)| {
            let is_known = known.contains(*version) || checks.some_versions_unknown;
            if !is_known {
                let versions = known.iter().map(String::as_str);
                let why = if known.is_empty() {
                    said!("unknown-version.none")
                } else {
                    said!("unknown-version.why", versions = quoted(versions.clone()))
                };
                let what = said!("unknown-version", version = shorten(version));
                let help = did_you_mean(version, versions, said!("name-one-of-those"));
                fields.source.report(node.id, what, why, help);
            }
            is_known
        });
    names.map(|(version, _)| version.to_owned()).collect()
}

/// One text, or a list of them.
fn one_or_more<'s>(fields: &Fields<'s>, name: &str, why: Said) -> Vec<(&'s str, &'s Node)> {
    let Some(node) = fields.node(name) else { return Vec::new() };
    match &node.value {
        Value::List(_) => fields.texts_of(name, fields.items(name, why).unwrap_or_default()),
        _ => fields.words(name).map(|text| (text, node)).into_iter().collect(),
    }
}
