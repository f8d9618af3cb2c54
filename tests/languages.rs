//! Holds the code and the files of `lang/` to each other: every message that is said is there, with the values that it
//! is given, and none is there for nothing.
//!
//! `cargo test --test languages` is also how a translator learns what is missing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use prolings::cli::help;
use prolings::language::Language;

/// Languages that lack nothing. Another one may be begun without being here: what it lacks is said in English.
const COMPLETE: [&str; 2] = ["en", "de"];

/// Folders and files below `src/` in which every text for people is a message. Those that stay in English say so below.
const FINISHED: &[&str] = &[
    "cli/help.rs",
    "commands/check.rs",
    "commands/clean.rs",
    "commands/dev",
    "commands/doctor.rs",
    "commands/edit.rs",
    "commands/editor.rs",
    "commands/engine.rs",
    "commands/grade",
    "commands/hint.rs",
    "commands/init.rs",
    "commands/isolation.rs",
    "commands/list.rs",
    "commands/merge",
    "commands/next.rs",
    "commands/progress.rs",
    "commands/reset.rs",
    "commands/run.rs",
    "commands/solution.rs",
    "commands/supply.rs",
    "commands/update.rs",
    "commands/watch",
    "commands/workplace.rs",
    "discover",
    "gradebook",
    "judge/starter.rs",
    "model/names.rs",
    "model/pattern.rs",
    "progress",
    "python/candidates.rs",
    "python/database.rs",
    "python/environment.rs",
    "python/guard.rs",
    "python/install.rs",
    "python/interpreter.rs",
    "python/lockfile.rs",
    "python/mutants.rs",
    "python/tools.rs",
    "report/formats",
    "report/gradebook",
    "report/terminal/blessing.rs",
    "report/terminal/class.rs",
    "report/terminal/coverage.rs",
    "report/terminal/mutation.rs",
    "report/terminal/plain.rs",
    "report/terminal/proof.rs",
    "report/terminal/stats.rs",
    "report/terminal/summary.rs",
    "report/terminal/watch",
    "session",
    "shipment",
    "submission",
];

/// Files in these folders whose words are those of programs, in English: what these read, or what a parser says.
const FOR_PROGRAMS: &[&str] = &[
    "discover/manifest.rs",
    "discover/schema.rs",
    "discover/stdlib.rs",
    "discover/syntax.rs",
    "progress/cache.rs",
    "progress/mutation.rs",
    "progress/proofs.rs",
    "report/formats/classroom.rs",
    "report/formats/exercism.rs",
    "report/formats/gradescope.rs",
    "report/formats/tap.rs",
    "shipment/pack.rs",
];

/// Texts in these folders that are no sentences: what files hold, what is typed, what another program says.
const NO_SENTENCES: &[&str] = &[
    "!bytes \"00ff\"",
    "FILL IN",
    "Would reformat: ",
    "another folder {number}",
    "equivalent: [{ mutant: \"OLD LINE => NEW LINE\", why: … }]",
    "key: value",
    "no_discount: Which test buys ten?",
    "preload: [numpy, matplotlib.pyplot]",
    "prolings dev new {topic}/my_meta",
    "{name:?} is no name",
];

/// Messages (`id`) and parts of messages (`id.part`), with the names of the values that each wants.
type Messages = BTreeMap<String, BTreeSet<String>>;

#[test]
fn english_has_every_message_that_is_said_and_no_other() {
    let (said, english) = (said(), messages("en"));
    let mut wrong = Vec::new();
    for (id, places) in &said {
        match english.get(id) {
            None => wrong.push(format!("{}: `{id}` is not in lang/en.ftl", places[0].0)),
            Some(wanted) => {
                let other = places.iter().filter(|(_, given)| given != wanted);
                wrong.extend(other.map(|(place, given)| {
                    format!("{place}: `{id}` is given {given:?}, and lang/en.ftl wants {wanted:?}")
                }));
            }
        }
    }
    let unsaid = english.keys().filter(|id| !said.contains_key(*id));
    wrong.extend(unsaid.map(|id| format!("lang/en.ftl: nothing says `{id}`")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn translations_have_no_other_messages_and_no_other_values_than_english() {
    let english = messages("en");
    let mut wrong = Vec::new();
    for code in codes() {
        for (id, values) in messages(&code) {
            match english.get(&id) {
                None => wrong.push(format!("lang/{code}.ftl: `{id}` is not in lang/en.ftl")),
                Some(wanted) if *wanted != values => {
                    wrong.push(format!("lang/{code}.ftl: `{id}` has {values:?}, and lang/en.ftl {wanted:?}"));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever translates reads it")]
fn complete_languages_lack_nothing() {
    let english = messages("en");
    let mut lacking = Vec::new();
    for code in codes() {
        let own = messages(&code);
        let missing: Vec<&str> =
            english.keys().filter(|id| !own.contains_key(*id)).map(String::as_str).collect();
        if !missing.is_empty() {
            let list = format!("lang/{code}.ftl lacks {}:\n  {}", missing.len(), missing.join("\n  "));
            if COMPLETE.contains(&code.as_str()) {
                lacking.push(list);
            } else {
                println!("{list}");
            }
        }
    }
    assert!(lacking.is_empty(), "\n{}", lacking.join("\n"));
}

/// A translator finds the texts of `--help` here, and they are those of the comments in `src/cli/args.rs`.
#[test]
fn help_in_english_is_what_the_comments_say() {
    let texts = help::texts();
    let ids: BTreeSet<&String> = texts.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), texts.len(), "one id for two texts");
    let drifted = texts.iter().filter(|(id, text)| Language::ENGLISH.say(id, &[]) != *text);
    let lines: Vec<String> = drifted.map(|(id, text)| format!("{id} = {text}")).collect();
    assert!(lines.is_empty(), "lang/en.ftl must have:\n{}", lines.join("\n"));
}

#[test]
fn what_is_finished_has_no_texts_of_its_own() {
    let mut files = Vec::new();
    for name in FINISHED {
        let place = root().join("src").join(name);
        if place.is_dir() { collect(&place, &mut files) } else { files.push(place) }
    }
    let mut wrong = Vec::new();
    for file in files {
        let place = file.strip_prefix(root().join("src")).expect("below it").display().to_string();
        let is_test = ["tests.rs", "testing.rs"].iter().any(|end| place.ends_with(end));
        if is_test || FOR_PROGRAMS.contains(&place.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("mod tests {").next().unwrap_or_default();
        let found = literals(&without_tables(code)).into_iter().filter(|literal| has_words(literal));
        let found = found.filter(|literal| !NO_SENTENCES.contains(&literal.as_str()));
        wrong.extend(found.map(|literal| format!("src/{place}: {literal:?} belongs into lang/en.ftl")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn messages_of_pages_have_no_markup() {
    // Values may be markup, so what stands around them is written to pages as it is.
    let on_pages =
        |id: &str| ["page-", "report-", "all-proved", "unproved"].iter().any(|start| id.starts_with(start));
    for code in codes() {
        let source = fs::read_to_string(root().join("lang").join(format!("{code}.ftl"))).expect("a file");
        for entry in parser::parse(source.as_str()).expect("sound").body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = message.value.filter(|_| on_pages(message.id.name)) else { continue };
            let text = format!("{pattern:?}");
            assert!(!text.contains(['<', '>', '&']), "lang/{code}.ftl: `{}` has markup", message.id.name);
        }
    }
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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The languages that have a file.
fn codes() -> Vec<String> {
    let files = fs::read_dir(root().join("lang")).expect("a folder").flatten().map(|entry| entry.path());
    let mut codes: Vec<String> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "ftl"))
        .map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    codes.sort();
    codes
}

/// The messages of a file; what is wrong with the file fails the test that asks.
fn messages(code: &str) -> Messages {
    let source = fs::read_to_string(root().join("lang").join(format!("{code}.ftl"))).expect("a file");
    let resource = match parser::parse(source.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            let line = |error: &parser::ParserError| source[..error.pos.start].lines().count();
            let all = errors.iter().map(|error| format!("lang/{code}.ftl:{}: {error}", line(error)));
            panic!("\n{}", all.collect::<Vec<_>>().join("\n"));
        }
    };
    let mut messages = Messages::new();
    for entry in &resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(_) => panic!("lang/{code}.ftl: no terms, please: each message is read by itself"),
            _ => continue,
        };
        let id = message.id.name;
        let whole = message.value.iter().map(|pattern| (id.to_owned(), pattern));
        let parts = message.attributes.iter().map(|part| (format!("{id}.{}", part.id.name), &part.value));
        for (id, pattern) in whole.chain(parts) {
            let mut values = BTreeSet::new();
            of_pattern(pattern, &mut values);
            assert!(messages.insert(id.clone(), values).is_none(), "lang/{code}.ftl: `{id}` is there twice");
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, values);
        }
    }
}

fn of_expression(expression: &Expression<&str>, values: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, values),
        Expression::Select { selector, variants } => {
            of_inline(selector, values);
            variants.iter().for_each(|variant| of_pattern(&variant.value, values));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, values),
        _ => {}
    }
}

/// Every message that the code says: where, and with which values.
fn said() -> BTreeMap<String, Vec<(String, BTreeSet<String>)>> {
    let mut all: BTreeMap<String, Vec<(String, BTreeSet<String>)>> = BTreeMap::new();
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files);
    for file in files {
        let place = file.strip_prefix(root()).expect("below it").display().to_string();
        let text = fs::read_to_string(&file).expect("a source file");
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        scan(code, &mut |id, values| all.entry(id).or_default().push((place.clone(), values)));
    }
    for (id, _) in help::texts() {
        all.entry(id).or_default().push(("src/cli/args.rs".to_owned(), BTreeSet::new()));
    }
    assert!(all.len() > 100, "what the code says was not found");
    all
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
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
fn scan(code: &str, found: &mut dyn FnMut(String, BTreeSet<String>)) {
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
fn literals(code: &str) -> Vec<String> {
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
fn without_tables(code: &str) -> String {
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
fn has_words(literal: &str) -> bool {
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
