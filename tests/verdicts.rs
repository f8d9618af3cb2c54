//! Every way that a learner's program can end, through the real binary: the verdict, the screen, and nothing left
//! behind.

mod support;

use std::collections::BTreeMap;

use serde_json::Value;
use support::expected::ENDINGS;

fn events(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect()
}

/// Status and kinds of mismatches of each exercise.
fn verdicts(events: &[Value]) -> BTreeMap<String, (String, Vec<String>)> {
    let finished = events.iter().filter(|event| event["event"] == "exercise_finished");
    finished
        .map(|event| {
            let checks = event["checks"].as_array().expect("checks");
            let mismatches =
                checks.iter().flat_map(|check| check["mismatches"].as_array().into_iter().flatten());
            let kinds = mismatches.map(|mismatch| text(&mismatch["kind"])).collect();
            (text(&event["exercise"]), (text(&event["status"]), kinds))
        })
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn every_ending_has_its_verdict() {
    let course = support::course("endings");
    let output =
        support::prolings(course.path()).args(["check", "--all", "--json"]).output().expect("it runs");
    let found = verdicts(&events(&output.stdout));
    assert_eq!(found.len(), ENDINGS.len(), "{}", String::from_utf8_lossy(&output.stderr));
    for expected in ENDINGS {
        let (status, kinds) = &found[expected.exercise];
        assert_eq!(
            (status.as_str(), kinds.iter().map(String::as_str).collect::<Vec<_>>()),
            (expected.status, expected.kinds.to_vec()),
            "{}",
            expected.exercise
        );
    }
    assert_eq!(output.status.code(), Some(2), "a fault outranks a failure");
    assert_no_child_left();
}

#[test]
fn every_screen_says_what_happened() {
    let course = support::course("endings");
    for expected in ENDINGS {
        let output =
            support::prolings(course.path()).args(["check", expected.exercise]).output().expect("it runs");
        let screen = String::from_utf8(output.stdout).expect("UTF-8");
        for words in expected.screen {
            assert!(screen.contains(words), "{}: no {words:?} in\n{screen}", expected.exercise);
        }
        let code = match expected.status {
            "failed" => 1,
            "fault" => 2,
            _ => 0,
        };
        assert_eq!(output.status.code(), Some(code), "{}\n{screen}", expected.exercise);
        assert!(!screen.contains('\u{1b}'), "{}: an escape code in a pipe", expected.exercise);
        assert!(!screen.contains("prolings-"), "{}: a temporary path in\n{screen}", expected.exercise);
    }
}

#[test]
fn json_lines_are_events_from_start_to_end() {
    let course = support::course("endings");
    let output =
        support::prolings(course.path()).args(["check", "passes", "--json"]).output().expect("it runs");
    let events = events(&output.stdout);
    let names: Vec<String> = events.iter().map(|event| text(&event["event"])).collect();
    assert_eq!(names, ["run_started", "job_started", "job_finished", "exercise_finished", "run_finished"]);
    assert_eq!(events[0]["version"], 1);
    assert_eq!(events[3]["checks"][0]["trust"], "forgery_proof");
    assert_eq!(events[4]["standing"]["done"], 1);
}

/// The fixture `leaves_a_child` starts a process that would live for an hour, in a session of its own.
#[cfg(target_os = "linux")]
fn assert_no_child_left() {
    let processes = std::fs::read_dir("/proc").expect("/proc").flatten();
    let left: Vec<String> = processes
        .filter_map(|process| std::fs::read(process.path().join("cmdline")).ok())
        .map(|line| String::from_utf8_lossy(&line).replace('\0', " "))
        .filter(|line| line.contains("prolings-fixture-child"))
        .collect();
    assert!(left.is_empty(), "still running: {left:?}");
}

#[cfg(not(target_os = "linux"))]
fn assert_no_child_left() {}
