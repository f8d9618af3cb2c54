//! The JSON Schemas in `docs/schema/` are what prolings makes, take every manifest that it takes, and refuse slips.

mod json_schema;

use std::fs;
use std::path::{Path, PathBuf};

use json_schema::problems;
use prolings::discover::schema;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema_of(name: &str) -> Value {
    let found = schema::all().into_iter().find(|(known, _)| *known == name);
    serde_json::from_str(&found.expect("a schema").1).expect("JSON")
}

/// A manifest as JSON; Python's types that YAML does not know (`!tuple`) are what they hold.
fn manifest(text: &str) -> Value {
    fn plain(value: serde_yaml::Value) -> Value {
        match value {
            serde_yaml::Value::Tagged(tagged) => plain(tagged.value),
            serde_yaml::Value::Sequence(items) => items.into_iter().map(plain).collect(),
            serde_yaml::Value::Mapping(entries) => {
                let key = |key: serde_yaml::Value| match plain(key) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                Value::Object(entries.into_iter().map(|(name, value)| (key(name), plain(value))).collect())
            }
            other => serde_json::to_value(other).expect("a plain value"),
        }
    }
    plain(serde_yaml::from_str(text).expect("YAML"))
}

/// Every manifest of a name below a folder.
fn manifests(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(manifests(&path, name));
        } else if entry.file_name() == name {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_schemas_in_the_repository_are_up_to_date() {
    for (name, made) in schema::all() {
        let path = root().join("docs/schema").join(name);
        let kept = fs::read_to_string(&path).unwrap_or_default();
        let manifest = name.split('.').next().unwrap_or_default();
        assert_eq!(kept, made, "`prolings dev schema {manifest} > docs/schema/{name}` writes it");
    }
}

#[test]
fn every_manifest_that_prolings_takes_is_taken() {
    for (name, schema, least) in [("exercise.yaml", schema::EXERCISE, 60), ("course.yaml", schema::COURSE, 4)]
    {
        let schema = schema_of(schema);
        let found: Vec<PathBuf> = ["exercises", "tests/courses"]
            .iter()
            .flat_map(|folder| manifests(&root().join(folder), name))
            .collect();
        assert!(found.len() >= least, "{} of {name}", found.len());
        for path in found {
            let value = manifest(&fs::read_to_string(&path).expect("a manifest"));
            assert_eq!(problems(&schema, &value, name), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn slips_are_refused() {
    let good = "title: T\nedit: [a.py]\nchecks:\n  - output: a.py\n    stdout: x\nlimits: { time: 5s }\n";
    let schema = schema_of(schema::EXERCISE);
    assert_eq!(problems(&schema, &manifest(good), "e"), Vec::<String>::new());
    for (from, to, wrong) in [
        ("title: T\n", "", "e: required"),
        ("title: T", "titel: T\ntitle: T", "e.titel: unknown"),
        ("title: T", "title: ' '", "e.title: pattern"),
        ("[a.py]", "a.py", "e.edit: type"),
        ("limits:", "level: 6\nlimits:", "e.level: maximum"),
        ("time: 5s", "time: 5", "e.limits.time: type"),
        ("time: 5s", "time: 5 sec", "e.limits.time: pattern"),
        ("limits:", "start: hot\nlimits:", "e.start: enum"),
        ("stdout: x", "stdou: x", "e.checks[0]: anyOf"),
        ("limits:", "starter: { fails: [] }\nlimits:", "e.starter.fails: anyOf"),
        ("limits:", "mistakes: [{ name: a }]\nlimits:", "e.mistakes[0]: required"),
    ] {
        let value = manifest(&good.replacen(from, to, 1));
        assert_eq!(problems(&schema, &value, "e"), [wrong], "{to}");
    }
}

#[test]
fn keys_are_explained() {
    let schema = schema_of(schema::EXERCISE);
    let about = schema["properties"]["edit"]["description"].as_str().unwrap_or_default();
    assert!(about.contains("the learner's files") && about.contains("edit: [my_meta.py]"), "{about}");
}
