//! Reads the code: which messages it says, and which texts it holds itself.

#![allow(unreachable_pub, reason = "test code")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Finds each `say!(…)` and `said!(…)`: the first literal is its id, what stands before a `=` of its own names a value.
pub fn scan(code: &str, found: &mut dyn FnMut(String, BTreeSet<String>)) {
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    for start in ["say!(", "said!("] {
        for (at, _) in code.match_indices(start) {
            let (id, values) = call(&code[at + start.len()..]);
            found(id, values);
        }
    }
}

/// The string literals of code, without those of comments and attributes.
pub fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '\'', '/', '#', 'r']) {
        let start = &rest[at..];
        rest = if start.starts_with("//") {
            start.split_once('\n').map_or("", |(_, after)| after)
        } else if start.starts_with("#[") || start.starts_with("#![") {
            start.split_once("]\n").map_or("", |(_, after)| after)
        } else if let Some(raw) = start.strip_prefix("r#\"") {
            let (literal, after) = raw.split_once("\"#").unwrap_or((raw, ""));
            found.push(literal.to_owned());
            after
        } else if let Some(text) = start.strip_prefix('"') {
            let end = end_of_literal(text);
            // What can never happen is told to nobody but us.
            if !code[..code.len() - start.len()].ends_with(".expect(") {
                found.push(text[..end].replace("\\\"", "\""));
            }
            text.get(end + 1..).unwrap_or("")
        } else if let Some(character) = ["'\"'", "'\\\"'"].iter().find(|quote| start.starts_with(**quote)) {
            &start[character.len()..]
        } else {
            &start[1..]
        };
    }
    found
}

/// The code without its tables of keys: what these say of each key is for editors, in a schema.
pub fn without_tables(code: &str) -> String {
    let (start, end) = (": Shape = Shape {", "\n};");
    let mut parts = code.split(start);
    let first = parts.next().unwrap_or_default().to_owned();
    let after = parts.map(|part| part.split_once(end).map_or("", |(_, after)| after));
    after.fold(first, |code, part| code + part)
}

/// Where a literal ends that begins here: at the first quote without a backslash before it.
fn end_of_literal(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.find(|character| {
        let ends = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        ends
    });
    end.unwrap_or(text.len())
}

/// Whether two words stand beside each other in a literal, outside of commands, markup and the gaps of a format.
pub fn has_words(literal: &str) -> bool {
    let (mut text, mut depth) = (String::new(), 0_usize);
    let pieces = literal.split('`').step_by(2).collect::<Vec<_>>().join("_");
    for character in pieces.chars() {
        match character {
            '<' | '{' => depth += 1,
            '>' | '}' => {
                depth = depth.saturating_sub(1);
                text.push('_');
            }
            other if depth == 0 => text.push(other),
            _ => {}
        }
    }
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    words.windows(2).any(|pair| {
        let pair = pair.iter().map(|word| word.trim_matches(|c: char| !c.is_ascii_alphabetic()));
        pair.clone().all(is_word)
    })
}

/// The id and the names of the values of a call, from behind its opening parenthesis.
fn call(code: &str) -> (String, BTreeSet<String>) {
    let (mut id, mut values, mut word) = (String::new(), BTreeSet::new(), String::new());
    let (mut depth, mut at_start) = (0, true);
    let mut rest = code.chars();
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                let literal: String = rest.by_ref().take_while(|c| *c != '"').collect();
                if depth == 0 && id.is_empty() {
                    id = literal;
                }
                at_start = false;
            }
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                word.clear();
                at_start = true;
            }
            '=' if depth == 0 && at_start && !id.is_empty() => {
                values.insert(word.trim().to_owned());
                at_start = false;
            }
            other if depth == 0 => word.push(other),
            _ => {}
        }
    }
    (id, values)
}

#[test]
fn the_scanner_of_texts_knows_a_sentence() {
    let code = r##"
        #[expect(clippy::x, reason = "no matter here")]
        let a = 'x'; // "in a comment"
        let quote = '"';
        say(format!("a \"quoted word {}", 1), r#"raw text here"#, "<p class=\"a b\">{}</p>", "one-word", "{a} {b}", "`a command`");
    "##;
    let found: Vec<String> = literals(code).into_iter().filter(|literal| has_words(literal)).collect();
    assert_eq!(found, ["a \"quoted word {}", "raw text here"]);
    let table = "one\nconst SHAPE: Shape = Shape {\n    what: \"a table\",\n};\ntwo";
    assert_eq!(without_tables(table), "one\nconst SHAPE\ntwo");
}

#[test]
fn the_scanner_sees_what_is_said() {
    let code = r#"
        say!(style, "a", number = tests.len(), of = f(1, "x = 2)"));
        let text = said!("b.part"); // say!(style, "comment")
        say!(
            page,
            "c",
            name = say!(page, "d", x = { 1 == 2 }),
        )
    "#;
    let mut found = Vec::new();
    scan(code, &mut |id, values| found.push(format!("{id} {}", values.into_iter().collect::<String>())));
    assert_eq!(found, ["a numberof", "c name", "d x", "b.part "]);
}
