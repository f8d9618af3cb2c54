//! What is remembered between commands: states, resets, and what happens when remembering is hard.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::support::{AREA, DOUBLING, GREETING, Small, prolings_std};
use super::{assert_says, json, judged, text};

/// `greeting done, doubling failed, area pending`: by the table, which tells most apart.
fn states(course: &Small) -> String {
    let table = course.expect(&["list"], 0);
    let row = |name: &str| {
        let line = table.lines().find(|line| line.split_whitespace().any(|word| word == name));
        let words = line.expect("a row").split_whitespace();
        let state = words.filter(|word| *word != "→").nth(1).expect("a state").to_owned();
        format!("{name} {state}")
    };
    ["greeting", "doubling", "area"].map(row).join(", ")
}

#[test]
fn the_list_tells_every_state() {
    let course = Small::new();
    assert_eq!(states(&course), "greeting pending, doubling pending, area pending");
    course.write(GREETING, "print('Hi')\n");
    assert_eq!(states(&course), "greeting started, doubling pending, area pending");
    course.expect(&["check"], 1);
    assert_eq!(states(&course), "greeting failed, doubling pending, area pending");
    course.solve(GREETING);
    course.expect(&["check"], 0);
    assert_eq!(states(&course), "greeting done, doubling pending, area pending");
    course.write(GREETING, "print('Hi')\n");
    assert_eq!(states(&course), "greeting changed, doubling pending, area pending");
    let list = json(&course, &["list", "--json"]);
    let states: Vec<&str> =
        list["exercises"].as_array().expect("a list").iter().map(|entry| text(&entry["state"])).collect();
    assert_eq!(states, ["changed_since_passed", "pending", "pending"]);
}

#[test]
fn the_course_greets_once_and_has_the_last_word() {
    let course = Small::new();
    let (welcome, last) = ("Welcome to the small course.", "The small course is behind you.");
    course.expect(&["list"], 0);
    let said = course.expect(&["check"], 1);
    assert!(said.starts_with(&format!("{welcome}\n\n✗ failed  greeting")), "{said}");
    assert!(!course.expect(&["check"], 1).contains(welcome));
    for file in [GREETING, DOUBLING, AREA] {
        course.solve(file);
    }
    let said = course.expect(&["check"], 0);
    assert!(said.trim_end().ends_with(last), "{said}");

    let course = Small::new();
    assert!(!course.expect(&["check", "--json"], 1).contains(welcome), "for readers only");
}

#[test]
fn a_reset_without_a_terminal_must_be_confirmed_in_words() {
    let course = Small::new();
    assert_says(&course.expect(&["reset", "greeting"], 0), &["nothing to reset"]);
    course.write(GREETING, "mine\n");
    let ran = course.run(&["reset", "greeting"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["wants to be confirmed", "prolings reset greeting --yes", "backup"]);
    assert_eq!(course.read(GREETING), "mine\n");
}

#[test]
fn a_reset_brings_back_what_the_first_look_saw() {
    let course = Small::new();
    // Without git the starter is what prolings saw first, to the byte.
    let starter = b"print('Hello, {name}!')\r\nprint('caf\xe9')".as_slice();
    course.write(GREETING, starter);
    course.expect(&["list"], 0);
    let work = b"my work\xff\n".as_slice();
    course.write(GREETING, work);
    reset_and_compare(&course, starter, work);
    assert_eq!(states(&course), "greeting pending, doubling pending, area pending");
}

#[test]
fn a_reset_brings_back_what_git_has() {
    let course = Small::new();
    let starter = course.read(GREETING);
    git(course.path(), &["init", "--quiet"]);
    git(course.path(), &["add", "--all"]);
    git(course.path(), &["commit", "--quiet", "--message", "the course"]);
    // Edited before prolings ever looked.
    course.solve(GREETING);
    let work = course.read(GREETING);
    course.expect(&["check", "greeting"], 0);
    reset_and_compare(&course, starter.as_bytes(), work.as_bytes());
    let status = git(course.path(), &["status", "--porcelain"]);
    assert_eq!(status, "", "git sees a clean checkout, and nothing of `.prolings`");
    assert_eq!(judged(&course.run(&["check", "--json"])), ["greeting failed"], "its pass is forgotten");
}

#[test]
fn a_file_that_is_gone_stops_one_exercise_and_comes_back() {
    let course = Small::new();
    let starter = course.read(GREETING);
    course.expect(&["list"], 0);
    fs::remove_file(course.path().join(GREETING)).expect("removed");
    let said = course.expect(&["check", "greeting"], 1);
    assert_says(&said, &["greeting.py is missing", "prolings reset greeting"]);
    assert_eq!(judged(&course.run(&["check", "area", "--json"])), ["area failed"]);
    assert_eq!(states(&course), "greeting failed, doubling pending, area pending");
    course.expect(&["reset", "greeting", "--yes"], 0);
    assert_eq!(course.read(GREETING), starter);
}

fn reset_and_compare(course: &Small, starter: &[u8], work: &[u8]) {
    let said = course.expect(&["reset", "greeting", "--yes"], 0);
    let backup = ".prolings/backups/greeting/1-greeting.py";
    assert_says(&said, &["greeting is as it was shipped", backup]);
    let bytes = |file: &str| fs::read(course.path().join(file)).expect("a file");
    assert_eq!(bytes(GREETING), starter);
    assert_eq!(bytes(backup), work);
}

fn git(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    for who in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        command.env(format!("{who}_NAME"), "A Learner").env(format!("{who}_EMAIL"), "learner@example.org");
    }
    let output = command.args(args).output().expect("git runs");
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_damaged_progress_file_is_set_aside_with_a_notice() {
    let course = Small::new();
    course.expect(&["check"], 1);
    course.write(".prolings/progress.json", b"\xff{\"version\": 1, \"exercises\": [nonsense".as_slice());
    course.solve(GREETING);
    let ran = course.run(&["check", "greeting"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    assert_says(&ran.stdout, &["note: ", "progress.json.bad-1", "1 of 3 done"]);
    assert!(course.path().join(".prolings/progress.json.bad-1").is_file());
    let again = course.expect(&["check", "greeting"], 0);
    assert!(!again.contains("note: "), "{again}");
}

#[test]
fn every_command_tells_of_a_damaged_progress_file() {
    let course = Small::new();
    for (round, args) in [&["list"][..], &["next", "--json"], &["hint"]].iter().enumerate() {
        course.expect(&["hint", "area"], 0);
        course.write(".prolings/progress.json", "nonsense");
        let ran = course.run(args);
        assert_eq!(ran.code, Some(0));
        assert_says(&ran.stderr, &["note: ", &format!("progress.json.bad-{}", round + 1)]);
        assert!(!ran.stdout.contains("note: "), "{ran:#?}");
    }
}

#[test]
fn a_progress_file_of_a_newer_prolings_is_left_alone() {
    let course = Small::new();
    course.expect(&["list"], 0);
    let newer = r#"{"version": 99, "exercises": {}}"#;
    course.write(".prolings/progress.json", newer);
    let said = course.expect(&["check", "greeting"], 1);
    assert_says(&said, &["note: nothing is remembered of this run", "✗ failed  greeting"]);
    assert_eq!(course.read(".prolings/progress.json"), newer);
}

#[test]
fn a_course_that_cannot_be_written_to_is_judged_all_the_same() {
    // What a read-only course looks like, for a test that may run as root.
    let course = Small::new();
    course.write(".prolings", "a file stands in the folder's place");
    let said = course.expect(&["check"], 1);
    assert_says(&said, &["note: ", ".prolings/progress.json", "✗ failed  greeting"]);
    course.solve(GREETING);
    let said = course.expect(&["check", "greeting"], 0);
    assert_says(&said, &["✓ passed  greeting", "nothing is remembered of this run"]);
    course.expect(&["list"], 0);
    course.expect(&["next"], 0);
}

#[test]
fn two_checks_at_once_are_both_remembered() {
    let course = Small::new();
    let files = [("greeting", GREETING), ("doubling", DOUBLING), ("area", AREA)];
    let checks = files.map(|(name, file)| {
        course.solve(file);
        let mut command = prolings_std(course.path());
        command.args(["check", name]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("started")
    });
    for check in checks {
        let output = check.wait_with_output().expect("an end");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    assert_eq!(states(&course), "greeting done, doubling done, area done");
}
