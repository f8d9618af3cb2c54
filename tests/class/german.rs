//! A class graded by somebody who reads German: the terminal, the page and the errors are in it, what programs read is not.

use super::*;

/// What stands on the English page.
const ENGLISH: [&str; 12] = [
    "submissions graded",
    "not graded yet",
    "some points",
    "could not be",
    "not started",
    "Choose a field",
    "commonest mistakes",
    "Where this comes from",
    "as handed in",
    "arrow keys",
    "its content",
    "earned some",
];

/// A class with a submission that cannot be graded, and a file beside the folders.
fn of_four() -> Class {
    let class = Class::of_three();
    fs::create_dir_all(class.folder().join("bob")).expect("a folder");
    support::write(&class.folder(), "eve.zip", "PK");
    class
}

#[test]
fn a_class_is_told_in_the_language_that_was_asked_for() {
    let class = of_four();
    let ran = class.grade("out", &["--lang", "de"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    for part in [
        "  ada   3 von 3 Punkten (100 %)\n",
        "! bob   nicht zu bewerten: es gibt darin keinen Ordner `exercises`\n",
        "  cleo  0 von 3 Punkten (0 %), 3 noch nicht angefangen\n",
        "3 Abgaben bewertet, 1 nicht zu bewerten in ",
        "Mittelwert 33 %, Median 0 %\n",
    ] {
        assert!(ran.stdout.contains(part), "no {part:?} in {}", ran.stdout);
    }
    for part in
        ["Hinweis: keine Abgaben, weil es keine Ordner sind: eve.zip\n", "bob: es gibt darin keinen Ordner"]
    {
        assert!(ran.stderr.contains(part), "no {part:?} in {}", ran.stderr);
    }
    let mut args = class.args("out", &["--lang", "de"]);
    let seed = args.iter_mut().find(|arg| *arg == "7").expect("a seed");
    *seed = "8".to_owned();
    let again = class.run(&args);
    let why =
        "alles wird noch einmal bewertet, denn das Journal enthält andere Bewertungen: Startzahl: 7 und 8";
    assert!(again.stderr.replace("\n         ", " ").contains(why), "{}", again.stderr);
}

#[test]
fn the_page_is_in_it_and_what_programs_read_is_not() {
    let class = of_four();
    class.write("cleo", GREETING, "print('Hello')\n");
    class.grade("english", &[]);
    class.grade("german", &["--lang", "de"]);
    let page = class.read("german", "gradebook.html");
    for part in [
        "<html lang=\"de\">",
        "<strong>3</strong> von 4 Abgaben bewertet, Mittelwert 33 %, Median 0 %",
        "<th scope=\"col\">Abgabe</th>",
        "data-not-started=\"{submission}, {exercise}: nicht angefangen\"",
        "<strong>bob</strong>: es gibt darin keinen Ordner `exercises`",
        "die Ausgabe weicht ab, zuerst in Zeile 1",
    ] {
        assert!(page.contains(part), "no {part:?} in {page}");
    }
    let english = class.read("english", "gradebook.html");
    for part in ENGLISH {
        assert!(!page.contains(part), "{part:?} is in the German page");
    }
    let there = ENGLISH.iter().filter(|part| english.contains(**part)).count();
    assert_eq!(there, ENGLISH.len() - 1, "all but what waits is in the English one");
    assert_eq!(class.read("german", "gradebook.csv"), class.read("english", "gradebook.csv"));
    let told = |out: &str| -> Vec<Value> {
        class.rows(out).into_iter().map(|row| row["exercises"].clone()).collect()
    };
    assert_eq!(told("german"), told("english"));
}

#[test]
fn what_cannot_be_joined_is_said_in_it() {
    let class = Class::of_three();
    class.grade("part1", &["--shard", "1/2"]);
    let part = class.out("part1").display().to_string();
    let out = class.out("joined").display().to_string();
    let ran = class.course.run(&["merge", &part, "--output", &out, "--lang", "de"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    for part in
        ["Fehler: Teil 2/2 fehlt\n", "warum: 1 von 2 Teilen wurden genannt\n", "Hilfe: bewerte ihn mit"]
    {
        assert!(ran.stderr.contains(part), "no {part:?} in {}", ran.stderr);
    }
    let ran = class.grade("out", &["--shard", "3/2", "--lang", "de"]);
    assert!(ran.stderr.contains("Fehler: `3/2` ist kein Teil\n"), "{ran:#?}");
}

#[test]
fn a_journal_can_be_told_in_another_language_than_it_was_written_in() {
    let class = of_four();
    class.write("cleo", AREA, "def area(width, height):\n    print(int(width) * int(height))\n");
    let page = |out: &str| class.read(out, "gradebook.html");
    let wanted = ["`area` gibt das Ergebnis mit `print` aus", "es gibt darin keinen Ordner"];
    let has_all = |page: &str| wanted.iter().all(|part| page.contains(part));
    class.grade("out", &[]);
    assert!(page("out").contains("`area` prints its result") && !has_all(&page("out")), "{}", page("out"));
    let ran = class.grade("out", &["--lang", "de"]);
    assert!(ran.stdout.contains("3 aus dem Journal bekannt"), "{ran:#?}");
    assert!(has_all(&page("out")), "{}", page("out"));

    for shard in ["1/2", "2/2"] {
        class.grade(&shard.replace('/', "of"), &["--shard", shard]);
    }
    let path = |out: &str| class.out(out).display().to_string();
    let args = ["merge", &path("1of2"), &path("2of2"), "--output", &path("joined"), "--lang", "de"];
    let ran = class.course.run(&args);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(has_all(&page("joined")), "{}", page("joined"));
    // And what was joined can be read again in the first one.
    let ran = class.grade("joined", &["--lang", "en"]);
    assert!(ran.stdout.contains("3 known from the journal"), "{ran:#?}");
    assert!(page("joined").contains("`area` prints its result"), "{}", page("joined"));
}
