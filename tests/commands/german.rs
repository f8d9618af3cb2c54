//! prolings in another language than English: chosen by the environment, aligned, and never where programs read.

use serde_json::Value;

use super::support::{AREA, GREETING, Small};
use super::{assert_says, json};

/// What a learner with this locale sees on standard output and on standard error.
fn seen(course: &Small, locale: &str, args: &[&str]) -> String {
    let output = course.command(args).env("LANG", locale).output().expect("prolings runs");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

#[test]
fn a_verdict_is_said_in_the_learners_language() {
    let course = Small::new();
    let german = seen(&course, "de_DE.UTF-8", &["check", "greeting"]);
    assert_says(
        &german,
        &[
            "✗ nicht bestanden  greeting: A greeting\n",
            "  Die Ausgabe weicht ab, zuerst in Zeile 1.\n  - erwartet   + deins\n",
            "0 von 3 fertig",
            "3 noch nicht angefangen",
            // The second line stands below what follows the first one's label, which is wider than the English one.
            "Weiter: greeting.py bearbeiten, dann `prolings check greeting`\n        für einen Anstoß `prolings hint greeting`\n",
        ],
    );
    for locale in ["C", "en_GB.UTF-8", "fr_FR.UTF-8", "", "de_DE.ISO-8859-1"] {
        assert_says(&seen(&course, locale, &["check", "greeting"]), &["failed  greeting", "Next: edit"]);
    }
    assert_says(&seen(&course, "C", &["check", "greeting", "--lang", "de"]), &["✗ nicht bestanden"]);
    assert_says(
        &seen(&course, "de_DE.UTF-8", &["check", "greeting", "--lang", "en"]),
        &["✗ failed  greeting"],
    );
}

#[test]
fn names_stand_below_one_another_however_long_the_words_are() {
    let course = Small::new();
    course.solve(GREETING);
    let said = seen(&course, "de_AT.UTF-8", &["check", "--all"]);
    let column = |name: &str, badge: &str| {
        let start = |line: &&str| line.starts_with(badge) && line.contains(name) && !line.contains(':');
        let line = said
            .lines()
            .find(start)
            .or_else(|| said.lines().find(|line| line.starts_with(badge) && line.contains(name)));
        let line = line.unwrap_or_else(|| panic!("no {name} in\n{said}"));
        line.split(name).next().expect("a beginning").chars().count()
    };
    let columns = [
        column("greeting", "✓ bestanden"),
        column("doubling", "✗ nicht bestanden"),
        column("area", "✗ nicht"),
    ];
    assert_eq!(columns, [19; 3], "{said}");
    assert_says(&said, &["2 nicht bestanden, 1 bestanden in ", "1 von 3 fertig"]);
}

#[test]
fn a_remembered_verdict_is_said_in_the_language_of_whoever_looks() {
    let course = Small::new();
    course.write(AREA, "def area(width, height):\n    raise KeyError('x')\n");
    course.solve(GREETING);
    let english = seen(&course, "C", &["check", "area", "greeting"]);
    assert_says(&english, &["expected  6\n", "got       raises KeyError: 'x'\n"]);
    let german = seen(&course, "de_DE.UTF-8", &["check", "area", "greeting"]);
    assert_says(&german, &["nichts hat sich geändert"]);
    let alone = seen(&course, "de_DE.UTF-8", &["check", "area"]);
    assert_says(&alone, &["erwartet  6\n", "bekommen  löst KeyError aus: 'x'\n"]);
    assert!(!alone.contains("raises"), "{alone}");
}

#[test]
fn general_mistakes_and_errors_are_said_in_it_too() {
    let course = Small::new();
    course.write(AREA, "def area(width, height):\n    print(int(width) * int(height))\n");
    let said = seen(&course, "de_DE.UTF-8", &["check", "area"]);
    assert_says(&said, &["`area` gibt das Ergebnis mit `print` aus"]);
    let said = seen(&course, "de_DE.UTF-8", &["check", "greting"]);
    assert_says(&said, &["Fehler: in diesem Kurs heißt nichts `greting`", "Hilfe: meintest du `greeting`?"]);
}

#[test]
fn what_a_machine_lacks_and_which_python_was_chosen_is_said_in_it() {
    let course = Small::new();
    course.replace(
        "exercises/t2_second/01_area/exercise.yaml",
        "level: 1\n",
        "level: 1\nneeds: [no-such-program]\n",
    );
    let lacks = "braucht `no-such-program`; das fehlt";
    assert_says(&seen(&course, "de_DE.UTF-8", &["list"]), &["entfällt", lacks]);
    let english = json(&course, &["list", "--json", "--lang", "de"]);
    assert_eq!(english["exercises"][2]["skipped"], "it needs `no-such-program`, which this machine lacks");
    let doctor = seen(&course, "de_DE.UTF-8", &["doctor"]);
    let found = ["in PATH (", "genannt mit --python", "aus der aktiven", "das neueste passende"];
    assert!(found.iter().any(|found| doctor.contains(found)), "{doctor}");
    let refused = seen(&course, "de_DE.UTF-8", &["check", "--python", "/nowhere/python3"]);
    assert_says(
        &refused,
        &["Fehler: das Python, das --python oder PROLINGS_PYTHON nennt", "warum: es gibt kein"],
    );
    course.write(".prolings/progress.json", "no progress");
    assert_says(&seen(&course, "de_DE.UTF-8", &["next"]), &["sie ist kein JSON: "]);
}

#[test]
fn no_command_of_a_learner_says_anything_in_english() {
    let course = Small::new();
    course.write(AREA, "def area(width, height):\n    raise KeyError('x')\n");
    // What the course says is in the course's own language.
    let own = [
        "Welcome to",
        "Greet Ada",
        "The area of",
        "braces",
        "Put an `f`",
        "Make `double`",
        "An f-string",
        "signs like any other",
        // What the system says is in its own, too.
        "(os error",
        "No such file or directory",
        "The system cannot find",
    ];
    let english = ["the ", " of ", " is ", " are ", " and ", " your ", " to ", "cannot ", " not "];
    for args in [
        &["next"][..],
        &["list"],
        &["progress"],
        &["check"],
        &["check", "--all"],
        &["check", "area", "--linear"],
        &["check", "area"],
        &["check", "nobody"],
        &["check", "--isolation", "full", "--without-layer", "seccomp", "greeting"],
        &["check", "--python", "/nowhere/python"],
        &["hint", "greeting"],
        &["hint", "greeting"],
        &["solution", "greeting"],
        &["solution", "greeting", "--force"],
        &["reset", "area"],
        &["reset", "--topic", "nothing"],
        &["reset", "area", "--yes"],
        &["reset", "--all", "--yes"],
        &["edit", "--edit-cmd", "false"],
        &["edit"],
        &["run", "area", "--course", "nowhere"],
        &["update"],
        &["init", "exercises/inside"],
        &["init", "new", "--from", "."],
        &["init", "new", "--from", "."],
        &["update", "--course", "new"],
        &["update", "--course", "new", "--dry-run"],
        &["clean"],
        &["doctor"],
    ] {
        let output = course
            .command(args)
            .env("LANG", "de_DE.UTF-8")
            .env_remove("EDITOR")
            .env_remove("VISUAL")
            .output();
        let output = output.expect("prolings runs");
        let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        assert!(!said.is_empty(), "{args:?}");
        for line in said.lines().filter(|line| !own.iter().any(|own| line.contains(own))) {
            let word = english.iter().find(|word| line.contains(**word));
            assert_eq!(word, None, "{args:?} says {line:?} in\n{said}");
        }
    }
}

#[test]
fn help_is_in_the_language_that_was_asked_for() {
    let course = Small::new();
    let english = ["Usage:", "Options:", "Commands:", "Arguments:", "Print", "[default:", "possible values"];
    for (locale, args, texts) in [
        (
            "de_DE.UTF-8",
            &["--help"][..],
            &["Aufruf: prolings", "Befehle:", "Exit-Codes: 0 alles bestanden"][..],
        ),
        ("C", &["check", "-h", "--lang", "de"], &["[WANTED]...", "Aufgaben, Themen, Pfade", "Argumente:"]),
        ("C", &["--lang=de", "help", "watch"], &["`?` nennt dabei alle Tasten. `d` öffnet den ganzen"]),
        (
            "de_AT.UTF-8",
            &["dev", "check", "--help"],
            &["[Vorgabe: 3]", "Mögliche Werte:", "- best: Jede Schicht"],
        ),
        ("de_DE.UTF-8", &["dev"], &["Für Autoren von Kursen", "Aufruf: prolings dev"]),
        ("de_DE.UTF-8", &[], &["Aufruf: prolings", "-V, --version"]),
    ] {
        let said = seen(&course, locale, args);
        assert_says(&said, texts);
        for word in english {
            assert!(!said.contains(word), "{word:?} is English in\n{said}");
        }
        assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
    }
    // Positional arguments keep their order below another heading.
    let run = seen(&course, "de_DE.UTF-8", &["run", "-h"]);
    let place = |text: &str| run.find(text).unwrap_or_else(|| panic!("no {text} in\n{run}"));
    assert!(place("  <NAME> ") < place("  [ARGS]... "), "{run}");
    for locale in ["C", "en_GB.UTF-8", "de_DE.ISO-8859-1"] {
        assert_says(&seen(&course, locale, &["check", "--help"]), &["Usage: prolings check", "Options:"]);
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let course = Small::new();
    course.write(AREA, "def area(width, height):\n    print(int(width) * int(height))\n");
    let events = |locale: &str| -> Vec<Value> {
        let said = seen(&course, locale, &["check", "--all", "--json"]);
        let mut events: Vec<Value> =
            said.lines().map(|line| serde_json::from_str(line).expect("an event")).collect();
        events.retain(|event| event["event"] == "exercise_finished");
        events.sort_by_key(|event| event["index"].as_u64());
        events
    };
    // The first run fills the cache, so that the times of the others are the same.
    events("C");
    let (english, german) = (events("C"), events("de_DE.UTF-8"));
    assert!(english.len() == 3 && english == german, "{english:#?}\n{german:#?}");
    assert_eq!(json(&course, &["list", "--json"])["exercises"][0]["state"], "pending");
}
