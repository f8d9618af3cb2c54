//! `prolings dev new`: an exercise of each kind is sound as it is made, and says what is still to be written.

use super::support::Small;
use super::{assert_says, json, text};

const KINDS: [&str; 5] = ["output", "cases", "pytest", "mutants", "tool"];

#[test]
fn what_is_made_is_sound_but_for_the_words() {
    let course = Small::new();
    course.replace("exercises/course.yaml", "core: { summary: pytest }", "core:\n  quality:");
    for kind in KINDS {
        let said = course.expect(&["dev", "new", &format!("t3_new/a_{kind}"), "--check", kind], 0);
        assert_says(&said, &[&format!("_a_{kind}/exercise.yaml"), &format!("prolings dev check a_{kind}")]);
    }
    assert_says(&course.read("exercises/course.yaml"), &["  - t2_second\n  - t3_new\n"]);
    assert_says(
        &course.read("exercises/t3_new/03_a_pytest/exercise.yaml"),
        &["# yaml-language-server: $schema=../../.schema/exercise.schema.json\n"],
    );
    assert_says(&course.read("exercises/.schema/exercise.schema.json"), &["\"additionalProperties\": false"]);
    let proof = json(&course, &["dev", "check", "t3_new", "--repeat", "1", "--json"]);
    assert!(proof["runs"].as_u64().is_some_and(|runs| runs >= 20), "{proof}");
    for finding in proof["findings"].as_array().expect("a list") {
        assert_eq!(text(&finding["rule"]), "placeholder", "{finding}");
    }
    for about in ["t3_new", "a_output", "a_cases", "a_pytest", "a_mutants", "a_tool"] {
        let number =
            proof["findings"].as_array().expect("a list").iter().filter(|f| f["exercise"] == about).count();
        assert!(number >= if about == "t3_new" { 2 } else { 12 }, "{about}: {number}");
    }
}

#[test]
fn numbers_follow_those_of_the_topic() {
    let course = Small::new();
    course.expect(&["dev", "new", "t1_first/third"], 0);
    assert_says(&course.read("exercises/t1_first/03_third/third.py"), &["FILL IN"]);
    course.expect(&["dev", "new", "exercises/t1_first/07_seventh/"], 0);
    course.expect(&["dev", "new", "t1_first/eighth"], 0);
    assert_says(&course.read("solutions/t1_first/08_eighth/NOTES.md"), &["FILL IN"]);
    let ran = course.run(&["dev", "new", "t1_first/07_again"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["the number 07 is taken in `t1_first`", "take 09"]);
}

#[test]
fn names_that_cannot_be_are_refused_and_nothing_is_written() {
    let course = Small::new();
    let before = course.read("exercises/course.yaml");
    for (name, what, help) in [
        ("greeting", "names no exercise of a topic", "TOPIC/NAME"),
        ("t1_first", "names no exercise of a topic", "t1_first/my_meta"),
        ("t1_first/greeting", "there is an exercise `greeting` already", "another name"),
        ("t1_first/My-Name", "`My-Name` cannot be a name", "small letters"),
        ("../x/name", "names no exercise of a topic", "TOPIC/NAME"),
        ("t1_first/queue", "`queue` means something to Python", "my_queue"),
        ("t9_last/lambda", "`lambda` means something to Python", "my_lambda"),
    ] {
        let ran = course.run(&["dev", "new", name]);
        assert_eq!(ran.code, Some(2), "{name}: {ran:#?}");
        assert_says(&ran.stderr, &[what, help]);
    }
    let ran = course.run(&["dev", "new", "t1_first/types", "--check", "tool"]);
    assert_eq!(ran.code, Some(2));
    let ran = course.run(&["dev", "new", "t1_first/typing_it", "--check", "tool"]);
    assert_says(&ran.stderr, &["the course has no group `quality`"]);
    assert_eq!(course.read("exercises/course.yaml"), before);
    course.write(
        "exercises/course.yaml",
        before.replace("path:\n  - t1_first\n  - t2_second", "path: [t1_first,\n  t2_second]"),
    );
    let ran = course.run(&["dev", "new", "t9_last/good"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["topic `t9_last` is not in the course's path", "add `- t9_last` to `path`"]);
    assert!(!course.path().join("exercises/t9_last").exists(), "nobody wants half an exercise");
}
