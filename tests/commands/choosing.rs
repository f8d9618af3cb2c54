//! Which exercises a command means: by name, by place, or by what the learner has started.

use super::support::{AREA, DOUBLING, GREETING, Small, prolings, run};
use super::{assert_says, judged};

#[test]
fn exercises_are_named_in_many_ways_from_anywhere_in_the_course() {
    let course = Small::new();
    // What is chosen matters here, not what comes of it: skipping is quick.
    for file in [GREETING, DOUBLING, AREA] {
        let folder = file.rsplit_once('/').expect("a folder").0;
        course.replace(
            &format!("{folder}/exercise.yaml"),
            "level: 1\n",
            "level: 1\nneeds: [nothing-has-this]\n",
        );
    }
    let cases: [(&str, &[&str], &[&str]); 14] = [
        (".", &["greeting"], &["greeting"]),
        // In the order of the course, each once.
        (".", &["area", "greeting", "t2_second"], &["greeting", "area"]),
        (".", &["t1_first"], &["greeting", "doubling"]),
        (".", &[AREA], &["area"]),
        (".", &["exercises/t1_first/"], &["greeting", "doubling"]),
        (".", &["./exercises/t2_second/01_area/exercise.yaml"], &["area"]),
        (".", &["*ing"], &["greeting", "doubling"]),
        (".", &["t2_*/*"], &["area"]),
        (".", &["exercises/*/01_*"], &["greeting", "area"]),
        ("exercises/t1_first", &["02_doubling"], &["doubling"]),
        ("exercises/t1_first", &["."], &["greeting", "doubling"]),
        ("exercises/t2_second/01_area", &["area.py"], &["area"]),
        ("exercises/t2_second/01_area", &["../../t1_first/01_greeting", "area"], &["greeting", "area"]),
        ("solutions/t1_first", &["greeting"], &["greeting"]),
    ];
    for (folder, wanted, exercises) in cases {
        let mut command = prolings(&course.path().join(folder));
        let ran = run(command.args(["check", "--json"]).args(wanted));
        let expected: Vec<String> = exercises.iter().map(|name| format!("{name} skipped")).collect();
        assert_eq!(judged(&ran), expected, "{wanted:?} in {folder}");
        assert_eq!(ran.code, Some(0));
    }
}

#[test]
fn a_name_that_is_nowhere_finds_the_nearest() {
    let course = Small::new();
    let ran = course.run(&["check", "greting", "t1_frist", "pandas"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(ran.stdout, "");
    let wanted = [
        "error: nothing in this course is named `greting`",
        "did you mean `greeting`?",
        "did you mean `t1_first`?",
        "named `pandas`",
        "prolings list",
    ];
    assert_says(&ran.stderr, &wanted);
    for command in ["hint", "run", "reset", "solution"] {
        let ran = course.run(&[command, "dubling"]);
        assert_eq!(ran.code, Some(2), "{command}");
        assert_says(&ran.stderr, &["did you mean `doubling`?"]);
    }
    let ran = course.run(&["solution", "t1_first"]);
    assert_says(&ran.stderr, &["`t1_first` names 2 exercises", "greeting, doubling"]);
}

#[test]
fn a_check_follows_the_learner_through_the_course() {
    let course = Small::new();
    let check = || judged(&course.run(&["check", "--json"]));
    assert_eq!(check(), ["greeting failed"], "a fresh course: its first exercise");
    course.solve(GREETING);
    assert_eq!(check(), ["greeting passed"], "what was current when the check began");
    assert_eq!(check(), ["greeting passed", "doubling failed"], "on to the next; started ones again");
    course.write(AREA, "def area(width, height):\n    return -1\n");
    assert_eq!(check(), ["greeting passed", "doubling failed", "area failed"]);
    course.solve(DOUBLING);
    course.solve(AREA);
    let ran = course.run(&["check"]);
    assert_eq!(ran.code, Some(0));
    assert_says(&ran.stdout, &["3 of 3 done", "3 passed"]);
    course.write(GREETING, "print('Goodbye')\n");
    assert_eq!(check(), ["greeting failed", "doubling passed", "area passed"]);
}

#[test]
fn all_judges_every_exercise_and_takes_no_names() {
    let course = Small::new();
    let ran = course.run(&["check", "--all", "--jobs", "2", "--json"]);
    assert_eq!(judged(&ran), ["greeting failed", "doubling failed", "area failed"]);
    assert_eq!(course.run(&["check", "--all", "area"]).code, Some(2));
}

#[test]
fn a_course_is_named_from_elsewhere() {
    let course = Small::new();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let root = course.path().to_str().expect("UTF-8");
    for place in [root, &format!("{root}/exercises/t1_first")] {
        let ran = run(prolings(elsewhere.path()).args(["--course", place, "check", "t2_*/area", "--json"]));
        assert_eq!(judged(&ran), ["area failed"], "{ran:#?}");
    }
    let ran = run(prolings(elsewhere.path()).args(["list", "--course", "nowhere"]));
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["there is no folder `nowhere`", "--course"]);
    let ran = run(prolings(elsewhere.path()).arg("list"));
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["error: ", "help: ", "--course"]);
}

#[test]
fn a_python_that_is_none_is_an_error_that_says_so() {
    let course = Small::new();
    let ran = course.run(&["--python", "no/such/python", "check"]);
    assert_eq!(ran.code, Some(2));
    assert!(!ran.stdout.contains("greeting"), "{ran:#?}");
    assert_says(&ran.stderr, &["no/such/python", "where: ", "help: "]);
    let file = course.path().join("not-python");
    course.write("not-python", "just text\n");
    let ran = course.run(&["check", "--python", file.to_str().expect("UTF-8")]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["not-python", "help: "]);
    let ran = run(course.command(&["doctor", "--json"]).env("PROLINGS_PYTHON", "no/such/python"));
    assert_eq!(ran.code, Some(2));
    let diagnosis: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_says(&diagnosis.to_string(), &["no/such/python"]);
}

#[test]
fn usage_errors_exit_with_two_and_help_with_zero() {
    let course = Small::new();
    for args in [&["chekc"][..], &[], &["check", "--jobs", "0"], &["check", "--color", "red"]] {
        let ran = course.run(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{args:?}");
        assert!(!ran.stderr.is_empty());
    }
    assert_says(&course.run(&["chekc"]).stderr, &["'check'"]);
    assert_says(&course.expect(&["--help"], 0), &["Exit codes: 0 all passed", "command by command:"]);
    assert_says(&course.expect(&["--version"], 0), &["prolings "]);
}
