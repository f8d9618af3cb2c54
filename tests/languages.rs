//! Holds the code and the files of `lang/` to each other: every message that is said is there, with the values that it
//! is given, and none is there for nothing.
//!
//! `cargo test --test languages` is also how a translator learns what is missing.

#[path = "languages/files.rs"]
mod files;
#[path = "languages/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use files::messages;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use prolings::cli::help;
use prolings::language::Language;
use source::{collect, has_words, literals, scan, without_tables};

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
