//! A learner's Python file, read as far as it takes to recognise mistakes: lines without comments and texts, functions,
//! names.
//!
//! This is no parser. What it does not understand it passes over: a mistake is then not recognised, and nothing worse.

use std::collections::BTreeSet;

use crate::model::execution::SourceText;

/// Bytes of a file that are read.
const KEPT: usize = 256 * 1024;

/// A file.
#[derive(Debug)]
pub(super) struct Code {
    /// Its path, relative to the exercise.
    pub(super) file: String,
    /// Its lines, those that belong together in one.
    pub(super) lines: Vec<Line>,
    /// Its functions and methods, in order.
    pub(super) functions: Vec<Function>,
}

/// A logical line: what Python reads in one, however many rows it takes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its first row, from 1.
    pub(super) number: usize,
    /// Columns before it.
    pub(super) indent: usize,
    /// Its code: texts are empty, unless they look like a number, and comments are gone.
    pub(super) code: String,
}

/// A function or a method.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Function {
    /// Its name.
    pub(super) name: String,
    /// The row of its `def`.
    pub(super) number: usize,
    /// The class whose method it is.
    pub(super) class: Option<String>,
    /// What decorates it, without `@`.
    pub(super) decorators: Vec<String>,
    /// Its parameters with their defaults, stars left out.
    pub(super) params: Vec<(String, Option<String>)>,
    /// Whether it is `async`.
    pub(super) is_async: bool,
    /// The statements of its body, without those of functions in it.
    pub(super) body: Vec<String>,
}

impl Code {
    /// Reads a file.
    pub(super) fn read(source: &SourceText) -> Self {
        let end = super::text::floor(&source.text, KEPT);
        let lines = lines(&source.text[..end]);
        let functions = functions(&lines);
        Self { file: source.file.clone(), lines, functions }
    }

    /// Names that the file gives to something: functions, classes, parameters, variables, attributes, imports.
    pub(super) fn bound(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        for line in &self.lines {
            let code = line.code.as_str();
            for start in ["def ", "async def ", "class "] {
                names.extend(code.strip_prefix(start).and_then(|rest| words(rest).next()));
            }
            if let Some(left) = target(code) {
                names.extend(words(left));
            }
            for (before, after) in [("for ", " in "), ("import ", ""), (" as ", "")] {
                let part = code
                    .split_once(before)
                    .map(|(_, rest)| rest.split_once(after).map_or(rest, |(left, _)| left));
                let part =
                    if after.is_empty() { code.split_once(before).map(|(_, rest)| rest) } else { part };
                names.extend(part.into_iter().flat_map(words));
            }
        }
        for function in &self.functions {
            names.extend(function.params.iter().map(|(name, _)| name.as_str()));
        }
        names.retain(|name| !KEYWORDS.contains(name));
        names
    }

    /// Names at the file's top: what others can import.
    pub(super) fn top(&self) -> BTreeSet<&str> {
        let top = self.lines.iter().filter(|line| line.indent == 0);
        let names = top.flat_map(|line| {
            let code = line.code.as_str();
            let defined = ["def ", "async def ", "class "]
                .iter()
                .find_map(|start| words(code.strip_prefix(start)?).next());
            defined.into_iter().chain(target(code).into_iter().flat_map(words))
        });
        names.filter(|name| !KEYWORDS.contains(name)).collect()
    }

    /// Attributes of a class of this file: methods, class variables, what is assigned to `self.…` anywhere; `None` when
    /// the class is not here.
    pub(super) fn attributes(&self, class: &str) -> Option<BTreeSet<&str>> {
        let at = self.lines.iter().position(|line| {
            line.code.strip_prefix("class ").and_then(|rest| words(rest).next()) == Some(class)
        })?;
        let inside = self.lines[at + 1..].iter().take_while(|line| line.indent > self.lines[at].indent);
        let mut names = BTreeSet::new();
        for line in inside {
            let code = line.code.as_str();
            for start in ["def ", "async def "] {
                names.extend(code.strip_prefix(start).and_then(|rest| words(rest).next()));
            }
            let Some(left) = target(code) else { continue };
            match left.split_once("self.") {
                Some((_, rest)) => names.extend(words(rest).next()),
                None if self
                    .functions
                    .iter()
                    .all(|function| !function.body.iter().any(|text| text == code)) =>
                {
                    names.extend(words(left).next());
                }
                None => {}
            }
        }
        Some(names)
    }
}

impl Function {
    /// Whether it gives something back somewhere.
    pub(super) fn returns(&self) -> bool {
        self.body.iter().any(|code| {
            let value = code.strip_prefix("return").filter(|rest| !rest.starts_with(is_word));
            value.is_some_and(|value| !matches!(value.trim(), "" | "None"))
                || words(code).any(|word| word == "yield")
        })
    }

    /// Whether it prints.
    pub(super) fn prints(&self) -> bool {
        self.body.iter().any(|code| calls(code, "print"))
    }

    /// Its name with its class's.
    pub(super) fn full_name(&self) -> String {
        self.class.as_ref().map_or_else(|| self.name.clone(), |class| format!("{class}.{}", self.name))
    }
}

/// The names and keywords in a piece of code.
pub(super) fn words(code: &str) -> impl Iterator<Item = &str> {
    let parts = code.split(|character: char| !is_word(character));
    parts.filter(|word| word.starts_with(|first: char| first.is_alphabetic() || first == '_'))
}

/// Whether the code calls this name itself, not an attribute of that name.
pub(super) fn calls(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let is_start = !before.is_some_and(|character| is_word(character) || character == '.');
        is_start
            && !code[..at].trim_end().ends_with("def")
            && code[at + name.len()..].trim_start().starts_with('(')
    })
}

/// The left side of an assignment.
pub(super) fn target(code: &str) -> Option<&str> {
    let mut depth = 0_i32;
    let bytes = code.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'=' if depth == 0 => {
                let before = at.checked_sub(1).and_then(|at| bytes.get(at));
                if bytes.get(at + 1) == Some(&b'=')
                    || matches!(before, Some(b'=' | b'<' | b'>' | b'!' | b':'))
                {
                    return None;
                }
                let left = code[..at].trim_end_matches(['+', '-', '*', '/', '%', '&', '|', '^', '@', ' ']);
                // An annotation is no name that is given.
                return Some(left.split_once(':').map_or(left, |(name, _)| name));
            }
            _ => {}
        }
    }
    None
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Words that are no names.
pub(super) const KEYWORDS: [&str; 36] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "self", "try", "while", "with", "yield",
];

fn lines(text: &str) -> Vec<Line> {
    let mut scanner = Scanner { rest: text, row: 1, lines: Vec::new() };
    while !scanner.rest.is_empty() {
        scanner.line();
    }
    scanner.lines
}

struct Scanner<'a> {
    rest: &'a str,
    row: usize,
    lines: Vec<Line>,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<char> {
        let character = self.rest.chars().next()?;
        self.rest = &self.rest[character.len_utf8()..];
        self.row += usize::from(character == '\n');
        Some(character)
    }

    /// Takes a logical line.
    fn line(&mut self) {
        let mut indent = 0;
        while let Some(space) = self.rest.chars().next().filter(|c| matches!(c, ' ' | '\t' | '\u{c}')) {
            indent = if space == '\t' { indent / 8 * 8 + 8 } else { indent + 1 };
            self.next();
        }
        let number = self.row;
        let mut code = String::new();
        let mut depth = 0_usize;
        while let Some(character) = self.next() {
            match character {
                '\n' if depth == 0 => break,
                '\n' | '\r' => code.push(' '),
                '#' => {
                    let end = self.rest.find('\n').unwrap_or(self.rest.len());
                    self.rest = &self.rest[end..];
                }
                '\\' if self.rest.starts_with(['\n', '\r']) => {
                    self.next();
                }
                '"' | '\'' => self.text(character, &mut code),
                _ => {
                    depth = match character {
                        '(' | '[' | '{' => depth + 1,
                        ')' | ']' | '}' => depth.saturating_sub(1),
                        _ => depth,
                    };
                    code.push(character);
                }
            }
        }
        let code = code.trim().to_owned();
        if !code.is_empty() {
            self.lines.push(Line { number, indent, code });
        }
    }

    /// Takes a text, whose first quote is taken already.
    fn text(&mut self, quote: char, code: &mut String) {
        let prefix = code.len() - code.trim_end_matches(is_word).len();
        if prefix <= 2 && code[code.len() - prefix..].chars().all(|c| "rRbBuUfFtT".contains(c)) {
            code.truncate(code.len() - prefix);
        }
        let triple = quote.to_string().repeat(3);
        let long = self.rest.starts_with(&triple[1..]);
        if long {
            self.next();
            self.next();
        }
        let mut held = String::new();
        loop {
            if long && self.rest.starts_with(&triple) {
                self.rest = &self.rest[3..];
                break;
            }
            // A short text that is never closed ends with its row.
            if !long && self.rest.starts_with('\n') {
                break;
            }
            match self.next() {
                None => break,
                Some(character) if !long && character == quote => break,
                Some('\\') => {
                    self.next();
                }
                Some(character) => held.push(character),
            }
        }
        let is_number = held.parse::<f64>().is_ok()
            && held.starts_with(|first: char| first.is_ascii_digit() || first == '-');
        code.push('"');
        code.push_str(if is_number { &held } else { "" });
        code.push('"');
    }
}

fn functions(lines: &[Line]) -> Vec<Function> {
    lines.iter().enumerate().filter_map(|(at, line)| function(lines, at, line)).collect()
}

fn function(lines: &[Line], at: usize, line: &Line) -> Option<Function> {
    let is_async = line.code.starts_with("async def ");
    let rest = line.code.strip_prefix("async def ").or_else(|| line.code.strip_prefix("def "))?;
    let (name, rest) = rest.split_once('(')?;
    let end = closing(rest)?;
    let around = lines[..at].iter().rev().find(|outer| outer.indent < line.indent);
    let class = around.and_then(|outer| words(outer.code.strip_prefix("class ")?).next());
    let above = lines[..at]
        .iter()
        .rev()
        .take_while(|above| above.indent == line.indent && above.code.starts_with('@'));
    let inline = rest[end + 1..].split_once(':').map(|(_, body)| body.trim().to_owned());
    let mut body: Vec<String> = inline.into_iter().filter(|body| !body.is_empty()).collect();
    let mut inner = None;
    for below in lines[at + 1..].iter().take_while(|below| below.indent > line.indent) {
        if inner.is_some_and(|indent| below.indent > indent) {
            continue;
        }
        inner = None;
        if ["def ", "async def ", "class "].iter().any(|start| below.code.starts_with(start)) {
            inner = Some(below.indent);
        } else {
            body.push(below.code.clone());
        }
    }
    Some(Function {
        name: name.trim().to_owned(),
        number: line.number,
        class: class.map(str::to_owned),
        decorators: above.map(|above| above.code[1..].trim().to_owned()).collect(),
        params: params(&rest[..end]),
        is_async,
        body,
    })
}

/// Where the bracket ends that is open at the start.
fn closing(code: &str) -> Option<usize> {
    let mut depth = 1_usize;
    code.char_indices().find_map(|(at, character)| {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

fn params(code: &str) -> Vec<(String, Option<String>)> {
    let mut parts = vec![String::new()];
    let mut depth = 0_i32;
    for character in code.chars() {
        match character {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(character);
        }
    }
    let param = |part: &String| {
        let (name, default) =
            part.split_once('=').map_or((part.as_str(), None), |(name, default)| (name, Some(default)));
        let name = words(name).next()?.to_owned();
        Some((name, default.map(|default| default.trim().to_owned())))
    };
    parts.iter().filter_map(param).collect()
}

#[cfg(test)]
mod tests;
