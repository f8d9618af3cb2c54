//! A manifest under reading: its text, and the mistakes found in it so far.
//!
//! Every reader notes a mistake with its line, gives `None` and lets reading go on, so that one bad field does not
//! hide the next. The values that the readers fill in for bad ones are never seen: a course with errors is not built.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::manifest::{Document, Node, NodeId, Value};
use crate::error::{Place, UserError, did_you_mean};
use crate::language::{self, Said, Text, said};

/// The largest manifest that is read.
const MAX_BYTES: u64 = 256 * 1024;

/// A manifest and what is wrong with it.
#[derive(Debug)]
pub(super) struct Source {
    path: PathBuf,
    document: Document,
    /// Of a reader on any core.
    errors: Mutex<Vec<UserError>>,
}

/// What a value is called, and how a good one is written: the material of errors about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) name: Name<'a>,
    pub(super) example: &'a str,
}

/// What a value is called in a sentence. It is put into words only when something is wrong with the value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name<'a> {
    /// By its key or its tag.
    Key(&'a str),
    /// As an item of the list that stands behind a key.
    ItemOf(&'a str),
    /// By a message.
    Message(fn() -> Said),
}

impl From<Name<'_>> for language::Value {
    fn from(name: Name<'_>) -> Self {
        match name {
            Name::Key(key) => format!("`{key}`").into(),
            Name::ItemOf(list) => said!("an-item-of", list = list).into(),
            Name::Message(message) => message().into(),
        }
    }
}

impl Label<'_> {
    /// The help that shows how a good one is written.
    pub(super) fn like(&self) -> Said {
        said!("write-like", example = self.example)
    }
}

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Wanted {
    Text,
    List,
    Mapping,
    Whole,
    Number,
    Flag,
}

impl Wanted {
    fn said(self) -> Said {
        match self {
            Self::Text => said!("a-text"),
            Self::List => said!("a-list"),
            Self::Mapping => said!("a-mapping"),
            Self::Whole => said!("a-whole-number"),
            Self::Number => said!("a-number"),
            Self::Flag => said!("true-or-false"),
        }
    }
}

impl Source {
    /// Reads and parses a manifest.
    pub(super) fn read(path: &Path) -> Result<Self, UserError> {
        let text = read_text(path)?;
        let document = Document::parse(text).map_err(|error| {
            let place = Place { path: path.to_path_buf(), line: error.line };
            UserError::new(said!("yaml-invalid", file = file_name(path)))
                .at(place)
                .why(error.message)
                .help(error.help)
        })?;
        if document.root().value == Value::Null {
            return Err(UserError::new(said!("manifest-empty", file = file_name(path)))
                .at(Place::line(path, 1))
                .why(said!("manifest-empty.why"))
                .help(said!("manifest-empty.help")));
        }
        Ok(Self { path: path.to_path_buf(), document, errors: Mutex::default() })
    }

    /// The outermost value.
    pub(super) fn root(&self) -> &Node {
        self.document.root()
    }

    /// Lets go of the values: only errors are noted from now on.
    pub(super) fn forget_values(&mut self) {
        self.document.forget_values();
    }

    /// blake3 of the text.
    pub(super) fn hash(&self) -> [u8; 32] {
        *blake3::hash(self.document.text().as_bytes()).as_bytes()
    }

    /// Notes a mistake at a node.
    pub(super) fn report(
        &self,
        node: NodeId,
        what: impl Into<Text>,
        why: impl Into<Text>,
        help: impl Into<Text>,
    ) {
        self.push(UserError::new(what).at(self.place(node)).why(why).help(help));
    }

    /// Notes a mistake at another place, such as a line of an expected output.
    pub(super) fn push(&self, error: UserError) {
        self.errors.lock().unwrap_or_else(PoisonError::into_inner).push(error);
    }

    /// Where a node is.
    pub(super) fn place(&self, node: NodeId) -> Place {
        Place { path: self.path.clone(), line: self.document.line(node) }
    }

    /// Where the line `index` (from 0) of a text of several lines is written: a block text starts on the line below
    /// its `|`, so the source is asked which line it is.
    pub(super) fn place_of_line(&self, node: NodeId, index: usize, line: &str) -> Place {
        let start = self.place(node);
        let holds = |number: &usize| {
            self.document.source_line(*number).is_some_and(|source| source.contains(line.trim()))
        };
        let line = start.line.and_then(|first| [first + index + 1, first + index].into_iter().find(holds));
        Place { line: line.or(start.line), ..start }
    }

    /// Everything noted, in the order of the lines.
    pub(super) fn take_errors(&self) -> Vec<UserError> {
        let mut errors = std::mem::take(&mut *self.errors.lock().unwrap_or_else(PoisonError::into_inner));
        errors.sort_by_key(|error| error.place.as_ref().and_then(|place| place.line));
        errors
    }

    /// A text.
    pub(super) fn text<'s>(&self, node: &'s Node, label: Label<'_>) -> Option<&'s str> {
        match &node.value {
            Value::Text(text) => Some(text),
            _ => self.wrong_type(node, label, Wanted::Text),
        }
    }

    /// A text that says something.
    pub(super) fn words<'s>(&self, node: &'s Node, label: Label<'_>) -> Option<&'s str> {
        let text = self.text(node, label)?;
        if text.trim().is_empty() {
            self.report(
                node.id,
                said!("words-empty", name = label.name),
                said!("words-empty.why"),
                label.like(),
            );
            return None;
        }
        Some(text)
    }

    /// A list.
    pub(super) fn list<'s>(&self, node: &'s Node, label: Label<'_>) -> Option<&'s [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => self.wrong_type(node, label, Wanted::List),
        }
    }

    /// A whole number between two bounds.
    pub(super) fn whole(&self, node: &Node, label: Label<'_>, least: u32, most: u32) -> Option<u32> {
        let Value::Int(text) = &node.value else {
            return self.wrong_type(node, label, Wanted::Whole);
        };
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.report(
                node.id,
                said!("out-of-bounds", name = label.name, number = text),
                said!("out-of-bounds.why", least = least, most = most),
                label.like(),
            );
        }
        number
    }

    /// A number of any kind.
    pub(super) fn number(&self, node: &Node, label: Label<'_>) -> Option<f64> {
        match &node.value {
            Value::Float(number) => Some(*number),
            Value::Int(text) => text.parse().ok(),
            _ => self.wrong_type(node, label, Wanted::Number),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, node: &Node, label: Label<'_>) -> Option<bool> {
        match node.value {
            Value::Bool(flag) => Some(flag),
            _ => self.wrong_type(node, label, Wanted::Flag),
        }
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&self, node: &Node, label: Label<'_>, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(node, label)?;
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        if found.is_none() {
            let words = choices.iter().map(|(word, _)| *word);
            self.report(
                node.id,
                said!("cannot-be", name = label.name, text = shorten(text)),
                said!("is-one-of", words = quoted(words.clone())),
                did_you_mean(text, words, label.like()),
            );
        }
        found
    }

    /// Notes that a value has the wrong type.
    pub(super) fn wrong_type<T>(&self, node: &Node, label: Label<'_>, wanted: Wanted) -> Option<T> {
        let help = match &node.value {
            Value::Map(_) if wanted == Wanted::Text => said!("quote-the-text"),
            Value::Int(text) if wanted == Wanted::Text => said!("quote-the-number", number = text),
            Value::Float(_) | Value::Bool(_) if wanted == Wanted::Text => said!("quote-it"),
            _ => label.like(),
        };
        self.report(
            node.id,
            said!("wrong-type", name = label.name),
            said!("wrong-type.why", wanted = wanted.said(), found = describe(&node.value)),
            help,
        );
        None
    }
}

fn read_text(path: &Path) -> Result<String, UserError> {
    let bad =
        |what: Said, why: Text, help: Said| UserError::new(what).at(Place::path(path)).why(why).help(help);
    let file = || file_name(path);
    let unreadable = |error: std::io::Error| {
        let why = error.to_string().into();
        bad(said!("manifest-unreadable", file = file()), why, said!("manifest-unreadable.help"))
    };
    let metadata = path.symlink_metadata().map_err(unreadable)?;
    let kind = metadata.file_type();
    if !kind.is_file() {
        let why = if kind.is_symlink() { said!("is-a-link") } else { said!("is-irregular-file") };
        return Err(bad(said!("manifest-not-taken", file = file()), why.into(), said!("put-regular-file")));
    }
    // One byte more than there should be, so that one reading finds the end.
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_BYTES) as usize + 1);
    File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        let why = said!("manifest-too-large.why", most = MAX_BYTES / 1024);
        return Err(bad(
            said!("manifest-too-large", file = file()),
            why.into(),
            said!("manifest-too-large.help"),
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        let why = said!("manifest-not-utf8.why").into();
        bad(said!("manifest-not-utf8", file = file()), why, said!("manifest-not-utf8.help"))
            .at(Place::line(path, line))
    })
}

/// `a`, `b`, `c`
pub(super) fn quoted<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// A text from a manifest, as an error may show it: one line, not too long, no control characters.
pub(super) fn shorten(text: &str) -> String {
    const MOST: usize = 50;
    let mut short: String = text.chars().take(MOST).flat_map(char::escape_debug).collect();
    short = short.replace("\\'", "'").replace("\\\"", "\"");
    if text.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// The last part of a path, for a sentence.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn describe(value: &Value) -> language::Value {
    match value {
        Value::Null => said!("found-nothing").into(),
        Value::Bool(flag) => format!("`{flag}`").into(),
        Value::Int(number) => said!("found-number", number = shorten(number)).into(),
        Value::Float(number) => said!("found-number", number = format!("{number:?}")).into(),
        Value::Text(text) => said!("found-text", text = shorten(text)).into(),
        Value::List(_) => Wanted::List.said().into(),
        Value::Map(_) => Wanted::Mapping.said().into(),
        Value::Tagged(tag, _) => said!("found-tagged", tag = shorten(tag)).into(),
    }
}
