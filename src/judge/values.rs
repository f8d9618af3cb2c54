//! Equality of plain data: Python's, but with exact types.

use std::collections::HashMap;

use super::matching::maximum;
use super::numbers::close;
use crate::model::check::Tolerance;
use crate::model::plain::Plain;

/// Whether a value is the wanted one: `1`, `1.0` and `True` differ, a list is no tuple, sets and dicts have no order,
/// `nan` equals `nan`. Floats may differ by the tolerance.
pub(super) fn equal(wanted: &Plain, found: &Plain, tolerance: Option<Tolerance>) -> bool {
    match (wanted, found) {
        (Plain::Float(wanted), Plain::Float(found)) => equal_floats(wanted, found, tolerance),
        (Plain::List(wanted), Plain::List(found)) | (Plain::Tuple(wanted), Plain::Tuple(found)) => {
            wanted.len() == found.len() && wanted.iter().zip(found).all(|(w, f)| equal(w, f, tolerance))
        }
        (Plain::Set(wanted), Plain::Set(found)) | (Plain::Frozenset(wanted), Plain::Frozenset(found)) => {
            equal_sets(wanted, found, tolerance)
        }
        (Plain::Dict(wanted), Plain::Dict(found)) => equal_dicts(wanted, found, tolerance),
        (Plain::Other { .. }, _) | (_, Plain::Other { .. }) => false,
        _ => key(wanted) == key(found),
    }
}

/// The name of a value's type.
pub(super) fn type_name(value: &Plain) -> &str {
    match value {
        Plain::None => "NoneType",
        Plain::Bool(_) => "bool",
        Plain::Int(_) => "int",
        Plain::Float(_) => "float",
        Plain::Str(_) => "str",
        Plain::Bytes(_) => "bytes",
        Plain::List(_) => "list",
        Plain::Tuple(_) => "tuple",
        Plain::Set(_) => "set",
        Plain::Frozenset(_) => "frozenset",
        Plain::Dict(_) => "dict",
        Plain::Other { class, .. } => class,
    }
}

fn equal_floats(wanted: &str, found: &str, tolerance: Option<Tolerance>) -> bool {
    let exact = Tolerance { abs: 0.0, rel: 0.0 };
    match (wanted.parse(), found.parse()) {
        (Ok(wanted), Ok(found)) => close(wanted, found, tolerance.unwrap_or(exact)),
        _ => wanted == found,
    }
}

fn equal_sets(wanted: &[Plain], found: &[Plain], tolerance: Option<Tolerance>) -> bool {
    if wanted.len() != found.len() {
        return false;
    }
    let sorted = |items: &[Plain]| {
        let mut keys: Vec<String> = items.iter().map(key).collect();
        keys.sort_unstable();
        keys
    };
    if sorted(wanted) == sorted(found) {
        return !has_other(found);
    }
    tolerance.is_some() && {
        let partners = maximum(wanted.len(), found.len(), |w, f| equal(&wanted[w], &found[f], tolerance));
        partners.iter().all(Option::is_some)
    }
}

/// Keys are equal or not: a tolerance is for values.
fn equal_dicts(wanted: &[(Plain, Plain)], found: &[(Plain, Plain)], tolerance: Option<Tolerance>) -> bool {
    let by_key: HashMap<String, &Plain> = found.iter().map(|(name, value)| (key(name), value)).collect();
    let matches = |(name, wanted): &(Plain, Plain)| {
        by_key.get(&key(name)).is_some_and(|found| equal(wanted, found, tolerance))
    };
    wanted.len() == found.len()
        && by_key.len() == found.len()
        && wanted.iter().all(matches)
        && !found.iter().any(|(name, _)| has_other(std::slice::from_ref(name)))
}

fn has_other(items: &[Plain]) -> bool {
    items.iter().any(|item| match item {
        Plain::Other { .. } => true,
        Plain::List(items) | Plain::Tuple(items) | Plain::Set(items) | Plain::Frozenset(items) => {
            has_other(items)
        }
        Plain::Dict(items) => items.iter().any(|(name, value)| has_other(&[name.clone(), value.clone()])),
        _ => false,
    })
}

/// A text that equal values share, and no others.
fn key(value: &Plain) -> String {
    let joined = |items: &[Plain], sorted: bool| {
        let mut keys: Vec<String> = items.iter().map(key).collect();
        if sorted {
            keys.sort_unstable();
        }
        keys.join(",")
    };
    let kind = type_name(value);
    match value {
        Plain::None => "None".to_owned(),
        Plain::Bool(value) => format!("bool {value}"),
        Plain::Int(text) => format!("int {}", integer(text)),
        Plain::Float(text) => match text.parse::<f64>() {
            Ok(number) if number.is_nan() => "float nan".to_owned(),
            // Adding zero makes one of 0.0 and -0.0, which are equal.
            Ok(number) => format!("float {:?}", number + 0.0),
            Err(_) => format!("float {text:?}"),
        },
        Plain::Str(text) => format!("str {text:?}"),
        Plain::Bytes(hex) => format!("bytes {:?}", hex.to_ascii_lowercase()),
        Plain::List(items) | Plain::Tuple(items) => format!("{kind}({})", joined(items, false)),
        Plain::Set(items) | Plain::Frozenset(items) => format!("{kind}({})", joined(items, true)),
        Plain::Dict(items) => {
            let mut keys: Vec<String> =
                items.iter().map(|(name, value)| format!("{}:{}", key(name), key(value))).collect();
            keys.sort_unstable();
            format!("dict({})", keys.join(","))
        }
        Plain::Other { class, repr } => format!("other({class:?},{repr:?})"),
    }
}

/// An integer without a plus sign and leading zeros.
fn integer(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { format!("{sign}{digits}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(n: i64) -> Plain {
        Plain::Int(n.to_string())
    }

    fn float(text: &str) -> Plain {
        Plain::Float(text.into())
    }

    fn text(text: &str) -> Plain {
        Plain::Str(text.into())
    }

    #[test]
    fn types_are_exact() {
        let ones =
            [int(1), float("1.0"), Plain::Bool(true), text("1"), Plain::Bytes("31".into()), Plain::None];
        let kinds = [
            Plain::List(vec![int(1)]),
            Plain::Tuple(vec![int(1)]),
            Plain::Set(vec![int(1)]),
            Plain::Frozenset(vec![int(1)]),
            Plain::Dict(vec![(int(1), int(1))]),
        ];
        let all: Vec<&Plain> = ones.iter().chain(&kinds).collect();
        for (i, one) in all.iter().enumerate() {
            for (j, other) in all.iter().enumerate() {
                assert_eq!(equal(one, other, None), i == j, "{one} {other}");
            }
        }
        assert!(!equal(&Plain::List(vec![int(1)]), &Plain::List(vec![float("1.0")]), None));
    }

    #[test]
    fn sets_and_dicts_have_no_order() {
        assert!(equal(&Plain::Set(vec![int(1), int(2)]), &Plain::Set(vec![int(2), int(1)]), None));
        assert!(!equal(&Plain::Set(vec![int(1), int(2)]), &Plain::Set(vec![int(1), int(3)]), None));
        let dict =
            |pairs: &[(&str, i64)]| Plain::Dict(pairs.iter().map(|(k, v)| (text(k), int(*v))).collect());
        assert!(equal(&dict(&[("a", 1), ("b", 2)]), &dict(&[("b", 2), ("a", 1)]), None));
        assert!(!equal(&dict(&[("a", 1)]), &dict(&[("a", 2)]), None));
        assert!(!equal(&dict(&[("a", 1)]), &dict(&[("a", 1), ("b", 2)]), None));
        assert!(!equal(&dict(&[("a", 1), ("b", 2)]), &dict(&[("a", 1), ("a", 1)]), None));
    }

    #[test]
    fn floats_are_exact_without_tolerance() {
        assert!(equal(&float("nan"), &float("nan"), None));
        assert!(equal(&float("0.0"), &float("-0.0"), None));
        assert!(equal(&float("1e3"), &float("1000.0"), None));
        assert!(!equal(&float("0.3"), &float("0.30000000000000004"), None));
        let tolerance = Some(Tolerance { abs: 1e-9, rel: 0.0 });
        assert!(equal(&float("0.3"), &float("0.30000000000000004"), tolerance));
        let set = |texts: &[&str]| Plain::Set(texts.iter().map(|text| float(text)).collect());
        assert!(equal(&set(&["0.3", "1.0"]), &set(&["1.0000000000001", "0.30000000000000004"]), tolerance));
        assert!(!equal(&set(&["0.3", "1.0"]), &set(&["1.0", "0.4"]), tolerance));
        let dict = |value: &str| Plain::Dict(vec![(text("x"), float(value))]);
        assert!(equal(&dict("0.3"), &dict("0.30000000000000004"), tolerance));
    }

    #[test]
    fn anything_else_equals_nothing() {
        let other = Plain::Other { class: "numpy.int64".into(), repr: "1".into() };
        assert!(!equal(&other, &other, None));
        assert!(!equal(&Plain::Set(vec![other.clone()]), &Plain::Set(vec![other]), None));
    }

    #[test]
    fn integers_of_any_size_and_writing() {
        let int = |text: &str| Plain::Int(text.into());
        assert!(equal(&int("+007"), &int("7"), None));
        assert!(equal(&int("-0"), &int("0"), None));
        let huge = "9".repeat(400);
        assert!(equal(&int(&huge), &int(&huge), None));
        assert!(!equal(&int(&huge), &int(&(huge.clone() + "1")), None));
    }
}
