//! The keys of one mapping of a manifest: known ones are read by type, unknown and repeated ones are errors.

use std::collections::BTreeMap;

use super::manifest::{Node, Value};
use super::shape::{Kind, Shape};
use super::source::{Label, Name, Source, Wanted, quoted, shorten};
use crate::error::did_you_mean;
use crate::language::{Said, said};

/// A mapping whose keys have been looked through.
#[derive(Debug)]
pub(super) struct Fields<'s> {
    /// The manifest.
    pub(super) source: &'s Source,
    /// The mapping itself.
    pub(super) node: &'s Node,
    shape: &'static Shape,
    values: BTreeMap<&'static str, &'s Node>,
}

impl<'s> Fields<'s> {
    /// Looks through a mapping; every key that does not belong is noted.
    pub(super) fn open(source: &'s Source, node: &'s Node, shape: &'static Shape) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let label = Label { name: Name::Message(shape.what), example: shape.first_example() };
            return source.wrong_type(node, label, Wanted::Mapping);
        };
        let mut fields = Self { source, node, shape, values: BTreeMap::new() };
        for (key, value) in entries {
            fields.enter(key, value);
        }
        Some(fields)
    }

    fn enter(&mut self, key: &Node, value: &'s Node) {
        let shape = self.shape;
        let names = || shape.names();
        let Value::Text(text) = &key.value else {
            let name = Name::Message(|| said!("a-key"));
            let label = Label { name, example: shape.first_example() };
            self.source.wrong_type::<()>(key, label, Wanted::Text);
            return;
        };
        let Some(name) = names().find(|name| name == text) else {
            let text = shorten(text);
            self.source.report(
                key.id,
                said!("unknown-key", key = &text, of = (shape.what)()),
                said!("unknown-key.why", of = (shape.what)(), keys = quoted(names())),
                did_you_mean(&text, names(), said!("remove-it")),
            );
            return;
        };
        if self.values.contains_key(name) {
            self.source.report(
                key.id,
                said!("given-twice", name = name),
                said!("key-twice", of = (shape.what)()),
                said!("keep-one"),
            );
            return;
        }
        self.values.insert(name, value);
    }

    /// The value of a key, whatever its type.
    pub(super) fn node(&self, name: &str) -> Option<&'s Node> {
        self.values.get(name).copied()
    }

    /// Whether the key is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, name: &str, why: Said) -> Option<&'s Node> {
        debug_assert!(self.shape.key(name).is_some_and(|key| key.needed), "`{name}` of {:?}", self.shape);
        if !self.has(name) {
            self.source.report(
                self.node.id,
                said!("key-missing", of = (self.shape.what)(), key = name),
                why,
                said!("key-missing.help", example = self.example(name)),
            );
        }
        self.node(name)
    }

    /// How errors about a key call it.
    pub(super) fn label<'a>(&self, name: &'a str) -> Label<'a> {
        Label { name: Name::Key(name), example: self.example(name) }
    }

    fn example(&self, name: &str) -> &'static str {
        self.shape.key(name).map_or("", |key| key.example)
    }

    /// What is read is what the table, and with it the schema, says.
    fn is_read_as(&self, name: &str, fits: impl Fn(&Kind) -> bool) {
        debug_assert!(
            self.shape.key(name).is_some_and(|key| fits(&key.kind)),
            "`{name}` of {:?}",
            self.shape
        );
    }

    fn read<T>(
        &self,
        name: &str,
        reader: impl FnOnce(&'s Source, &'s Node, Label<'_>) -> Option<T>,
    ) -> Option<T> {
        let node = self.node(name)?;
        reader(self.source, node, self.label(name))
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Option<&'s str> {
        self.is_read_as(name, |kind| *kind == Kind::Text);
        self.read(name, Source::text)
    }

    /// A text that says something.
    pub(super) fn words(&self, name: &str) -> Option<&'s str> {
        self.is_read_as(name, |kind| matches!(kind, Kind::Words | Kind::OneOrMore));
        self.read(name, Source::words)
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, name: &str) -> Option<bool> {
        self.is_read_as(name, |kind| *kind == Kind::Flag);
        self.read(name, Source::flag)
    }

    /// A number.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.is_read_as(name, |kind| *kind == Kind::Number);
        self.read(name, Source::number)
    }

    /// A whole number between two bounds.
    pub(super) fn whole(&self, name: &str, least: u32, most: u32) -> Option<u32> {
        self.is_read_as(name, |kind| *kind == Kind::Whole(least, most));
        self.read(name, |source, node, label| source.whole(node, label, least, most))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, name: &str, choices: &[(&str, T)]) -> Option<T> {
        let words = || choices.iter().map(|(word, _)| *word);
        self.is_read_as(
            name,
            |kind| matches!(kind, Kind::Choice(known) if known.iter().copied().eq(words())),
        );
        self.read(name, |source, node, label| source.choice(node, label, choices))
    }

    /// A list.
    pub(super) fn list(&self, name: &str) -> Option<&'s [Node]> {
        self.is_read_as(name, |kind| matches!(kind, Kind::List(_) | Kind::OneOrMore));
        self.read(name, Source::list)
    }

    /// A list with something in it.
    pub(super) fn items(&self, name: &str, why: Said) -> Option<&'s [Node]> {
        let items = self.list(name)?;
        if let ([], Some(node)) = (items, self.node(name)) {
            self.source.report(
                node.id,
                said!("words-empty", name = Name::Key(name)),
                why,
                self.label(name).like(),
            );
            return None;
        }
        Some(items)
    }

    /// A list of texts, each of which says something; a missing key is an empty list.
    pub(super) fn texts(&self, name: &str) -> Vec<(&'s str, &'s Node)> {
        let items = self.list(name).unwrap_or_default();
        self.texts_of(name, items)
    }

    /// The items of a list as texts, each of which says something.
    pub(super) fn texts_of(&self, name: &str, items: &'s [Node]) -> Vec<(&'s str, &'s Node)> {
        let label = Label { name: Name::ItemOf(name), example: self.example(name) };
        items.iter().filter_map(|item| Some((self.source.words(item, label)?, item))).collect()
    }
}
