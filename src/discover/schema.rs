//! JSON Schemas of the manifests, for editors: made from the very tables that the reader uses.
//!
//! A schema knows less than the reader (which files exist, which names go together), so that what it accepts may still
//! be wrong; what it refuses is wrong.

use serde_json::{Map, Value, json};

use super::course_file;
use super::exercise_file;
use super::shape::{Kind, Shape};

/// The name of the schema of `exercise.yaml`.
pub const EXERCISE: &str = "exercise.schema.json";

/// The name of the schema of `course.yaml`.
pub const COURSE: &str = "course.schema.json";

/// Every schema with its name, as text.
pub fn all() -> [(&'static str, String); 2] {
    [
        (COURSE, text(&course_file::SHAPE, "course.yaml of a prolings course")),
        (EXERCISE, text(&exercise_file::SHAPE, "exercise.yaml of a prolings course")),
    ]
}

fn text(root: &'static Shape, title: &str) -> String {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".into(), json!(title));
    schema.extend(mapping(root));
    let text = serde_json::to_string_pretty(&schema).expect("texts and numbers are JSON");
    text + "\n"
}

fn mapping(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> = shape
        .keys
        .iter()
        .map(|key| {
            let mut schema = of(&key.kind);
            schema.insert("description".into(), json!(format!("{}. Such as `{}`", key.about, key.example)));
            (key.name.to_owned(), Value::Object(schema))
        })
        .collect();
    let needed: Vec<&str> = shape.keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
    let mut schema =
        object(json!({ "type": "object", "additionalProperties": false, "properties": properties }));
    if !needed.is_empty() {
        schema.insert("required".into(), json!(needed));
    }
    schema
}

fn of(kind: &Kind) -> Map<String, Value> {
    match kind {
        Kind::Map(shape) => mapping(shape),
        Kind::Text => object(json!({ "type": "string" })),
        Kind::Words => object(json!({ "type": "string", "pattern": "\\S" })),
        Kind::Flag => object(json!({ "type": "boolean" })),
        Kind::Number => object(json!({ "type": "number" })),
        Kind::Whole(least, most) => object(json!({ "type": "integer", "minimum": least, "maximum": most })),
        Kind::Choice(words) => object(json!({ "enum": words })),
        Kind::Quantity(units) => {
            let units: Vec<&str> = units.iter().map(|(unit, _)| *unit).collect();
            let pattern = format!("^ *[0-9.]+ *({}) *$", units.join("|"));
            object(json!({ "type": "string", "pattern": pattern }))
        }
        Kind::List(item) => object(json!({ "type": "array", "items": of(item) })),
        Kind::Pair => {
            object(json!({ "type": "array", "items": of(&Kind::Words), "minItems": 2, "maxItems": 2 }))
        }
        Kind::OneOrMore => {
            let words = of(&Kind::Words);
            object(json!({ "anyOf": [words, { "type": "array", "items": words, "minItems": 1 }] }))
        }
        Kind::MapOf(value) => object(json!({ "type": "object", "additionalProperties": of(value) })),
        Kind::OneOf(kinds) => object(json!({ "anyOf": kinds.iter().map(of).collect::<Vec<_>>() })),
        Kind::Nothing => object(json!({ "type": "null" })),
        Kind::Anything => Map::new(),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
