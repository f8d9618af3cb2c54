//! For tests: the messages that `docs/worker-protocol.md` shows, held against ours.

use serde::Serialize;
use serde::de::DeserializeOwned;

const DOCUMENT: &str = include_str!("../../docs/worker-protocol.md");

/// The JSON examples from one heading to another.
pub(super) fn examples(from: &str, to: &str) -> Vec<&'static str> {
    let (_, part) = DOCUMENT.split_once(from).expect("the first heading");
    let (part, _) = part.split_once(&format!("\n{to}")).expect("the heading after it");
    part.split("\n```json\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// Reading an example and writing it again must give the same: no field is missing, none is too many.
pub(super) fn round_trip<T: Serialize + DeserializeOwned>(example: &str) {
    let documented: serde_json::Value = serde_json::from_str(example).expect("JSON");
    let ours: T = serde_json::from_value(documented.clone()).expect("one of our messages");
    assert_eq!(serde_json::to_value(ours).expect("JSON"), documented);
}
