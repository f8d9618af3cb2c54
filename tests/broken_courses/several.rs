//! A course with many mistakes: all of them are told at once, in the author's language.

use prolings::language::Language;
use tempfile::TempDir;

use super::course::*;

/// A course with ten mistakes in several files.
fn course_with_ten_mistakes() -> TempDir {
    let course = good_course();
    let damages = [
        Edit(COURSE, "title: A small course", "titel: A small course"),
        Edit(COURSE, "time: 10s", "time: soon"),
        Content("exercises/stray.txt", b""),
        Edit(HELLO, "level: 1", "level: 9"),
        Edit(HELLO, "edit: [hello.py]", "edit: [../hello.py]"),
        Edit(HELLO, "diff: \",\"", "diff: \"[\""),
        Edit(AREA, "[hello]", "[hullo]"),
        Edit(AREA, "- test_volume[int]", "- test_area"),
        Content(TIMER, b"title: [x\nedit: y\n"),
    ];
    for damage in damages {
        damage.apply(course.path());
    }
    course
}

#[test]
fn ten_mistakes_in_several_files_are_reported_at_once() {
    let course = course_with_ten_mistakes();
    let errors = errors_of(course.path());
    let found: Vec<_> =
        errors.iter().map(|error| (error.place.as_ref().unwrap().to_string(), &*error.what)).collect();
    let expected = [
        ("exercises/course.yaml:1", "a course has no `title`"),
        ("exercises/course.yaml:2", "unknown key `titel` in a course"),
        ("exercises/course.yaml:11", "`time: soon` has no known unit"),
        ("exercises/stray.txt", "stray file stray.txt"),
        ("exercises/b_more/01_timer/exercise.yaml:2", "exercise.yaml is not valid YAML"),
        ("exercises/a_basics/01_hello/exercise.yaml:2", "`level` is 9"),
        ("exercises/a_basics/01_hello/exercise.yaml:3", "`edit` names `../hello.py`"),
        ("exercises/a_basics/01_hello/exercise.yaml:14", "`diff` is not a regular expression"),
        ("exercises/a_basics/02_area/exercise.yaml:3", "unknown exercise `hullo` in `after`"),
        ("exercises/a_basics/02_area/exercise.yaml:12", "test `test_area` is listed twice"),
    ];
    let expected: Vec<_> = expected.map(|(place, what)| (place.to_owned(), what)).into();
    assert_eq!(found, expected, "{}", shown(&errors));
}

#[test]
fn a_broken_course_is_told_in_the_authors_language() {
    let german = Language::first_of(&["de".to_owned()]);
    let course = course_with_ten_mistakes();
    let errors = errors_of(course.path());
    let told: Vec<_> = errors.iter().map(|error| error.what.by(german)).collect();
    let expected = [
        "ein Kurs hat kein `title`",
        "unbekannter Schlüssel `titel`: ein Kurs hat keinen solchen",
        "`time: soon` hat keine bekannte Einheit",
        "die Datei stray.txt gehört nicht hierher",
        "exercise.yaml ist kein gültiges YAML",
        "`level` ist 9",
        "`edit` nennt `../hello.py`",
        "`diff` ist kein regulärer Ausdruck",
        "unbekannte Aufgabe `hullo` in `after`",
        "der Test `test_area` steht zweimal da",
    ];
    assert_eq!(told, expected);
    // What the parsers of YAML and of regular expressions say is theirs.
    let is_theirs =
        |text: &str| text.contains("did not find expected") || text.starts_with("regex parse error");
    for error in &errors {
        for text in [&error.why, &error.help].into_iter().flatten().filter(|text| !is_theirs(text)) {
            assert_ne!(text.by(german), **text, "{error}");
        }
    }
    assert_eq!(errors[1].help.as_ref().unwrap().by(german), "meintest du `title`?");
}
