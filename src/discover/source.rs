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
use crate::language::Text;

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
    pub(super) name: &'a str,
    pub(super) example: &'a str,
}

impl Source {
    /// Reads and parses a manifest.
    pub(super) fn read(path: &Path) -> Result<Self, UserError> {
        let text = read_text(path)?;
        let document = Document::parse(text).map_err(|error| {
            let place = Place { path: path.to_path_buf(), line: error.line };
            let help = syntax_help(&error.message);
            UserError::new(format!("{} is not valid YAML", file_name(path)))
                .at(place)
                .why(error.message)
                .help(help)
        })?;
        if document.root().value == Value::Null {
            return Err(UserError::new(format!("{} is empty", file_name(path)))
                .at(Place::line(path, 1))
                .why("a manifest holds at least the required keys")
                .help("write it, or take another exercise's manifest as a pattern"));
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
            _ => self.wrong_type(node, label, "a text"),
        }
    }

    /// A text that says something.
    pub(super) fn words<'s>(&self, node: &'s Node, label: Label<'_>) -> Option<&'s str> {
        let text = self.text(node, label)?;
        if text.trim().is_empty() {
            self.report(
                node.id,
                format!("{} is empty", label.name),
                "it needs a text that says something",
                format!("write it like `{}`", label.example),
            );
            return None;
        }
        Some(text)
    }

    /// A list.
    pub(super) fn list<'s>(&self, node: &'s Node, label: Label<'_>) -> Option<&'s [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => self.wrong_type(node, label, "a list"),
        }
    }

    /// A whole number between two bounds.
    pub(super) fn whole(&self, node: &Node, label: Label<'_>, least: u32, most: u32) -> Option<u32> {
        let Value::Int(text) = &node.value else {
            return self.wrong_type(node, label, "a whole number");
        };
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.report(
                node.id,
                format!("{} is {text}", label.name),
                format!("it must lie between {least} and {most}"),
                format!("write it like `{}`", label.example),
            );
        }
        number
    }

    /// A number of any kind.
    pub(super) fn number(&self, node: &Node, label: Label<'_>) -> Option<f64> {
        match &node.value {
            Value::Float(number) => Some(*number),
            Value::Int(text) => text.parse().ok(),
            _ => self.wrong_type(node, label, "a number"),
        }
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, node: &Node, label: Label<'_>) -> Option<bool> {
        match node.value {
            Value::Bool(flag) => Some(flag),
            _ => self.wrong_type(node, label, "`true` or `false`"),
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
                format!("{} cannot be `{}`", label.name, shorten(text)),
                format!("it is one of {}", quoted(words.clone())),
                did_you_mean(text, words, format!("write it like `{}`", label.example)),
            );
        }
        found
    }

    /// Notes that a value has the wrong type.
    pub(super) fn wrong_type<T>(&self, node: &Node, label: Label<'_>, wanted: &str) -> Option<T> {
        let help = match &node.value {
            Value::Map(_) if wanted == "a text" => {
                "put the text in quotes: without them, `: ` starts a mapping".to_owned()
            }
            Value::Int(text) if wanted == "a text" => format!("put it in quotes: `\"{text}\"`"),
            Value::Float(_) | Value::Bool(_) if wanted == "a text" => "put it in quotes".to_owned(),
            _ => format!("write it like `{}`", label.example),
        };
        self.report(
            node.id,
            format!("{} has the wrong type", label.name),
            format!("wanted {wanted}, found {}", describe(&node.value)),
            help,
        );
        None
    }
}

fn read_text(path: &Path) -> Result<String, UserError> {
    let bad = |what: &str, why: String, help: &str| {
        UserError::new(format!("{} {what}", file_name(path))).at(Place::path(path)).why(why).help(help)
    };
    let unreadable =
        |error: std::io::Error| bad("cannot be read", error.to_string(), "make it a file that you may read");
    let metadata = path.symlink_metadata().map_err(unreadable)?;
    let kind = metadata.file_type();
    if !kind.is_file() {
        let why = if kind.is_symlink() { "it is a symbolic link" } else { "it is not a regular file" };
        return Err(bad("is not taken", why.to_owned(), "put a regular file in its place"));
    }
    // One byte more than there should be, so that one reading finds the end.
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_BYTES) as usize + 1);
    File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        let why = format!("a manifest has at most {} KiB", MAX_BYTES / 1024);
        return Err(bad("is too large", why, "move long output to a file and name it with `stdout_file`"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        bad("is not UTF-8", "manifests are UTF-8 text".to_owned(), "save it as UTF-8")
            .at(Place::line(path, line))
    })
}

/// What usually mends a YAML error.
fn syntax_help(message: &str) -> &'static str {
    let known = [
        ("tab character", "indent with spaces, not tabs"),
        (
            "cannot start any token",
            "a text that starts with a backtick, `@` or `%` needs quotes around it; indent with spaces, not tabs",
        ),
        (
            "mapping values are not allowed",
            "a text that holds `: ` needs quotes around it; keys of a mapping start in the same column",
        ),
        ("anchor", "a text that starts with `*` or `&` needs quotes around it"),
        ("more than one document", "keep one document: remove the `---` line"),
        ("recursion limit", "nest less deeply"),
        ("brackets", "close them, or nest less deeply"),
        ("control characters", "remove the control character, or write it as an escape in double quotes"),
        ("quoted scalar", "close the quotes"),
    ];
    known.iter().find(|(part, _)| message.contains(part)).map_or(
        "look at the indentation, the quotes and the brackets on this line and the one above",
        |(_, help)| *help,
    )
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

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(flag) => format!("`{flag}`"),
        Value::Int(number) => format!("the number {}", shorten(number)),
        Value::Float(number) => format!("the number {number:?}"),
        Value::Text(text) => format!("the text `{}`", shorten(text)),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a mapping".to_owned(),
        Value::Tagged(tag, _) => format!("a value tagged `!{}`", shorten(tag)),
    }
}
