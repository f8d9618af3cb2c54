//! The sandbox: what honest exercises need works inside, what holds is said, and what must hold is insisted on.

#![cfg(target_os = "linux")]

mod support;

use std::collections::BTreeMap;

use serde_json::Value;

/// Status of each exercise, and the layers that the run names.
fn check(options: &[&str]) -> (BTreeMap<String, Value>, Vec<String>) {
    let course = support::course("legitimate");
    let output = support::prolings(course.path())
        .args(["check", "--all", "--json"])
        .args(options)
        .output()
        .expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let layers = events[0]["isolation"].as_array().expect("layers");
    let layers = layers.iter().map(|layer| layer.as_str().expect("a name").to_owned()).collect();
    let finished = events.into_iter().filter(|event| event["event"] == "exercise_finished");
    (finished.map(|event| (event["exercise"].as_str().expect("a name").to_owned(), event)).collect(), layers)
}

fn assert_all_pass(options: &[&str], but: &[&str]) {
    let (results, layers) = check(options);
    assert!(results.len() >= 15, "{results:?}");
    for (name, result) in results {
        let good = ["passed", "skipped"].contains(&result["status"].as_str().unwrap_or_default());
        assert!(good || but.contains(&name.as_str()), "{name} in {layers:?}: {result}");
    }
}

#[test]
fn honest_programs_pass_in_every_layer() {
    assert_all_pass(&[], &[]);
}

#[test]
fn honest_programs_pass_without_namespaces() {
    // Without a file tree or a user of their own, programs cannot change the mode of files (it seems to work).
    assert_all_pass(&["--without-layer", "pid,mount,net"], &["files", "gcc"]);
}

#[test]
fn a_required_layer_that_is_missing_stops_everything() {
    let course = support::course("endings");
    let run = |options: &[&str]| {
        support::prolings(course.path()).args(["check", "passes"]).args(options).output().expect("it runs")
    };
    let refused = run(&["--require", "seccomp", "--without-layer", "seccomp"]);
    assert_eq!(refused.status.code(), Some(2));
    let text = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(text.contains("the sandbox lacks seccomp") && text.contains("prolings doctor"), "{text}");
    let full = run(&["--isolation", "full", "--without-layer", "landlock"]);
    assert_eq!(full.status.code(), Some(2));
    let none = run(&["--isolation", "none", "--json"]);
    assert_eq!(none.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&none.stdout).contains("\"isolation\":[]"));
}

#[test]
fn a_notice_says_what_is_open() {
    let course = support::course("endings");
    let output = support::prolings(course.path())
        .args(["check", "passes", "--without-layer", "landlock,mount,pid,net,uid,seccomp"])
        .output()
        .expect("it runs");
    let screen =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("programs can reach your files and the network"), "{screen}");
}
