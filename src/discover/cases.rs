//! A `cases` check: a module and a table of calls.

use super::checks::Task;
use super::fields::Fields;
use super::manifest::{Node, Value};
use super::output::tolerance;
use super::shape::{Kind, Shape, key, needed};
use super::source::{Label, Name, Source, Wanted, shorten};
use super::values;
use crate::language::{Said, said};
use crate::model::check::{CallCase, CasesCheck, Expect};
use crate::model::plain::Plain;

pub(super) const SHAPE: Shape = Shape {
    what: || said!("a-cases-check"),
    keys: &[
        needed("cases", "cases: area.py", Kind::Words, "the file that is imported"),
        needed(
            "table",
            "table: [{ call: area, args: [2, 3], returns: 6 }]",
            Kind::List(&Kind::Map(&CASE)),
            "the calls",
        ),
        key(
            "floats",
            "floats: { abs: 1e-9 }",
            Kind::Map(&super::output::FLOATS),
            "how far floats in results may differ",
        ),
        key("start", "start: cold", Kind::Choice(&["cold", "warm"]), "how its Python is started"),
        key("always", "always: true", Kind::Flag, "run although an earlier check failed"),
    ],
};

const CASE: Shape = Shape {
    what: || said!("a-case"),
    keys: &[
        needed("call", "call: area", Kind::Words, "a function, or a dotted name"),
        key("args", "args: [2, 3]", Kind::List(&Kind::Anything), "positional arguments"),
        key("kwargs", "kwargs: { unit: cm }", Kind::MapOf(&Kind::Anything), "keyword arguments"),
        key("returns", "returns: 6", Kind::Anything, "what must be returned, with exactly these types"),
        key("raises", "raises: ValueError", Kind::Words, "the class of an exception that must be raised"),
        key("message", "message: must not be negative", Kind::Words, "a part of that exception's message"),
        key("stdout", "stdout: \"done\\n\"", Kind::Text, "what the call must print"),
    ],
};

/// Reads a `cases` check.
pub(super) fn read(task: &Task<'_>, fields: &Fields<'_>) -> Option<CasesCheck> {
    let module =
        fields.node("cases").and_then(|node| task.folder.file(task.source, node, fields.label("cases")));
    let floats = fields.node("floats").and_then(|node| tolerance(task.source, node));
    fields.required("table", said!("table-why"));
    let items = fields.items("table", said!("table-why")).unwrap_or_default();
    let table: Vec<_> = items.iter().filter_map(|item| case(task.source, item)).collect();
    Some(CasesCheck { module: module?, table, floats })
}

fn case(source: &Source, item: &Node) -> Option<CallCase> {
    let fields = Fields::open(source, item, &CASE)?;
    fields.required("call", said!("call-why"));
    let call = name(&fields, "call");
    let args = values::all(source, fields.list("args").unwrap_or_default());
    let kwargs = fields.node("kwargs").map_or_else(|| Some(Vec::new()), |node| kwargs(source, node));
    let expect = expect(&fields);
    let stdout = fields.text("stdout").map(str::to_owned);
    Some(CallCase { call: call?, args: args?, kwargs: kwargs?, expect: expect?, stdout })
}

fn expect(fields: &Fields<'_>) -> Option<Expect> {
    let report =
        |node: &Node, what: Said, why: Said, help: Said| fields.source.report(node.id, what, why, help);
    if let Some(node) = fields.node("message").filter(|_| !fields.has("raises")) {
        report(
            node,
            said!("message-without-raises"),
            said!("message-without-raises.why"),
            said!("message-without-raises.help"),
        );
    }
    match (fields.node("returns"), fields.node("raises")) {
        (Some(value), None) => values::plain(fields.source, value).map(Expect::Returns),
        (None, Some(_)) => {
            let message = fields.words("message").map(str::to_owned);
            Some(Expect::Raises { class: name(fields, "raises")?, message })
        }
        (None, None) => {
            report(
                fields.node,
                said!("case-without-result"),
                said!("case-without-result.why"),
                said!("case-without-result.help"),
            );
            None
        }
        (Some(_), Some(node)) => {
            report(node, said!("case-with-both"), said!("case-with-both.why"), said!("keep-one"));
            None
        }
    }
}

/// A Python name, dotted for attributes.
fn name(fields: &Fields<'_>, key: &str) -> Option<String> {
    let text = fields.words(key)?;
    if text.split('.').all(is_identifier) {
        return Some(text.to_owned());
    }
    let node = fields.node(key)?;
    let label = fields.label(key);
    let what = said!("cannot-be", name = label.name, text = shorten(text));
    fields.source.report(node.id, what, said!("names-joined-by-dots"), label.like());
    None
}

fn is_identifier(text: &str) -> bool {
    let start = |c: char| c.is_alphabetic() || c == '_';
    text.starts_with(start) && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn kwargs(source: &Source, node: &Node) -> Option<Vec<(String, Plain)>> {
    let label = Label { name: Name::Key("kwargs"), example: "kwargs: { unit: cm }" };
    let Value::Map(entries) = &node.value else {
        return source.wrong_type(node, label, Wanted::Mapping);
    };
    let mut all: Option<Vec<(String, Plain)>> = Some(Vec::new());
    for (key, value) in entries {
        let entry = kwarg(source, key, value);
        if let (Some(known), Some((name, _))) = (&all, &entry)
            && known.iter().any(|(other, _)| other == name)
        {
            let what = said!("argument-twice", name = name);
            source.report(key.id, what, said!("argument-twice.why"), said!("keep-one"));
        }
        all = all.zip(entry).map(|(mut all, entry)| {
            all.push(entry);
            all
        });
    }
    all
}

fn kwarg(source: &Source, key: &Node, value: &Node) -> Option<(String, Plain)> {
    let label = Label { name: Name::Message(|| said!("a-key-of-kwargs")), example: "kwargs: { unit: cm }" };
    let value = values::plain(source, value);
    let name = source.text(key, label)?;
    if !is_identifier(name) {
        let what = said!("no-argument-name", name = shorten(name));
        source.report(key.id, what, said!("no-argument-name.why"), label.like());
        return None;
    }
    Some((name.to_owned(), value?))
}
