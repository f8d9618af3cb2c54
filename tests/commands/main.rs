//! The commands through the real binary, each test on its own copy of the fixture course `small`.

#[path = "../support/mod.rs"]
mod support;

mod asking;
mod authors;
mod choosing;
mod damage;
mod elsewhere;
mod german;
mod making;
mod proving;
mod remembering;
mod speaking;
mod streams;

use serde_json::Value;
use support::{Ran, Small};

/// A command's JSON, whatever its exit code.
fn json(course: &Small, args: &[&str]) -> Value {
    let ran = course.run(args);
    serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{args:?}: {error}\n{ran:#?}"))
}

/// The events of `check … --json`.
fn events(ran: &Ran) -> Vec<Value> {
    let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}\n{ran:#?}"));
    ran.stdout.lines().map(parse).collect()
}

/// Each exercise that was judged, with its status, in the order of the course: `greeting failed`.
fn judged(ran: &Ran) -> Vec<String> {
    let mut finished: Vec<Value> =
        events(ran).into_iter().filter(|event| event["event"] == "exercise_finished").collect();
    finished.sort_by_key(|event| event["index"].as_u64());
    finished.iter().map(|event| format!("{} {}", text(&event["exercise"]), text(&event["status"]))).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Every text in its place: an error that misses one shows the whole screen.
#[track_caller]
fn assert_says(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }
}
