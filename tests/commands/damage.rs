//! `prolings dev check` on a course that is damaged in many ways at once: every finding, and none too many.

use std::fs;

use super::support::{DOUBLING, GREETING, Small};
use super::{assert_says, json, text};

fn findings(course: &Small) -> Vec<String> {
    let proof = json(course, &["dev", "check", "--json"]);
    let findings = proof["findings"].as_array().expect("findings");
    findings
        .iter()
        .map(|finding| format!("{}: {}", text(&finding["exercise"]), text(&finding["what"])))
        .collect()
}

#[test]
fn every_finding_is_listed() {
    let course = Small::new();
    let solutions = course.path().join("solutions");
    // greeting: the starter passes; one mistake passes, the other earns the feedback of the first.
    course.solve(GREETING);
    let greeting = "solutions/t1_first/01_greeting";
    course.write(&format!("{greeting}/mistakes/comma/greeting.py"), "print('Hello, Ada!')\n");
    course.write(&format!("{greeting}/mistakes/shouts/greeting.py"), "print('hello, Ada !')\n");
    // doubling: the solution fails, the notes and a mistake's file are missing, a folder is nobody's.
    course.replace("solutions/t1_first/02_doubling/doubling.py", "* 2", "* 3");
    fs::remove_file(solutions.join("t1_first/02_doubling/NOTES.md")).expect("removed");
    fs::create_dir(solutions.join("t1_first/02_doubling/mistakes/nobodys")).expect("made");
    // area: too few hints and mistakes; the starter earns a mistake's feedback.
    let manifest = "exercises/t2_second/01_area/exercise.yaml";
    course.replace(manifest, "  - Turn both into whole numbers, then multiply.\n", "");
    let text = course.read(manifest);
    course.write(manifest, &text[..text.find("  - name: decimal").expect("a mistake")]);
    fs::remove_dir_all(solutions.join("t2_second/01_area/mistakes/decimal")).expect("removed");
    course.write(
        "exercises/t2_second/01_area/area.py",
        "def area(width, height):\n    return width * height\n",
    );

    let expected = [
        "greeting: the starter passes",
        "greeting: mistake `comma` passes",
        "greeting: mistake `shouts` earns the feedback of `comma`",
        "doubling: the notes are missing: solutions/t1_first/02_doubling/NOTES.md",
        "doubling: mistake `nobodys` is not in the manifest: solutions/t1_first/02_doubling/mistakes/nobodys",
        "doubling: the solution fails",
        "area: hints: 2, and at least 3 are wanted, from a nudge to nearly the answer",
        "area: mistakes: 1, and at least 2 are wanted, each with its feedback",
        "area: the starter earns the feedback of mistake `numbers_only`",
    ];
    assert_eq!(findings(&course), expected);
    let said = course.expect(&["dev", "check"], 1);
    let words: Vec<&str> =
        expected.iter().filter_map(|line| line.split_once(": ").map(|(_, what)| what)).collect();
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_says(&flat, &words);
    assert_says(&said, &["9 findings"]);
}

#[test]
fn a_fault_and_a_mistake_without_its_feedback_are_findings() {
    let course = Small::new();
    fs::remove_file(course.path().join(DOUBLING)).expect("removed");
    let suite = "exercises/t1_first/02_doubling/test_doubling.py";
    course.replace(suite, "from doubling import double\n", "from doubling import double\nimport nowhere\n");
    course.write("solutions/t1_first/01_greeting/mistakes/shouts/greeting.py", "print('Hi')\n");
    let found = findings(&course);
    assert_eq!(found[0], "greeting: mistake `shouts` does not earn its feedback: `when` does not hold");
    assert!(found.contains(&"doubling: the solution could not be judged".to_owned()), "{found:#?}");
    course.expect(&["dev", "check", "greeting"], 1);
    course.expect(&["dev", "check", "area"], 0);
}
