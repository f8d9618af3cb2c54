//! What a learner asks for: hints, solutions, the next exercise, a run of the own file, JSON of all that.

use std::fs;

use super::support::{AREA, DOUBLING, GREETING, Small};
use super::{assert_says, events, json, text};

#[test]
fn every_report_has_a_json_form() {
    let course = Small::new();
    let list = json(&course, &["list", "--json"]);
    assert_eq!(list["standing"]["total"], 3);
    assert_eq!(list["exercises"][2]["exercise"], "area");
    let hint = json(&course, &["hint", "area", "--json"]);
    assert_eq!(hint["exercise"], "area");
    assert_eq!((hint["shown"].as_array().map(Vec::len), hint["available"].as_u64()), (Some(1), Some(3)));
    let next = json(&course, &["next", "--json"]);
    assert_eq!(next["next"]["file"], GREETING);
    let doctor = json(&course, &["doctor", "--json"]);
    assert!(doctor["sections"].as_array().is_some_and(|sections| sections.len() >= 4), "{doctor:#}");
    let proof = json(&course, &["dev", "check", "greeting", "--json"]);
    assert_eq!(proof["findings"], serde_json::json!([]));
    let check = events(&course.run(&["check", "area", "--json"]));
    assert_eq!((text(&check[0]["event"]), check[0]["version"].as_u64()), ("run_started", Some(1)));
    assert_eq!(check.last().map(|event| text(&event["event"])), Some("run_finished"));
}

#[test]
fn hints_come_one_by_one_and_end() {
    let course = Small::new();
    let first = course.expect(&["hint"], 0);
    assert_says(&first, &["hint 1 of 3 greeting", "The braces were printed.", "2 more"]);
    assert!(!first.contains("Which kind of string"));
    let second = course.expect(&["hint", "greeting"], 0);
    assert_says(&second, &["hint 1 of 3", "hint 2 of 3", "Which kind of string", "1 more"]);
    for _ in 0..2 {
        let last = course.expect(&["hint", "greeting"], 0);
        assert_says(&last, &["hint 3 of 3", "Put an `f`", "That was the last hint."]);
    }
    assert_says(&course.expect(&["hint", "area"], 0), &["hint 1 of 3 area"]);
}

#[test]
fn a_bound_hint_comes_first_for_whom_it_is_meant() {
    let course = Small::new();
    let bound = "  - text: Capitals are loud.\n    when: { mistake: shouts }\n  - Put an `f`";
    course.replace("exercises/t1_first/01_greeting/exercise.yaml", "  - Put an `f`", bound);
    let of_test = "  - text: A text is doubled, too.\n    when: { test: test_text }\n  - Multiply";
    course.replace("exercises/t1_first/02_doubling/exercise.yaml", "  - Multiply", of_test);
    assert_says(&course.expect(&["hint", "greeting"], 0), &["hint 1 of 3", "The braces were printed."]);
    course.write(GREETING, "print('HELLO, ADA!')\n");
    assert_says(&course.expect(&["check", "greeting"], 1), &["The greeting is not to be shouted."]);
    let second = course.expect(&["hint", "greeting"], 0);
    assert_says(&second, &["hint 1 of 4", "The braces were printed.", "hint 2 of 4", "Capitals are loud."]);
    // What was seen stays, the others are for those who fail by it.
    course.write(GREETING, "print('Hello, Bob!')\n");
    course.expect(&["check", "greeting"], 1);
    let third = course.expect(&["hint", "greeting"], 0);
    assert_says(&third, &["hint 2 of 4", "Capitals are loud.", "hint 3 of 4", "Which kind of string"]);
    course.expect(&["check", "doubling"], 1);
    assert_says(&course.expect(&["hint", "doubling"], 0), &["hint 1 of 4", "A text is doubled, too."]);
}

#[test]
fn three_failures_by_one_cause_make_the_next_step_offer_a_hint() {
    let course = Small::new();
    let check = || course.expect(&["check", "doubling"], 1);
    for (try_, stuck) in [(1, false), (2, false), (2, false), (3, true)] {
        course.write(DOUBLING, format!("def double(value):\n    return {try_} * 0\n"));
        let said = check();
        assert_eq!(said.contains("stuck? Try `prolings hint doubling`"), stuck, "try {try_}: {said}");
        assert_eq!(said.contains("for a nudge, `prolings hint doubling`"), !stuck, "try {try_}: {said}");
    }
    course.solve(DOUBLING);
    course.expect(&["check", "doubling"], 0);
    course.write(DOUBLING, "def double(value):\n    return 7\n");
    assert_says(&check(), &["for a nudge"]);
}

#[test]
fn progress_is_told_by_topic_and_says_what_changed_since_it_passed() {
    let course = Small::new();
    course.solve(GREETING);
    course.solve(AREA);
    course.expect(&["check", "greeting", "area"], 0);
    let chart = course.expect(&["progress"], 0);
    assert_says(
        &chart,
        &["Small", "t1_first   ━", "1 of 2", "t2_second  ━━━━━━━━━━━━━━━━━━━━━━━━  1 of 1", "2 of 3 done"],
    );
    assert!(!chart.contains("changed"), "{chart}");

    course.write(AREA, "def area(width, height):\n    return None\n");
    assert_says(
        &course.expect(&["progress"], 0),
        &[
            "t2_second  ────────────────────────  0 of 1",
            "1 changed since it passed",
            "Changed since passing: `area`.",
        ],
    );
    assert_says(&course.expect(&["list"], 0), &["changed", "1 changed since it passed"]);
    assert_says(&course.expect(&["check", "area"], 1), &["1 changed since it passed"]);
    let told = json(&course, &["progress", "--json"]);
    assert_eq!(told["standing"]["changed"], 1, "{told}");
    let topics = told["topics"].as_array().expect("topics");
    let rows: Vec<_> = topics
        .iter()
        .map(|topic| (text(&topic["topic"]), topic["done"].as_u64(), topic["total"].as_u64()))
        .collect();
    assert_eq!(rows, [("t1_first", Some(1), Some(2)), ("t2_second", Some(0), Some(1))]);
    assert_eq!(topics[1]["changed_since_passed"][0], "area");
}

#[test]
fn hints_do_not_fail_where_nothing_is_remembered() {
    let course = Small::new();
    course.write(".prolings", "a file stands in the folder's place");
    assert_says(&course.expect(&["hint", "greeting"], 0), &["Put an `f`"]);
}

#[test]
fn a_solution_is_for_those_who_have_passed() {
    let course = Small::new();
    let refused = course.run(&["solution", "greeting"]);
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(2), ""));
    assert_says(&refused.stderr, &["`greeting` has not passed yet", "prolings hint greeting", "--force"]);
    assert_says(&course.expect(&["solution", "greeting", "--force"], 0), &["print(f\"Hello, {name}!\")"]);

    course.write(GREETING, "print('Hello, Ada!')\n");
    course.expect(&["check", "greeting"], 0);
    let shown = course.expect(&["solution", "greeting"], 0);
    assert_says(&shown, &["greeting.py", "print(f\"Hello, {name}!\")", "An f-string evaluates"]);
    course.write(GREETING, "print('changed since')\n");
    course.expect(&["solution", "greeting"], 0);

    fs::remove_dir_all(course.path().join("solutions")).expect("removed");
    let missing = course.run(&["solution", "greeting"]);
    assert_eq!(missing.code, Some(2));
    assert_says(&missing.stderr, &["no solution for `greeting`", "solutions/t1_first/01_greeting", "help: "]);
    course.expect(&["check", "greeting"], 1);
}

#[test]
fn next_shows_the_task_and_at_the_end_the_courses_last_words() {
    let course = Small::new();
    let next = course.expect(&["next"], 0);
    assert_says(&next, &["Greet Ada by her name.", GREETING, "prolings check greeting", "0 of 3 done"]);
    for (file, now) in [(GREETING, DOUBLING), (DOUBLING, AREA)] {
        course.solve(file);
        course.run(&["check"]);
        assert_says(&course.expect(&["next"], 0), &[now]);
    }
    course.solve(AREA);
    course.expect(&["check"], 0);
    assert_says(&course.expect(&["next"], 0), &["The small course is behind you."]);
    assert_says(&course.run(&["hint"]).stderr, &["every exercise is done"]);
    assert_eq!(json(&course, &["next", "--json"])["next"], serde_json::Value::Null);
}

#[test]
fn whoever_goes_ahead_goes_on_from_there_and_comes_back_in_the_end() {
    let course = Small::new();
    course.solve(DOUBLING);
    assert_says(&course.expect(&["check", "doubling"], 0), &["prolings check area"]);
    course.solve(AREA);
    assert_says(&course.expect(&["check", "area"], 0), &["prolings check greeting"]);
    assert_says(&course.expect(&["next"], 0), &["prolings check greeting"]);
}

#[test]
fn a_run_hands_on_input_arguments_and_the_end() {
    let course = Small::new();
    let echo = "import sys\nprint(sys.argv[1:], input())\nprint(open('exercise.yaml').name)\n\
                sys.exit(int(sys.argv[1]))\n";
    course.write(GREETING, echo);
    for (status, code) in [("0", 0), ("1", 1), ("7", if cfg!(unix) { 7 } else { 1 })] {
        let mut command = course.command(&["run", "greeting", "--", status, "--all", "-x y"]);
        let ran = super::support::run(command.write_stdin("from the keyboard\n"));
        assert_eq!(ran.code, Some(code), "{ran:#?}");
        assert_says(
            &ran.stdout,
            &[&format!("['{status}', '--all', '-x y'] from the keyboard"), "exercise.yaml"],
        );
    }
    let pytest = course.run(&["run", "doubling"]);
    assert_eq!((pytest.code, pytest.stdout.as_str()), (Some(0), ""), "{pytest:#?}");
    assert!(!course.path().join(".prolings/progress.json").exists(), "nothing was judged");
}

#[test]
fn completions_are_printed_for_every_shell() {
    let course = Small::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = course.expect(&["completions", shell], 0);
        assert_says(&script, &["prolings", "check", "doctor"]);
    }
}
