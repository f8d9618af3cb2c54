//! YAML text → a tree of nodes that know their lines. The only user of serde_yaml.
//!
//! serde_yaml tells the place of an error, but not the place of a value. So every node gets a number in reading
//! order, and when an error needs the line of a node, the text is read again with an error planted at that number:
//! serde_yaml then says where it is. That costs a second reading for each *error*, nothing for a valid course, and
//! it cannot disagree with the real parser, as a hand-written key locator could.
//!
//! It must not know what a manifest means.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::syntax::SyntaxError;
use crate::language::said;

/// Values in one manifest. An alias (`*name`) repeats what it stands for, so a small text can be a huge tree.
const MAX_NODES: usize = 100_000;

/// Open brackets at one place. The YAML scanner looks at all of them for each token, which takes minutes for a text
/// of nothing but brackets, long before its own limit on nesting is asked.
const MAX_OPEN: usize = 500;

/// A manifest as data.
#[derive(Debug)]
pub(super) struct Document {
    text: String,
    root: Node,
}

/// A value and its place.
#[derive(Debug, PartialEq)]
pub(super) struct Node {
    /// Its place, to be asked for with [`Document::line`].
    pub(super) id: NodeId,
    /// What it is.
    pub(super) value: Value,
}

/// The place of a node in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(usize);

/// What a node is. Whole numbers and floats stay apart, and mappings keep their order and repeated keys.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// In decimal, of any size.
    Int(String),
    Float(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// `!name value`, without the `!`.
    Tagged(String, Box<Node>),
}

impl Document {
    /// Reads a text.
    pub(super) fn parse(text: String) -> Result<Self, SyntaxError> {
        if let Some(line) = too_deep(&text) {
            return Err(SyntaxError::new(Some(line), said!("yaml-too-deep", most = MAX_OPEN).into()));
        }
        let pass = Pass::default();
        let mut root = pass.read(&text).map_err(|error| {
            let line = error.location().map_or_else(|| second_document(&text), |place| Some(place.line()));
            SyntaxError::new(line, error.to_string().into())
        })?;
        restore_long_integers(&mut root, &text);
        Ok(Self { text, root })
    }

    /// The outermost value.
    pub(super) fn root(&self) -> &Node {
        &self.root
    }

    /// Lets go of the values once they are used, where they were made: a course has many. Lines can still be asked for.
    pub(super) fn forget_values(&mut self) {
        self.root.value = Value::Null;
    }

    /// What was read.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The line (1-based) on which a node starts.
    pub(super) fn line(&self, id: NodeId) -> Option<usize> {
        let pass = Pass { probe: Some((id, Probe::Place)), ..Pass::default() };
        pass.read(&self.text).err()?.location().map(|place| place.line())
    }

    /// The text of a line (1-based).
    pub(super) fn source_line(&self, line: usize) -> Option<&str> {
        self.text.lines().nth(line.checked_sub(1)?)
    }
}

/// The line on which too many brackets are open, if any. It knows nothing of quotes: no real text comes near.
fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (index, line) in text.lines().enumerate() {
        for byte in line.bytes() {
            match byte {
                b'[' | b'{' => open += 1,
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
            if open > MAX_OPEN {
                return Some(index + 1);
            }
        }
    }
    None
}

/// The line that starts a second document: the one error of the parser that comes without a place.
fn second_document(text: &str) -> Option<usize> {
    text.lines().skip(1).position(|line| line.starts_with("---")).map(|index| index + 2)
}

/// YAML readers turn integers of more than 128 bits into floats; Python has no such bound, so their digits are kept.
fn restore_long_integers(node: &mut Node, text: &str) {
    match &mut node.value {
        Value::Float(float) if float.abs() >= 1.7e38 && float.is_finite() => {
            let pass = Pass { probe: Some((node.id, Probe::Spelling)), ..Pass::default() };
            // The planted error is what ends this reading; only the spelling is of interest.
            let _ = pass.read(text);
            if let Some(spelling) = pass.spelling.into_inner().filter(|text| is_integer(text)) {
                node.value = Value::Int(spelling.trim_start_matches('+').to_owned());
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| restore_long_integers(item, text)),
        Value::Map(entries) => {
            for (key, value) in entries {
                restore_long_integers(key, text);
                restore_long_integers(value, text);
            }
        }
        Value::Tagged(_, inner) => restore_long_integers(inner, text),
        _ => {}
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// One reading of a text.
#[derive(Default)]
struct Pass {
    next: Cell<usize>,
    /// The node that this reading is about.
    probe: Option<(NodeId, Probe)>,
    /// How the probed scalar is written.
    spelling: RefCell<Option<String>>,
}

/// What is asked about a node.
#[derive(Clone, Copy, PartialEq)]
enum Probe {
    Place,
    Spelling,
}

impl Pass {
    fn read(&self, text: &str) -> Result<Node, serde_yaml::Error> {
        Seed(self).deserialize(serde_yaml::Deserializer::from_str(text))
    }
}

#[derive(Clone, Copy)]
struct Seed<'p>(&'p Pass);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let Self(pass) = self;
        let id = NodeId(pass.next.get());
        if id.0 >= MAX_NODES {
            return Err(D::Error::custom(format!("more than {MAX_NODES} values")));
        }
        pass.next.set(id.0 + 1);
        match pass.probe {
            Some((wanted, Probe::Place)) if wanted == id => deserializer.deserialize_any(Here),
            Some((wanted, Probe::Spelling)) if wanted == id => {
                *pass.spelling.borrow_mut() = Some(String::deserialize(deserializer)?);
                Err(D::Error::custom("found"))
            }
            _ => deserializer.deserialize_any(NodeVisitor { id, pass }),
        }
    }
}

/// Takes no value at all, so that the parser says where it stands.
struct Here;

impl Visitor<'_> for Here {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the node that was asked for")
    }
}

struct NodeVisitor<'p> {
    id: NodeId,
    pass: &'p Pass,
}

impl NodeVisitor<'_> {
    fn node<E>(&self, value: Value) -> Result<Node, E> {
        Ok(Node { id: self.id, value })
    }
}

impl<'de> Visitor<'de> for NodeVisitor<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        self.node(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        self.node(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        self.node(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        self.node(Value::Int(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        self.node(Value::Int(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        self.node(Value::Int(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        self.node(Value::Int(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        self.node(Value::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        self.node(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(Seed(self.pass))? {
            items.push(item);
        }
        self.node(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = access.next_key_seed(Seed(self.pass))? {
            entries.push((key, access.next_value_seed(Seed(self.pass))?));
        }
        self.node(Value::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (tag, content) = access.variant::<String>()?;
        let inner = content.newtype_variant_seed(Seed(self.pass))?;
        self.node(Value::Tagged(tag, Box::new(inner)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Document {
        Document::parse(text.to_owned()).unwrap()
    }

    fn entries(node: &Node) -> &[(Node, Node)] {
        let Value::Map(entries) = &node.value else { panic!("not a map: {node:?}") };
        entries
    }

    fn items(node: &Node) -> &[Node] {
        let Value::List(items) = &node.value else { panic!("not a list: {node:?}") };
        items
    }

    #[test]
    fn types_stay_apart() {
        let long = "123456789012345678901234567890123456789012345678901234567890";
        let document = parse(&format!(
            "[1, 1.0, true, ~, \"1\", -7, 340282366920938463463374607431768211455, {long}, -{long}, 1e60]"
        ));
        let values: Vec<_> = items(document.root()).iter().map(|node| &node.value).collect();
        let int = |text: &str| Value::Int(text.to_owned());
        assert_eq!(
            values,
            [
                &int("1"),
                &Value::Float(1.0),
                &Value::Bool(true),
                &Value::Null,
                &Value::Text("1".into()),
                &int("-7"),
                &int("340282366920938463463374607431768211455"),
                &int(long),
                &int(&format!("-{long}")),
                &Value::Float(1e60),
            ]
        );
    }

    #[test]
    fn every_node_knows_its_line() {
        let document = parse(
            "# a comment\ntitle: x\nchecks:\n  - output: a.py\n    args: [one,\n           two]\n  \
             - cases: !tuple\n      - 1\n",
        );
        let root = entries(document.root());
        let line = |node: &Node| document.line(node.id);
        assert_eq!(line(document.root()), Some(2));
        assert_eq!(line(&root[1].0), Some(3));
        let checks = items(&root[1].1);
        assert_eq!(line(&checks[0]), Some(4));
        let args = &entries(&checks[0])[1];
        assert_eq!((line(&args.0), line(&items(&args.1)[1])), (Some(5), Some(6)));
        assert_eq!(line(&checks[1]), Some(7));
    }

    #[test]
    fn repeated_keys_and_tags_are_kept() {
        let document = parse("a: 1\na: 2\nb: !set [1]\n");
        let root = entries(document.root());
        assert_eq!(root.len(), 3);
        assert!(matches!(&root[2].1.value, Value::Tagged(tag, _) if tag == "set"));
    }

    #[test]
    fn syntax_errors_have_a_line() {
        let error = Document::parse("title: x\nhints:\n  - `code` first\n".into()).unwrap_err();
        assert_eq!(error.line, Some(3), "{}", error.message);
        assert!(Document::parse("a: 1\n---\nb: 2\n".into()).is_err());
        assert_eq!(parse("# nothing\n").root().value, Value::Null);
    }

    #[test]
    fn a_small_text_cannot_become_a_huge_tree() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let previous = format!("*a{}", level - 1);
            text += &format!("a{level}: &a{level} [{}]\n", vec![previous; 10].join(", "));
        }
        assert!(Document::parse(text).is_err());
    }

    #[test]
    fn deep_nesting_is_an_error_soon_not_a_crash() {
        for unit in ["[", "{a: ", "a: [", "- ", "? "] {
            let error = Document::parse(unit.repeat((1 << 16) / unit.len())).unwrap_err();
            assert!(!error.message.is_empty(), "{unit}");
        }
    }
}
