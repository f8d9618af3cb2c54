//! For someone who listens, sees ASCII only, or reads another language than English.

use super::assert_says;
use super::support::{DOUBLING, GREETING, Small};

#[test]
fn a_linear_report_says_in_words_what_others_see() {
    let course = Small::new();
    let said = course.expect(&["check", "greeting", "--linear"], 1);
    assert_says(&said, &["expected: Hello, Ada!", "yours: Hello, {name}!", "0 of 3 done, 3 not started"]);
    let drawn = |line: &str| {
        let text = line.trim();
        !text.is_empty() && text.chars().all(|c| "^━─#- ".contains(c))
    };
    assert!(!said.lines().any(drawn), "{said}");
    course.write(GREETING, "print('a' b)\n");
    assert_says(&course.expect(&["check", "greeting", "--linear"], 1), &["greeting.py:1, column "]);
    let long = "word ".repeat(60);
    course.write(DOUBLING, format!("raise ValueError('{}')\n", long.trim()));
    let said = course.expect(&["check", "doubling", "--linear"], 1);
    assert_says(&said, &[long.trim()]);
}

#[test]
fn ascii_is_ascii() {
    let course = Small::new();
    course.write(GREETING, "print('Hallo')\n");
    for args in [&["check", "greeting", "--ascii"][..], &["list", "--ascii"], &["next", "--ascii"]] {
        let said = course.run(args).stdout;
        assert!(!said.is_empty() && said.is_ascii(), "{args:?}: {said}");
    }
    let mut command = course.command(&["check", "greeting"]);
    let output = command.env("LC_ALL", "de_DE.ISO-8859-1").output().expect("prolings runs");
    assert!(output.stdout.is_ascii());
}

#[test]
fn a_text_in_the_learners_language_comes_first() {
    let course = Small::new();
    let task = "exercises/t1_first/01_greeting/README.de.md";
    std::fs::File::create_new(course.path().join(task)).expect("a file");
    course.write(task, "# Ein Gruß\n");
    let english = course.read(&task.replace(".de", ""));
    let english = english.lines().next().expect("a heading").trim_start_matches(['#', ' ']).to_owned();
    let said = |lang: &str, args: &[&str]| {
        let mut command = course.command(args);
        command.env("LC_ALL", lang);
        String::from_utf8(command.output().expect("prolings runs").stdout).expect("UTF-8")
    };
    assert_says(&said("de_AT.UTF-8", &["next"]), &["Ein Gruß"]);
    assert_says(&said("C", &["next", "--lang", "de"]), &["Ein Gruß"]);
    assert_says(&said("fr_FR.UTF-8", &["next"]), &[&english]);
    assert_says(&said("de_DE.UTF-8", &["next", "--lang", "en"]), &[&english]);
    // No check sees it, and it is no stray file beside the exercises either.
    let topic = "exercises/t1_first/README.pt_BR.md";
    std::fs::File::create_new(course.path().join(topic)).expect("a file");
    assert_eq!(course.run(&["list"]).stderr, "");
}
