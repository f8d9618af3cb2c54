//! JSON Schemas of what `json` and `jsonl` write, for programs that read it.
//!
//! Owns the tables below, in a notation of their own: `name: kind`, with `?` behind a name that may be absent and behind a
//! kind that may be null, and `[]` behind the kind of a list's items. That they say what the model writes, tests show.
//! Schemas allow fields that they do not know: within a version fields are added.

use serde_json::{Map, Value, json};

/// The name of the schema of a `json` report.
pub const REPORT: &str = "report.schema.json";

/// The name of the schema of one line of a `jsonl` report.
pub const EVENT: &str = "event.schema.json";

/// Objects of one shape.
const PARTS: &[(&str, &str)] = &[
    ("score", "earned: number, possible: number"),
    ("tally", "passed: whole, total: whole"),
    ("word", "text: text, changed: flag"),
    ("diff", "lines: line[], whitespace_only: flag, first: whole, dropped: whole"),
    ("frame", "file: text, line: whole, function: text, source: text?"),
    ("syntax", "file: text, line: whole, column: whole?, end_column: whole?, text: text?"),
    (
        "exception",
        "class: text, bases: text[], message: text, frames: frame[], syntax: syntax?, cause: exception?",
    ),
    ("comparison", "op: text, left: text, right: text, diff: diff?"),
    ("feedback", "mistake: text, text: text"),
    ("survivor", "version: text, hint: text, instead: instead?"),
    ("version", "version: text, outcome: outcome, by: text[]"),
    ("exercise", EXERCISE),
    ("summary", SUMMARY),
    ("standing", "done: whole, total: whole, pending: whole, changed: whole, next: next?"),
    ("next", "exercise: name, title: text, file: text, readme: text"),
    ("provenance", PROVENANCE),
    ("part", "index: whole, count: whole, exercises: name[]"),
];

const EXERCISE: &str = "exercise: name, index: whole, topic: text, title: text, target: target, name?: text, \
                        files: text[], hints: whole, score: score, checks: check[], status: status, cached: flag";

const SUMMARY: &str = "passed: whole, failed: whole, faults: whole, skipped: whole, cancelled: whole, cached: whole, \
                       score: score, seconds: number, stuck: name[], standing: standing?";

const PROVENANCE: &str = "prolings: text, course_commit: commit?, submission: text, submission_commit: commit?, \
                          python: text, locks: text, isolation: text[], seed: whole, trust: wanted, altered: text[], \
                          part?: part";

/// Texts out of a list.
const WORDS: &[(&str, &[&str])] = &[
    ("status", &["passed", "skipped", "failed", "fault", "cancelled"]),
    ("target", &["learner", "starter", "solution", "mistake"]),
    ("trust", &["forgery_proof", "not_forgery_proof"]),
    ("wanted", &["usual", "proof"]),
    ("note", &["missing_final_newline", "trailing_spaces", "carriage_returns", "processes_left"]),
    ("outcome", &["accepted", "killed", "survived"]),
    ("test_outcome", &["passed", "failed", "error", "skipped"]),
    ("resource", &["cpu", "memory", "processes", "file_size", "files", "written"]),
];

/// Objects of several shapes.
const CHOICES: &[Choice] = &[
    Choice { name: "check", tag: "verdict", all: CHECK, each: VERDICTS },
    Choice { name: "mismatch", tag: "kind", all: "", each: MISMATCHES },
    Choice { name: "line", tag: "line", all: "", each: LINES },
    Choice { name: "instead", tag: "reason", all: "", each: INSTEAD },
];

struct Choice {
    name: &'static str,
    /// The field that tells which shape it is.
    tag: &'static str,
    /// Fields of every shape.
    all: &'static str,
    /// What the tag may be, and the fields that come with it.
    each: &'static [(&'static str, &'static str)],
}

const LINES: &[(&str, &str)] = &[
    ("same", "text: text"),
    ("missing", "words: word[], newline: flag"),
    ("extra", "words: word[], newline: flag"),
];

const INSTEAD: &[(&str, &str)] = &[
    ("raised", "test: text, exception: exception"),
    ("not_loaded", "exception: exception"),
    ("timed_out", "seconds: number"),
    ("ended", ""),
];

const CHECK: &str = "check: text, trust: trust, tally: tally?, versions?: version[], seconds: number";

const VERDICTS: &[(&str, &str)] = &[
    ("passed", "notes: note[]"),
    ("failed", "mismatches: mismatch[], feedback: feedback?, stdout: text, stderr: text, notes: note[]"),
    ("fault", "what: text, details: text, help: text"),
    ("skipped", "reason: text"),
];

const MISMATCHES: &[(&str, &str)] = &[
    ("output", "diff: diff"),
    ("line_order", "first: text, second: text"),
    ("exit_code", "expected: integer, actual: integer"),
    ("raised", "exception: exception"),
    ("syntax", "exception: exception"),
    ("import", "exception: exception"),
    ("call", "call: text, expected: text, actual: text, exception: exception?"),
    (
        "test",
        "id: text, outcome: test_outcome, message: text?, comparison: comparison?, explanation: text?, \
         exception: exception?, stdout: text, stderr: text",
    ),
    ("tests_missing", "tests: text[], how: text"),
    ("tool", "command: text, code: integer, output: text"),
    ("timed_out", "seconds: number, stack: frame[], reading_input: flag"),
    ("output_limit", "limit: whole, head: text"),
    ("limit_exceeded", "resource: resource, most: whole"),
    ("signaled", "signal: integer"),
    ("no_tests", "file: text, skipped: text[]"),
    ("right_code_fails", "version: text, passed_before: flag"),
    ("survivors", "survivors: survivor[], killed: text[]"),
    ("refused", "file: text, why: text"),
];

const EVENTS: &[(&str, &str)] = &[
    ("grading", PROVENANCE),
    ("run_started", "version: one, prolings: text, course: text, exercises: whole, isolation: text[]"),
    ("notice", "text: text"),
    ("job_started", "exercise: name, target: target, name?: text, check: text"),
    ("job_slow", "exercise: name, check: text, seconds: number"),
    ("exercise_finished", EXERCISE),
    ("run_finished", SUMMARY),
];

const REPORT_FIELDS: &str = "version: one, complete: flag, provenance: provenance?, course: text, exercises: whole, \
                             notices: text[], results: exercise[], summary: summary?, \
                             not_forgery_proof?: name[]";

/// Both schemas with their names, as text.
pub fn all() -> [(&'static str, String); 2] {
    let finished = VERDICTS.iter().map(|(verdict, own)| {
        let fields = format!("event: text, exercise: name, {CHECK}, {own}");
        tagged(&[("event", "job_finished"), ("verdict", verdict)], &fields)
    });
    let events = EVENTS.iter().map(|(event, fields)| tagged(&[("event", event)], fields));
    let event = json!({ "anyOf": events.chain(finished).collect::<Vec<_>>() });
    [
        (REPORT, text("a report of prolings grade, version 1", object(REPORT_FIELDS))),
        (EVENT, text("an event of prolings, version 1", event)),
    ]
}

fn text(title: &str, root: Value) -> String {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!(title));
    schema.insert("definitions".into(), Value::Object(definitions()));
    if let Value::Object(root) = root {
        schema.extend(root);
    }
    let text = serde_json::to_string_pretty(&schema).expect("texts and numbers are JSON");
    text + "\n"
}

fn definitions() -> Map<String, Value> {
    let parts = PARTS.iter().map(|(name, fields)| ((*name).to_owned(), object(fields)));
    let words = WORDS.iter().map(|(name, words)| ((*name).to_owned(), json!({ "enum": words })));
    let choices = CHOICES.iter().map(|Choice { name, tag, all, each }| {
        let shapes = each.iter().map(|(variant, own)| tagged(&[(tag, variant)], &format!("{all}, {own}")));
        ((*name).to_owned(), json!({ "anyOf": shapes.collect::<Vec<_>>() }))
    });
    parts.chain(words).chain(choices).collect()
}

/// An object in which these fields have these values.
fn tagged(tags: &[(&str, &str)], fields: &str) -> Value {
    let mut schema = object(fields);
    for (tag, value) in tags {
        schema["properties"][*tag] = json!({ "enum": [value] });
        if let Value::Array(required) = &mut schema["required"] {
            required.retain(|name| name != tag);
            required.insert(0, json!(tag));
        }
    }
    schema
}

fn object(fields: &str) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields.split(',').map(str::trim).filter(|field| !field.is_empty()) {
        let (name, kind) = field.split_once(": ").expect("the tables above have `name: kind`");
        let always = name.trim_end_matches('?');
        if always == name {
            required.push(json!(name));
        }
        properties.insert(always.to_owned(), of(kind));
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

fn of(kind: &str) -> Value {
    if let Some(kind) = kind.strip_suffix('?') {
        return json!({ "anyOf": [{ "type": "null" }, of(kind)] });
    }
    if let Some(kind) = kind.strip_suffix("[]") {
        return json!({ "type": "array", "items": of(kind) });
    }
    match kind {
        "text" => json!({ "type": "string" }),
        "flag" => json!({ "type": "boolean" }),
        "number" => json!({ "type": "number", "minimum": 0 }),
        "integer" => json!({ "type": "integer" }),
        "whole" => json!({ "type": "integer", "minimum": 0 }),
        "one" => json!({ "enum": [1] }),
        "name" => json!({ "type": "string", "pattern": "^[a-z][a-z0-9_]*$" }),
        "commit" => json!({ "type": "string", "pattern": "^([0-9a-f]{40}|[0-9a-f]{64})$" }),
        part => json!({ "$ref": format!("#/definitions/{part}") }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_part_that_is_named_is_there() {
        for (_, schema) in all() {
            let named: BTreeSet<&str> =
                schema.split("\"#/definitions/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let there = definitions();
            assert!(named.len() > 20, "{named:?}");
            assert!(named.iter().all(|name| there.contains_key(*name)), "{named:?}");
        }
    }
}
