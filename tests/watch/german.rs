//! A watch in another language than English: every screen, its layout, and questions that are answered in it.

use super::support::GREETING;
use super::terminal::{Start, Terminal};
use super::{assert_says, small};

const GERMAN: &[(&str, &str)] = &[("LC_ALL", "de_DE.UTF-8")];

/// Words that stand in every English screen of a watch somewhere.
const ENGLISH: [&str; 12] = [
    "the ",
    "exercise ",
    " and ",
    " your ",
    "hint",
    "Next:",
    " to ",
    "quit",
    "search",
    "back",
    " of ",
    "done",
];

#[track_caller]
fn assert_german(screen: &str, texts: &[&str]) {
    assert_says(screen, texts);
    // What the course says is in its own language.
    let own = ["Greet Ada by her name.", "The braces were", "Which kind of string", "Put an `f` in"];
    for line in screen.lines().filter(|line| !own.iter().any(|own| line.contains(own))) {
        for word in ENGLISH {
            assert!(!line.contains(word), "{word:?} is English in {line:?} of\n{screen}");
        }
    }
}

#[test]
fn every_screen_is_in_the_learners_language() {
    let course = small();
    let mut terminal =
        Terminal::start(course.path(), &Start { columns: 120, rows: 40, env: GERMAN, ..Start::default() });
    terminal.shows("✗ nicht bestanden  greeting");
    assert_german(
        &terminal.shows("Weiter:"),
        &["0 von 3 fertig", "h Tipp  d Details  n weiter  q Ende  ? Hilfe  t Text  l Liste  g gehe zu"],
    );
    for (keys, text, texts) in [
        (
            "?",
            "Jedes Speichern der Datei prüft sie.",
            &["Tasten\n", "ein weiterer Tipp", "q zurück  / Suche"][..],
        ),
        ("qp", "das ist die erste Aufgabe", &[]),
        ("r", "noch einmal geprüft: nichts hat sich geändert", &[]),
        ("s", "die Lösung von greeting wird gezeigt, sobald du bestanden hast", &[]),
        ("x", "greeting ist wie ausgeliefert", &[]),
        ("o", "welcher Editor?", &[]),
        ("hhh", "Tipp 3 von 3", &[]),
        ("h", "das war der letzte Tipp", &[]),
        ("g", "Gehe zu:", &["Enter nimmt die erste, Esc geht zurück"]),
        ("zzz", "Keine Aufgabe hat das in ihrem Namen.", &[]),
        ("\rt", "Aufgabentext von greeting", &[]),
        ("qc", "Alle Aufgaben", &["3 nicht bestanden"]),
        ("ql", "3 Aufgaben", &["Stand", "Titel", "noch nicht angefangen", "Enter hin", "Leertaste klappen"]),
        ("?", "Ein Stern", &["Tasten der Liste\n"]),
        ("q/zzz", "Nichts passt", &["Suche: zzz_", "0 von 3 Aufgaben", "Pfeile wählen"]),
        ("\u{7f}\u{7f}\u{7f}", "01_greeting/greeting.py: noch nicht angefangen", &[]),
        ("\u{1b}[A", "0 von 2 fertig; die Leertaste klappt es zu", &[]),
    ] {
        terminal.keys(keys);
        assert_german(&terminal.shows(text), texts);
    }
}

#[test]
fn a_help_has_a_column_for_its_longest_key() {
    let course = small();
    let start = Start { args: &["list"], rows: 30, env: GERMAN, ..Start::default() };
    let mut terminal = Terminal::start(course.path(), &start);
    terminal.shows("greeting");
    terminal.keys("?");
    let help = terminal.shows("Ein Stern");
    for (key, what) in [("Enter", "die gewählte"), ("Leertaste", "das Thema"), ("q", "zurück; l auch")] {
        let line = help.lines().find(|line| line.starts_with(&format!("  {key} "))).unwrap_or_default();
        let column = line.split(what).next().map(|before| before.chars().count());
        assert_eq!(column, Some(2 + "Leertaste ".len()), "{key} in\n{help}");
    }
}

#[test]
fn a_question_takes_a_german_yes() {
    let course = small();
    let mut terminal = Terminal::start(course.path(), &Start { env: GERMAN, ..Start::default() });
    terminal.shows("✗ nicht bestanden  greeting");
    let starter = course.read(GREETING);
    for (keys, said, is_reset) in [
        ("xn", "nichts wurde geändert", false),
        ("xj", "deine Datei ist aufgehoben: .prolings/backups/greeting/", true),
        ("xy", "deine Datei ist aufgehoben: .prolings/backups/greeting/", true),
        // In the list as well.
        ("lxj", "deine Datei ist aufgehoben: .prolings/backups/greeting/", true),
    ] {
        course.write(GREETING, "print('mein')\n");
        terminal.shows("+ mein");
        terminal.keys(&keys[..keys.len() - 1]);
        assert_german(
            &terminal.shows("Die Vorlage von greeting zurückholen?"),
            &["j holt sie zurück, und deine Datei wird als Kopie aufgehoben"],
        );
        terminal.keys(&keys[keys.len() - 1..]);
        terminal.shows(said);
        assert_eq!(course.read(GREETING) == starter, is_reset, "{keys}");
    }
}

#[test]
fn lines_are_german_too() {
    let course = small();
    let start =
        Start { args: &["watch", "--plain", "--no-color"], rows: 60, env: GERMAN, ..Start::default() };
    let mut terminal = Terminal::start(course.path(), &start);
    assert_says(
        &terminal.shows("✗ nicht bestanden  greeting"),
        &["jedes Speichern wird geprüft", "Tipp einen Buchstaben und Enter"],
    );
    course.write(GREETING, "print('mein')\n");
    terminal.shows("+ mein");
    terminal.keys("x\n");
    terminal.shows("die Vorlage von greeting zurückholen? j tut es");
    terminal.keys("ja\n");
    terminal.shows("deine Datei ist aufgehoben: .prolings/backups/greeting/");
    for (typed, answer) in [
        ("p", "das ist die erste Aufgabe"),
        ("g zzz", "keine Aufgabe hat das in ihrem Namen"),
        ("o", "kein Editor ist bekannt: Öffne"),
        ("l", "neu       doubling"),
    ] {
        terminal.keys(&format!("{typed}\n"));
        terminal.shows(answer);
    }
    terminal.keys("q\n");
    assert_eq!(terminal.end().code(), Some(0));
}

#[test]
fn the_keys_that_matter_most_fit_on_small_terminals() {
    let course = small();
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut terminal =
            Terminal::start(course.path(), &Start { columns, rows, env: GERMAN, ..Start::default() });
        terminal.shows("nicht bestanden  greeting");
        assert_says(
            &terminal.shows("Weiter:"),
            &["0 von 3 fertig", "h Tipp  d Details  n weiter  q Ende", "+ Hello, {name}!"],
        );
        terminal.keys("l");
        let list = terminal.shows("3 Aufgaben");
        assert_says(&list, &["Enter hin  / Suche  f Filter  q zurück", "→* · neu         greeting"]);
        assert!(list.lines().count() <= usize::from(rows), "{list}");
    }
}
