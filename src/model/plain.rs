//! Plain Python data: what a `cases` check sends to a function and compares with what comes back.
//!
//! Types are exact: `1`, `1.0` and `True` differ, a list is not a tuple. The JSON form (tagged, see [`Plain`]) is what
//! the Python side speaks.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value of a plain built-in Python type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t", content = "v", rename_all = "snake_case")]
pub enum Plain {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// An `int` of any size, in decimal.
    Int(String),
    /// A `float`, as Python's `repr` gives it (`nan`, `inf` and `-0.0` included).
    Float(String),
    /// A `str`.
    Str(String),
    /// A `bytes`, in hexadecimal.
    Bytes(String),
    /// A `list`.
    List(Vec<Plain>),
    /// A `tuple`.
    Tuple(Vec<Plain>),
    /// A `set`, in any order.
    Set(Vec<Plain>),
    /// A `frozenset`, in any order.
    Frozenset(Vec<Plain>),
    /// A `dict`; order does not count.
    Dict(Vec<(Plain, Plain)>),
    /// Anything else: it never equals anything.
    Other {
        /// The type's name.
        class: String,
        /// What `repr` gives, shortened.
        repr: String,
    },
}

impl fmt::Display for Plain {
    /// The value as Python would write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(true) => f.write_str("True"),
            Self::Bool(false) => f.write_str("False"),
            Self::Int(text) | Self::Float(text) => f.write_str(text),
            Self::Str(text) => write!(f, "{}", PyStr(text)),
            Self::Bytes(hex) => write!(f, "bytes.fromhex('{hex}')"),
            Self::List(items) => sequence(f, "[", items, "]"),
            Self::Tuple(items) if items.len() == 1 => write!(f, "({},)", items[0]),
            Self::Tuple(items) => sequence(f, "(", items, ")"),
            Self::Set(items) if items.is_empty() => f.write_str("set()"),
            Self::Set(items) => sequence(f, "{", items, "}"),
            Self::Frozenset(items) => sequence(f, "frozenset({", items, "})"),
            Self::Dict(items) => {
                f.write_str("{")?;
                for (index, (key, value)) in items.iter().enumerate() {
                    let gap = if index == 0 { "" } else { ", " };
                    write!(f, "{gap}{key}: {value}")?;
                }
                f.write_str("}")
            }
            Self::Other { repr, .. } => f.write_str(repr),
        }
    }
}

fn sequence(f: &mut fmt::Formatter<'_>, open: &str, items: &[Plain], close: &str) -> fmt::Result {
    f.write_str(open)?;
    for (index, item) in items.iter().enumerate() {
        let gap = if index == 0 { "" } else { ", " };
        write!(f, "{gap}{item}")?;
    }
    f.write_str(close)
}

/// A `str` in Python's quotes.
struct PyStr<'a>(&'a str);

impl fmt::Display for PyStr<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quote = if self.0.contains('\'') && !self.0.contains('"') { '"' } else { '\'' };
        write!(f, "{quote}")?;
        for character in self.0.chars() {
            match character {
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\\' => f.write_str("\\\\")?,
                c if c == quote => write!(f, "\\{c}")?,
                c if c.is_control() => write!(f, "\\x{:02x}", c as u32)?,
                c => write!(f, "{c}")?,
            }
        }
        write!(f, "{quote}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_shown_as_python_writes_them() {
        let value = Plain::Dict(vec![(
            Plain::Str("it's".into()),
            Plain::Tuple(vec![Plain::Int("1".into()), Plain::Float("2.0".into()), Plain::None]),
        )]);
        assert_eq!(value.to_string(), r#"{"it's": (1, 2.0, None)}"#);
        assert_eq!(Plain::Set(vec![]).to_string(), "set()");
        assert_eq!(Plain::Tuple(vec![Plain::Bool(true)]).to_string(), "(True,)");
    }
}
