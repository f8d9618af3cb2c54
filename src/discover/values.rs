//! YAML values as plain Python data, for `cases` checks.

use super::manifest::{Node, Value};
use super::source::{Label, Name, Source, quoted, shorten};
use crate::error::did_you_mean;
use crate::language::{Said, said};
use crate::model::plain::Plain;

const TAGS: [&str; 4] = ["tuple", "set", "frozenset", "bytes"];

/// The Python value that a node stands for.
pub(super) fn plain(source: &Source, node: &Node) -> Option<Plain> {
    match &node.value {
        Value::Null => Some(Plain::None),
        Value::Bool(flag) => Some(Plain::Bool(*flag)),
        Value::Int(text) => Some(Plain::Int(text.clone())),
        Value::Float(float) => Some(Plain::Float(python_float(*float))),
        Value::Text(text) => Some(Plain::Str(text.clone())),
        Value::List(items) => all(source, items).map(Plain::List),
        Value::Map(entries) => dict(source, entries),
        Value::Tagged(tag, inner) => tagged(source, node, tag, inner),
    }
}

/// Each item, or `None` when one is wrong: all of them are looked at.
pub(super) fn all(source: &Source, items: &[Node]) -> Option<Vec<Plain>> {
    let values: Vec<_> = items.iter().map(|item| plain(source, item)).collect();
    values.into_iter().collect()
}

fn dict(source: &Source, entries: &[(Node, Node)]) -> Option<Plain> {
    let keys: Vec<_> = entries.iter().map(|(key, _)| plain(source, key)).collect();
    let values: Vec<_> = entries.iter().map(|(_, value)| plain(source, value)).collect();
    let keys = keys.into_iter().collect::<Option<Vec<_>>>()?;
    let values = values.into_iter().collect::<Option<Vec<_>>>()?;
    let nodes: Vec<_> = entries.iter().map(|(key, _)| key).collect();
    distinct(source, &nodes, &keys, || said!("a-key-of-a-dict"))?;
    Some(Plain::Dict(keys.into_iter().zip(values).collect()))
}

fn tagged(source: &Source, node: &Node, tag: &str, inner: &Node) -> Option<Plain> {
    match tag {
        "tuple" => {
            let label = Label { name: Name::Key("!tuple"), example: "!tuple [1, 2]" };
            all(source, source.list(inner, label)?).map(Plain::Tuple)
        }
        "set" => {
            let label = Label { name: Name::Key("!set"), example: "!set [1, 2]" };
            set(source, inner, label).map(Plain::Set)
        }
        "frozenset" => {
            let label = Label { name: Name::Key("!frozenset"), example: "!frozenset [1, 2]" };
            set(source, inner, label).map(Plain::Frozenset)
        }
        "bytes" => bytes(source, inner),
        _ => {
            source.report(
                node.id,
                said!("unknown-tag", tag = shorten(tag)),
                said!("unknown-tag.why", tags = quoted(["!tuple", "!set", "!frozenset", "!bytes"])),
                did_you_mean(tag, TAGS, said!("unknown-tag.help")),
            );
            None
        }
    }
}

fn set(source: &Source, inner: &Node, label: Label<'_>) -> Option<Vec<Plain>> {
    let items = source.list(inner, label)?;
    let values = all(source, items)?;
    let nodes: Vec<_> = items.iter().collect();
    distinct(source, &nodes, &values, || said!("an-element-of-a-set"))?;
    Some(values)
}

fn bytes(source: &Source, inner: &Node) -> Option<Plain> {
    let label = Label { name: Name::Key("!bytes"), example: "!bytes \"00ff\"" };
    let text = source.text(inner, label)?;
    if text.len() % 2 != 0 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        source.report(
            inner.id,
            said!("cannot-be", name = label.name, text = shorten(text)),
            said!("bytes-are-hexadecimal"),
            label.like(),
        );
        return None;
    }
    Some(Plain::Bytes(text.to_ascii_lowercase()))
}

/// Keys and elements must be hashable and different.
fn distinct(source: &Source, nodes: &[&Node], values: &[Plain], what: fn() -> Said) -> Option<()> {
    let mut sound = true;
    let mut seen = std::collections::HashSet::new();
    for (node, value) in nodes.iter().zip(values) {
        if !is_hashable(value) {
            source.report(
                node.id,
                said!("unhashable", what = what()),
                said!("unhashable.why"),
                said!("unhashable.help"),
            );
            sound = false;
        } else if !seen.insert(format!("{value:?}")) {
            let what = said!("repeated", what = what(), value = shorten(&value.to_string()));
            source.report(node.id, what, said!("repeated.why"), said!("remove-one"));
            sound = false;
        }
    }
    sound.then_some(())
}

fn is_hashable(value: &Plain) -> bool {
    match value {
        Plain::List(_) | Plain::Set(_) | Plain::Dict(_) => false,
        Plain::Tuple(items) => items.iter().all(is_hashable),
        _ => true,
    }
}

/// A float as Python's `repr` gives it. Rust's debug form has the same digits, but another exponent and `NaN`.
fn python_float(float: f64) -> String {
    if float.is_nan() {
        return "nan".to_owned();
    }
    let text = format!("{float:?}");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let (sign, size) = exponent.strip_prefix('-').map_or(('+', exponent), |size| ('-', size));
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    format!("{digits}e{sign}{size:0>2}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_python_does() {
        let wanted = [
            (1.0, "1.0"),
            (-0.0, "-0.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (1.5e300, "1.5e+300"),
            (1e-5, "1e-05"),
            (0.0001, "0.0001"),
            (123456789012345.0, "123456789012345.0"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ];
        for (float, text) in wanted {
            assert_eq!(python_float(float), text);
        }
    }
}
