//! What the mappings of a manifest look like: their keys, and what each takes.
//!
//! One table serves the reader, its errors and the JSON Schema, so that none can say something else than the others: in
//! debug builds a reader that takes a key for another kind of value than the table says is caught by the first test.

use crate::language::Said;

/// Which keys a mapping may have.
#[derive(Debug)]
pub(super) struct Shape {
    /// What the mapping is, with its article: `an exercise`.
    pub(super) what: fn() -> Said,
    /// Its keys.
    pub(super) keys: &'static [Key],
}

/// A key of a mapping.
#[derive(Debug)]
pub(super) struct Key {
    /// As it is written.
    pub(super) name: &'static str,
    /// Its line, for help.
    pub(super) example: &'static str,
    /// What it takes.
    pub(super) kind: Kind,
    /// What it means, in a few words.
    pub(super) about: &'static str,
    /// Whether it must be there.
    pub(super) needed: bool,
}

/// What a value is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    /// A text, be it empty.
    Text,
    /// A text that says something.
    Words,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A whole number between two bounds.
    Whole(u32, u32),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A number with one of these units.
    Quantity(&'static [(&'static str, u64)]),
    /// A list.
    List(&'static Kind),
    /// A list of two texts.
    Pair,
    /// Words, or a list of them.
    OneOrMore,
    /// A mapping.
    Map(&'static Shape),
    /// A mapping whose keys are the author's.
    MapOf(&'static Kind),
    /// One of several.
    OneOf(&'static [Kind]),
    /// Nothing: a key alone.
    Nothing,
    /// Any value.
    Anything,
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A key that may be missing.
pub(super) const fn key(name: &'static str, example: &'static str, kind: Kind, about: &'static str) -> Key {
    Key { name, example, kind, about, needed: false }
}

/// A key that must be there.
pub(super) const fn needed(
    name: &'static str,
    example: &'static str,
    kind: Kind,
    about: &'static str,
) -> Key {
    Key { name, example, kind, about, needed: true }
}

impl Shape {
    /// The names of the keys.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.keys.iter().map(|key| key.name)
    }

    /// The key of that name.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The example of the first key.
    pub(super) fn first_example(&self) -> &'static str {
        self.keys.first().map_or("key: value", |key| key.example)
    }
}
