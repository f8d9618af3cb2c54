//! The progress file's bytes.
//!
//! Any bytes are understood as far as they can be. Fields that this version does not know are kept, so that a file
//! written by a later prolings of the same format version loses nothing here.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::state::{Progress, State};
use crate::language::{Said, Text, said};

/// Version of the file's form. A file with a higher one is left alone.
pub(super) const VERSION: u64 = 1;

impl State {
    /// The file's bytes.
    pub(super) fn to_json(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct Document<'a> {
            version: u64,
            exercises: &'a BTreeMap<String, Progress>,
            #[serde(flatten)]
            unknown: &'a Map<String, Value>,
        }
        let document = Document { version: VERSION, exercises: &self.exercises, unknown: &self.unknown };
        let mut json = serde_json::to_vec_pretty(&document).expect("maps with text keys are JSON");
        json.push(b'\n');
        json
    }

    /// Understands any bytes, as far as they can be understood.
    pub(super) fn from_json(bytes: &[u8]) -> Parsed {
        let document: Value = match serde_json::from_slice(bytes) {
            Ok(document) => document,
            Err(error) => return Parsed::damaged(said!("file-no-json", error = error.to_string())),
        };
        let Value::Object(mut unknown) = document else {
            return Parsed::damaged(said!("file-no-object"));
        };
        match unknown.remove("version").as_ref().and_then(Value::as_u64) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Parsed::Newer(version),
            _ => return Parsed::damaged(said!("file-no-version")),
        }
        let entries = match unknown.remove("exercises") {
            None => Map::new(),
            Some(Value::Object(entries)) => entries,
            Some(_) => return Parsed::damaged(said!("file-no-exercises")),
        };
        let mut state = Self { exercises: BTreeMap::new(), unknown };
        let mut unread = Vec::new();
        for (name, entry) in entries {
            match serde_json::from_value(entry) {
                Ok(progress) => {
                    state.exercises.insert(name, progress);
                }
                Err(error) => unread.push(format!("`{}`: {error}", name.escape_default())),
            }
        }
        match unread.first() {
            None => Parsed::Good(state),
            Some(first) => Parsed::Damaged {
                why: said!("file-partly-read", number = unread.len(), first = first).into(),
                rest: state,
            },
        }
    }
}

/// What a file's bytes come to.
#[derive(Debug)]
pub(super) enum Parsed {
    /// A state.
    Good(State),
    /// Not, or not only, a state.
    Damaged {
        /// What can still be understood.
        rest: State,
        /// What cannot.
        why: Text,
    },
    /// A state of a later version.
    Newer(u64),
}

impl Parsed {
    fn damaged(why: Said) -> Self {
        Self::Damaged { rest: State::default(), why: why.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::names::ExerciseName;
    use crate::progress::state::{Outcome, Timestamp};
    use proptest::prelude::*;

    fn good(bytes: &[u8]) -> State {
        match State::from_json(bytes) {
            Parsed::Good(state) => state,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn unknown_fields_are_kept_at_every_level() {
        let files = "a".repeat(64);
        let text = format!(
            r#"{{"version": 1, "theme": ["x"], "exercises": {{"timer": {{"mood": {{"a": null}}, "judgements": 2,
               "passed": {{"files": "{files}", "at": 7, "machine": "m"}}}}}}}}"#
        );
        let mut state = good(text.as_bytes());
        let hash = serde_json::from_value(Value::String("b".repeat(64))).unwrap();
        state.judged(&ExerciseName::new("timer"), Outcome::Passed, Some(hash), Timestamp(9));
        let written: Value = serde_json::from_slice(&state.to_json()).unwrap();
        assert_eq!(written["theme"], serde_json::json!(["x"]));
        assert_eq!(written["exercises"]["timer"]["mood"], serde_json::json!({"a": null}));
        assert_eq!(written["exercises"]["timer"]["passed"]["machine"], "m");
        assert_eq!(written["exercises"]["timer"]["passed"]["at"], 9);
        assert_eq!(good(&state.to_json()), state);
    }

    #[test]
    fn one_damaged_entry_does_not_take_the_others_with_it() {
        let text =
            r#"{"version": 1, "exercises": {"a": {"judgements": 5}, "b": {"judgements": -1}, "c": 7}}"#;
        let Parsed::Damaged { rest, why } = State::from_json(text.as_bytes()) else { panic!() };
        assert_eq!(rest.exercises().map(|(name, _)| name).collect::<Vec<_>>(), ["a"]);
        assert!(why.starts_with("2 of its exercises cannot be understood, such as `b`: "), "{why}");
    }

    #[test]
    fn what_is_no_state_is_damaged_and_a_later_version_is_newer() {
        let deep = "[".repeat(100_000);
        let damaged = [
            "",
            "{",
            "[]",
            "null",
            "{}",
            r#"{"version": 0}"#,
            r#"{"version": "1"}"#,
            r#"{"version": 1.5}"#,
            r#"{"version": -1}"#,
            r#"{"version": 1, "exercises": []}"#,
            &deep,
        ];
        for text in damaged {
            let parsed = State::from_json(text.as_bytes());
            assert!(matches!(parsed, Parsed::Damaged { .. }), "{parsed:?}");
        }
        assert!(matches!(State::from_json(br#"{"version": 2, "exercises": []}"#), Parsed::Newer(2)));
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::from),
            "[a-z]{0,6}".prop_map(Value::String),
        ];
        leaf.prop_recursive(4, 24, 5, |inner| {
            let key = prop_oneof![
                Just("exercises".to_owned()),
                Just("passed".to_owned()),
                Just("files".to_owned()),
                Just("hints".to_owned()),
                Just("failing".to_owned()),
                Just("hint_order".to_owned()),
                "[a-z]{1,4}",
            ];
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
                proptest::collection::btree_map(key, inner, 0..5)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_bytes_are_understood_somehow(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            State::from_json(&bytes);
        }

        #[test]
        fn any_document_is_written_as_it_was_read(mut document in json()) {
            if let Value::Object(entries) = &mut document {
                entries.insert("version".into(), 1.into());
            }
            if let Parsed::Good(state) = State::from_json(document.to_string().as_bytes()) {
                prop_assert_eq!(&good(&state.to_json()), &state);
                let written: Value = serde_json::from_slice(&state.to_json()).unwrap();
                for (key, value) in document.as_object().unwrap().iter().filter(|(key, _)| *key != "exercises") {
                    prop_assert_eq!(&written[key], value);
                }
            }
        }
    }
}
