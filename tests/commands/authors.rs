//! `prolings dev`: a sound course has no findings, and test ids are locked from the solution.

use super::assert_says;
use super::support::{DOUBLING, Small};

const MANIFEST: &str = "exercises/t1_first/02_doubling/exercise.yaml";
const SUITE: &str = "exercises/t1_first/02_doubling/test_doubling.py";
const LOCK: &str = "    tests:\n      - test_numbers\n      - test_text\n";

#[test]
fn a_sound_course_has_no_findings() {
    let course = Small::new();
    assert_says(&course.expect(&["dev", "check"], 0), &["✓ 3 exercises proved by 19 runs", "nothing found"]);
    assert!(!course.path().join(".prolings").join("progress.json").exists(), "authors are no learners");
}

#[test]
fn a_starter_fails_as_declared() {
    let course = Small::new();
    course.replace(MANIFEST, "starter: { fails: test_numbers }\n", "");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    assert_says(
        &ran.stdout,
        &["declare why the starter fails", "starter: { fails: [test_numbers, test_text] }"],
    );
    course.replace(MANIFEST, "checks:", "starter: { fails: test_text, raises: TypeError }\nchecks:");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    assert_says(&ran.stdout, &["the starter does not fail as `starter` declares"]);
    course.replace(MANIFEST, ", raises: TypeError", "");
    course.expect(&["dev", "check", "doubling", "--repeat", "1"], 0);
    course.write(DOUBLING, "def double(value)\n    return value\n");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_eq!(ran.code, Some(1));
    course.replace(MANIFEST, "fails: test_text", "fails: pytest");
    let ran = course.run(&["dev", "check", "doubling", "--repeat", "1"]);
    assert_says(&ran.stdout, &["the starter is no valid Python (SyntaxError)", "raises: SyntaxError"]);
    course.replace(MANIFEST, "fails: pytest", "fails: pytest, raises: SyntaxError");
    course.expect(&["dev", "check", "doubling", "--repeat", "1"], 0);
}

#[test]
fn a_suite_without_a_lock_is_blessed() {
    let course = Small::new();
    course.replace(MANIFEST, LOCK, "");
    let ran = course.run(&["check", "doubling"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &[MANIFEST, "prolings dev bless doubling"]);
    let said = course.expect(&["dev", "bless", "doubling"], 0);
    assert_says(&said, &["+ test_numbers", "+ test_text", &format!("{MANIFEST} is written.")]);
    assert_says(&course.expect(&["dev", "bless", "doubling"], 0), &["is up to date"]);
    course.solve(DOUBLING);
    course.expect(&["check", "doubling"], 0);
}

#[test]
fn a_stale_lock_is_a_fault_until_it_is_blessed() {
    let course = Small::new();
    course.replace(SUITE, "test_text", "test_words");
    course.solve(DOUBLING);
    let said = course.expect(&["check", "doubling"], 2);
    assert_says(&said, &["not your mistake", "prolings dev bless doubling"]);
    let before = course.read(MANIFEST);
    let said = course.expect(&["dev", "bless", "doubling"], 0);
    assert_says(&said, &["+ test_words", "- test_text", "is written."]);
    assert_eq!(course.read(MANIFEST), before.replace("test_text", "test_words"), "nothing else is touched");
    course.expect(&["check", "doubling"], 0);
}

#[test]
fn ids_are_locked_from_a_solution_that_passes_only() {
    let course = Small::new();
    course.replace("solutions/t1_first/02_doubling/doubling.py", "* 2", "* 3");
    let before = course.read(MANIFEST);
    let ran = course.run(&["dev", "bless", "doubling"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["does not pass", "prolings dev check doubling"]);
    assert_eq!(course.read(MANIFEST), before);
    assert_says(&course.expect(&["dev", "bless", "area"], 0), &["nothing to lock"]);
}

const GREETING: &str = "exercises/t1_first/01_greeting/exercise.yaml";

#[test]
fn expected_output_is_written_from_the_solution_after_showing_the_change() {
    let course = Small::new();
    course.replace(GREETING, "Hello, Ada!", "Hello, you!");
    let before = course.read(GREETING);
    let said = course.expect(&["dev", "bless", "greeting", "--dry-run"], 0);
    assert_says(&said, &["- Hello, you!", "+ Hello, Ada!", "would be written (--dry-run)"]);
    assert_eq!(course.read(GREETING), before);
    let said = course.expect(&["dev", "bless", "greeting"], 0);
    assert_says(&said, &["- Hello, you!", "+ Hello, Ada!", &format!("{GREETING} is written.")]);
    assert_eq!(course.read(GREETING), before.replace("you", "Ada"), "nothing else is touched");
    assert_says(&course.expect(&["dev", "bless", "greeting"], 0), &["is up to date"]);
    course.replace(GREETING, "    stdout: |\n      Hello, Ada!\n", "");
    assert_says(&course.run(&["check", "greeting"]).stderr, &["prolings dev bless greeting"]);
    assert_says(&course.expect(&["dev", "bless", "greeting"], 0), &["+ Hello, Ada!", "is written."]);
    assert_eq!(course.read(GREETING), before.replace("you", "Ada"));
    course.write("exercises/t1_first/01_greeting/expected.txt", "Bye\n");
    course.replace(GREETING, "stdout: |\n      Hello, Ada!", "stdout_file: expected.txt");
    let said = course.expect(&["dev", "bless", "greeting"], 0);
    assert_says(&said, &["- Bye", "01_greeting/expected.txt is written."]);
    assert_eq!(course.read("exercises/t1_first/01_greeting/expected.txt"), "Hello, Ada!\n");
}

#[test]
fn output_of_a_solution_that_fails_or_of_patterns_is_not_written() {
    let course = Small::new();
    course.replace(GREETING, "      Hello, Ada!", "      Hello, {{int}}!\n    compare: { pattern: true }");
    let ran = course.run(&["dev", "bless", "greeting"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["holds", "patterns", "by hand"]);
    course.write("solutions/t1_first/01_greeting/greeting.py", "raise SystemExit(3)\n");
    let ran = course.run(&["dev", "bless", "greeting"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["does not end as it should", "prolings dev check greeting"]);
}

#[test]
fn coverage_tells_what_no_exercise_teaches() {
    let course = Small::new();
    let ran = course.run(&["dev", "coverage"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["the course has no curriculum", "exercises/curriculum.yaml"]);
    course.write("exercises/curriculum.yaml", "S1.1: Strings\nS1.2: Numbers\nS2.1: Loops\n");
    course.replace(GREETING, "level: 1", "level: 1\ncovers: [S1.1]");
    course.replace(MANIFEST, "level: 1", "level: 1\ncovers: [S1.2, S1.1]");
    let said = course.run(&["dev", "coverage"]);
    assert_eq!(said.code, Some(1));
    assert_says(
        &said.stdout,
        &[
            "✓ S1.1  Strings  greeting, doubling\n✓ S1.2  Numbers  doubling\n\n✗ S2.1  Loops\n",
            "without an item in `covers`: area",
            "✗ 2 of 3 items covered by 3 exercises; 1 without exercise.",
        ],
    );
    course.expect(&["dev", "coverage", "--allow-missing"], 0);
    let coverage = super::json(&course, &["dev", "coverage", "--json"]);
    assert_eq!((&coverage["missing"], &coverage["items"][2]["id"]), (&1.into(), &"S2.1".into()));
    course.replace(MANIFEST, "S1.2, S1.1", "S1.2, S2.1");
    assert_says(&course.expect(&["dev", "coverage"], 0), &["✓ 3 of 3 items covered"]);
}

#[test]
fn stats_tell_what_a_course_is_made_of() {
    let course = Small::new();
    course.expect(&["dev", "check", "doubling", "--repeat", "1"], 0);
    let said = course.expect(&["dev", "stats"], 0);
    assert_says(
        &said,
        &[
            "3 exercises in 2 topics, with 9 hints and 6 mistakes",
            "output     1",
            "level 1     3",
            "not known of 2",
        ],
    );
    let stats = super::json(&course, &["dev", "stats", "--json"]);
    let doubling = &stats["exercises"][1];
    assert_eq!((&doubling["exercise"], &doubling["checks"][0]), (&"doubling".into(), &"pytest".into()));
    assert!(doubling["seconds"].as_f64().is_some_and(|seconds| seconds > 0.0), "{doubling}");
    assert!(stats["exercises"][0]["seconds"].is_null());
}

/// What an author is told in German, whatever the exit code, without its line breaks; no sentence of it may have stayed
/// English.
fn german(course: &Small, args: &[&str]) -> String {
    let ran = course.run(&[args, &["--lang", "de"]].concat());
    let said = ran.stdout + &ran.stderr;
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = ["the", "is", "of", "and", "with", "in all", "proved", "killed", "written"];
    let english = words.iter().find(|word| said.contains(&format!(" {word} ")));
    assert_eq!(english, None, "{args:?}\n{said}");
    said
}

#[test]
fn authors_read_their_language_and_programs_read_english() {
    let course = Small::new();
    course.replace(MANIFEST, "starter: { fails: test_numbers }\n", "");
    course.replace("solutions/t1_first/02_doubling/doubling.py", "value * 2", "value + value  # [x]()");
    course.write("solutions/t1_first/02_doubling/NOTES.md", "Twice.\n[a](gone.md)\n");
    let check = ["dev", "check", "doubling", "--repeat", "2"];
    assert_says(
        &german(&course, &check),
        &[
            "✗ solutions/t1_first/02_doubling/NOTES.md fängt nicht mit einer Überschrift an (`# …`)",
            "✗ ein Link führt zu einer Datei, die es nicht gibt: `gone.md` (solutions/t1_first/02_doubling/NOTES.md:2)",
            "✗ gib an, warum die Vorlage nicht besteht: `starter: { fails: [test_numbers, test_text] }`",
            "0 von 1 Aufgabe nachgewiesen, mit ",
        ],
    );
    let json = |locale: &str| {
        let mut proof = super::json(&course, &[&check[..], &["--json", "--lang", locale]].concat());
        proof
            .as_object_mut()
            .expect("an object")
            .retain(|key, _| ["findings", "unchecked"].contains(&key.as_str()));
        let findings = proof["findings"].as_array_mut().expect("a list");
        findings.iter_mut().for_each(|finding| finding["result"] = serde_json::Value::Null);
        proof
    };
    assert_eq!(json("de"), json("en"));
    let survivors = german(&course, &["dev", "mutate", "area"]);
    assert_says(&survivors, &["1 Aufgabe: ", " Mutanten gefunden, ", " ausgeführt in "]);
    assert_says(
        &german(&course, &["dev", "stats"]),
        &["3 Aufgaben in 2 Themen, mit 9 Tipps und 6 Fehlern", "Stufe 1 3", "nicht bekannt von 3"],
    );
    assert_says(&german(&course, &["dev", "coverage"]), &["Fehler: der Kurs hat keinen Lehrplan"]);
    course.replace(GREETING, "Hello, Ada!", "Hello, you!");
    let dry = german(&course, &["dev", "bless", "greeting", "--dry-run"]);
    assert_says(&dry, &[&format!("{GREETING}: stdout von greeting.py"), "würde geschrieben (--dry-run)."]);
    assert_says(&german(&course, &["dev", "bless", "area"]), &["nichts festzuschreiben."]);
    let taken = german(&course, &["dev", "new", "t1_first/area"]);
    assert_says(&taken, &["Fehler: es gibt schon eine Aufgabe `area`", "Hilfe: wähle einen anderen Namen"]);
    let made = german(&course, &["dev", "new", "t1_first/counting"]);
    assert_says(&made, &["`counting` ist in Ordnung und sagt noch nichts"]);
}
