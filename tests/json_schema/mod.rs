//! What is wrong with a value, by the part of JSON Schema that ours use.
#![allow(dead_code, reason = "each test file uses a part of it")]

use serde_json::Value;

/// A schema and how it is read.
struct Reading<'s> {
    root: &'s Value,
    /// Fields that the schema does not name are wrong, also where it allows them.
    strict: bool,
}

/// What is wrong with a value.
pub(crate) fn problems(schema: &Value, value: &Value, place: &str) -> Vec<String> {
    Reading { root: schema, strict: false }.problems(schema, value, place)
}

/// The same, where every field must be named by the schema: our own output has no others.
pub(crate) fn strict_problems(schema: &Value, value: &Value, place: &str) -> Vec<String> {
    Reading { root: schema, strict: true }.problems(schema, value, place)
}

impl Reading<'_> {
    fn problems(&self, schema: &Value, value: &Value, place: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for (keyword, wanted) in schema.as_object().expect("a schema") {
            let holds = match keyword.as_str() {
                "type" => match wanted.as_str().expect("a type") {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "number" => value.is_number(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "null" => value.is_null(),
                    other => panic!("type {other}"),
                },
                "enum" => wanted.as_array().expect("a list").contains(value),
                "pattern" => value.as_str().is_none_or(|text| {
                    regex::Regex::new(wanted.as_str().expect("a pattern")).expect("a pattern").is_match(text)
                }),
                "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().expect("a number")),
                "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().expect("a number")),
                "minItems" => value
                    .as_array()
                    .is_none_or(|items| items.len() as u64 >= wanted.as_u64().expect("a number")),
                "maxItems" => value
                    .as_array()
                    .is_none_or(|items| items.len() as u64 <= wanted.as_u64().expect("a number")),
                "required" => {
                    let keys = wanted.as_array().expect("a list");
                    keys.iter().all(|key| {
                        value.as_object().is_none_or(|map| map.contains_key(key.as_str().expect("a key")))
                    })
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        wrong.extend(self.problems(wanted, item, &format!("{place}[{index}]")));
                    }
                    true
                }
                "properties" | "additionalProperties" => {
                    wrong.extend(self.of_properties(schema, keyword, value, place));
                    true
                }
                "anyOf" => {
                    let all: Vec<_> = wanted
                        .as_array()
                        .expect("a list")
                        .iter()
                        .map(|one| self.problems(one, value, place))
                        .collect();
                    all.iter().any(Vec::is_empty)
                }
                "$ref" => {
                    let pointer = wanted.as_str().expect("a place").trim_start_matches('#');
                    let part = self.root.pointer(pointer).expect("the part that is named");
                    wrong.extend(self.problems(part, value, place));
                    true
                }
                "$schema" | "title" | "description" | "definitions" => true,
                other => panic!("keyword {other}"),
            };
            if !holds {
                wrong.push(format!("{place}: {keyword}"));
            }
        }
        wrong
    }

    fn of_properties(&self, schema: &Value, keyword: &str, value: &Value, place: &str) -> Vec<String> {
        let known = |name: &str| schema.get("properties").and_then(|properties| properties.get(name));
        let mut wrong = Vec::new();
        for (name, value) in value.as_object().into_iter().flatten() {
            let place = format!("{place}.{name}");
            match (keyword, known(name), &schema["additionalProperties"]) {
                ("properties", None, Value::Null) if self.strict => wrong.push(format!("{place}: unknown")),
                ("additionalProperties", None, Value::Bool(false)) => wrong.push(format!("{place}: unknown")),
                ("properties", Some(schema), _) | ("additionalProperties", None, schema) => {
                    wrong.extend(self.problems(schema, value, &place));
                }
                _ => {}
            }
        }
        wrong
    }
}
