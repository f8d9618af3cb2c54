//! Every key.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::support::{GREETING, write};
use super::terminal::{Start, Terminal};
use super::{assert_says, small, watching};

/// Every key that the help of a watch names, and a test that types it.
const IN_A_WATCH: [(&str, &str); 16] = [
    ("h", "h_shows_one_hint_more_and_escape_puts_them_away"),
    ("d", "d_shows_all_of_a_long_diff"),
    ("t", "t_shows_the_task_and_question_mark_the_keys"),
    ("n", "n_and_p_walk_and_stop_at_the_ends"),
    ("p", "n_and_p_walk_and_stop_at_the_ends"),
    ("l", "l_opens_the_list_where_the_learner_is_and_enter_goes"),
    ("g", "g_goes_to_a_part_of_a_name"),
    ("o", "o_opens_the_editor_on_this_terminal_and_comes_back"),
    ("r", "r_checks_again"),
    ("s", "s_shows_the_solution_only_after_a_pass"),
    ("x", "x_asks_before_it_puts_the_starter_back"),
    ("c", "c_checks_all"),
    ("?", "t_shows_the_task_and_question_mark_the_keys"),
    ("/", "a_text_can_be_searched"),
    ("q", "quitting_gives_the_terminal_back"),
    ("^Z", "a_shell_suspends_and_continues_a_watch"),
];

/// The same of the list.
const IN_THE_LIST: [(&str, &str); 12] = [
    ("Enter", "l_opens_the_list_where_the_learner_is_and_enter_goes"),
    ("/", "a_search_finds_by_parts_and_enter_goes_there"),
    ("f", "filters_show_one_state_at_a_time"),
    ("Space", "topics_fold_by_every_key_that_does_it"),
    ("z", "topics_fold_by_every_key_that_does_it"),
    ("x", "x_asks_and_keeps_a_backup"),
    ("Esc", "a_search_finds_by_parts_and_enter_goes_there"),
    ("j k", "arrows_letters_and_pages_move"),
    ("b", "arrows_letters_and_pages_move"),
    ("g G", "arrows_letters_and_pages_move"),
    ("q", "l_opens_the_list_where_the_learner_is_and_enter_goes"),
    ("?", "help_names_the_keys"),
];

#[test]
fn every_key_that_help_names_is_typed_by_a_test() {
    let tests = concat!(include_str!("keys.rs"), include_str!("list.rs"), include_str!("ending.rs"));
    let course = small();
    let mut terminal = Terminal::start(course.path(), &Start { rows: 60, ..Start::default() });
    terminal.shows("✗ failed  greeting");
    for (keys, words, typed) in
        [("?", "Saving the file checks it.", &IN_A_WATCH[..]), ("ql?", "A star marks", &IN_THE_LIST)]
    {
        terminal.keys(keys);
        let help = terminal.shows(words);
        let named = help.lines().filter_map(|line| line.strip_prefix("  ")?.get(..6).map(str::trim));
        let mut named: Vec<&str> = named.filter(|key| !key.is_empty()).collect();
        let mut known: Vec<&str> = typed.iter().map(|(key, _)| *key).collect();
        named.sort_unstable();
        known.sort_unstable();
        assert_eq!(named, known, "{help}");
        for (key, test) in typed {
            assert!(tests.contains(&format!("#[test]\nfn {test}() {{")), "no test for {key}: {test}");
        }
    }
}

#[test]
fn the_first_screen_has_task_verdict_diff_and_next_step() {
    let course = small();
    let terminal = watching(&course);
    let screen = terminal.shows("Next:");
    assert_says(
        &screen,
        &[
            "0 of 3 done",
            "Greet Ada by her name.",
            GREETING,
            "- Hello, Ada!",
            "+ Hello, {name}!",
            "edit greeting.py and save",
            "h hint",
            "q quit",
        ],
    );
}

#[test]
fn n_and_p_walk_and_stop_at_the_ends() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("p");
    terminal.shows("this is the first exercise");
    terminal.keys("n");
    assert_says(&terminal.shows("✗ failed  doubling"), &["expected  6", "got       3"]);
    terminal.keys("n");
    terminal.shows("✗ failed  area");
    terminal.keys("p");
    terminal.shows("✗ failed  doubling");
}

#[test]
fn n_passes_over_what_is_done() {
    let course = small();
    course.solve(super::support::DOUBLING);
    course.expect(&["check", "doubling"], 0);
    let mut terminal = watching(&course);
    terminal.keys("n");
    terminal.shows("✗ failed  area");
    terminal.keys("p");
    terminal.shows("✓ passed  doubling");
}

#[test]
fn h_shows_one_hint_more_and_escape_puts_them_away() {
    let course = small();
    let mut terminal = watching(&course);
    for hint in ["hint 1 of 3  The braces", "hint 2 of 3  Which kind", "hint 3 of 3  Put an `f`"] {
        terminal.keys("h");
        terminal.shows(hint);
    }
    terminal.keys("h");
    terminal.shows("that was the last hint");
    terminal.keys("d");
    assert_says(&terminal.shows("Details of greeting"), &["hint 1 of 3", "hint 2 of 3", "hint 3 of 3"]);
    terminal.keys("q");
    terminal.shows("Next:");
    terminal.keys("\u{1b}");
    terminal.until("no hint", |screen| !screen.contains("hint 3 of 3"));
    assert!(course.expect(&["hint"], 0).contains("That was the last hint."), "hints are remembered");
}

#[test]
fn a_text_is_a_pager() {
    let course = small();
    course.write(GREETING, "for n in range(60): print('line', n)\n");
    let mut terminal = Terminal::start(course.path(), &Start { rows: 8, ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.keys("d");
    terminal.shows("1-6 of");
    for (keys, place) in [
        ("j", "2-7 of"),
        ("\u{1b}[B", "3-8 of"),
        ("k\u{1b}[A", "1-6 of"),
        ("\u{1b}[6~", "7-12 of"),
        (" ", "13-18 of"),
        ("f", "19-24 of"),
        ("b", "13-18 of"),
        ("\u{1b}[5~", "7-12 of"),
        ("\u{1b}[H", "1-6 of"),
    ] {
        terminal.keys(keys);
        terminal.shows(place);
    }
    terminal.keys("\u{1b}[F");
    terminal.shows("Greet Ada by her name.");
    terminal.keys("g");
    terminal.shows("1-6 of");
    terminal.keys("G");
    terminal.shows("Greet Ada by her name.");
}

#[test]
fn a_text_can_be_searched() {
    let course = small();
    course.write(GREETING, "for n in range(60): print('line', n)\n");
    let mut terminal = Terminal::start(course.path(), &Start { rows: 8, ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.keys("d");
    terminal.shows("1-6 of");
    terminal.keys("/LINE 4");
    terminal.shows("Search: LINE 4_");
    terminal.keys("\r");
    assert_says(&terminal.shows("1 of 11 found"), &["+ line 4"]);
    terminal.keys("nn");
    assert_says(&terminal.shows("3 of 11 found"), &["+ line 41"]);
    terminal.keys("N");
    terminal.shows("2 of 11 found");
    terminal.keys("/nobody\r");
    terminal.shows("no \"nobody\" here");
    // One step back from the search, one from the text.
    terminal.keys("\u{1b}");
    terminal.until("no search", |screen| !screen.contains("nobody") && screen.contains("Details"));
    terminal.keys("\u{1b}");
    terminal.shows("Next:");
}

#[test]
fn g_goes_to_a_part_of_a_name() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("g");
    assert_says(&terminal.shows("Go to:"), &["greeting", "doubling", "area"]);
    terminal.keys("oub");
    terminal.until("one left", |screen| screen.contains("→ doubling") && !screen.contains("greeting"));
    terminal.keys("zz");
    terminal.shows("No exercise has that in its name.");
    terminal.keys("\u{7f}\u{7f}\r");
    terminal.shows("✗ failed  doubling");
    terminal.keys("gar");
    terminal.shows("→ area");
    terminal.keys("\u{1b}");
    terminal.shows("✗ failed  doubling");
}

#[test]
fn r_checks_again() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("r");
    terminal.shows("checked again: nothing changed");
    // Results of unchanged files are remembered, and who asks wants a new one all the same.
    course.write(GREETING, "import time\nprint('at', time.time_ns())\n");
    let first = line_of(&terminal.shows("+ at "), "+ at ");
    terminal.keys("r");
    terminal.until("another time", |screen| screen.contains("+ at ") && line_of(screen, "+ at ") != first);
}

fn line_of(screen: &str, text: &str) -> String {
    screen.lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
}

#[test]
fn d_shows_all_of_a_long_diff() {
    let course = small();
    course.write(GREETING, "for n in range(60): print('line', n)\n");
    let mut terminal = watching(&course);
    terminal.shows("`d` shows them");
    terminal.keys("d");
    assert_says(&terminal.shows("Details of greeting"), &["✗ failed  greeting", "of "]);
    // Every line is there, however many they are.
    for line in ["+ line 0", "+ line 30", "+ line 59"] {
        let mut pages = 0;
        while !terminal.screen().contains(line) {
            assert!(pages < 10, "no {line:?} in\n{}", terminal.screen());
            pages += 1;
            terminal.keys(" ");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    terminal.keys("G");
    terminal.shows("Greet Ada by her name.");
    terminal.keys("g");
    terminal.shows("✗ failed  greeting");
    terminal.keys("d");
    terminal.shows("Next:");
}

#[test]
fn t_shows_the_task_and_question_mark_the_keys() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("t");
    assert_says(&terminal.shows("Task of greeting"), &["Greet Ada by her name.", GREETING]);
    terminal.keys("\u{1b}");
    terminal.shows("Next:");
    terminal.keys("?");
    assert_says(&terminal.shows("Saving the file checks it."), &["one more hint", "put the starter back"]);
    terminal.keys("q");
    terminal.shows("Next:");
}

#[test]
fn o_opens_the_editor_on_this_terminal_and_comes_back() {
    let course = small();
    let editor = course.path().join("editor");
    write(
        course.path(),
        "editor",
        "#!/bin/sh\nprintf 'EDITING %s' \"$1\"\nread line\nprintf '%s\\n' \"$line\" > \"$2\"\n",
    );
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("a mode");
    let command = format!("{} --wait", editor.display());
    let mut terminal =
        Terminal::start(course.path(), &Start { env: &[("EDITOR", command.as_str())], ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.keys("o");
    terminal.shows("EDITING --wait");
    assert!(!terminal.is_drawn_on());
    // Keys go to the editor now, all of them.
    terminal.keys("print(\"Hello, Ada!\")\n");
    terminal.shows("✓ passed  greeting");
    terminal.keys("?");
    terminal.shows("Saving the file checks it.");
}

#[test]
fn o_without_an_editor_says_what_to_set() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("o");
    terminal.shows("Set VISUAL or EDITOR");
}

#[test]
fn s_shows_the_solution_only_after_a_pass() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("s");
    terminal.shows("is shown once you have passed");
    course.write(GREETING, "print('Hello, ' + 'Ada!')\n");
    let passed = terminal.shows("✓ passed  greeting");
    assert_says(&passed, &["An f-string evaluates"]);
    terminal.shows("1 of 3 done");
    terminal.keys("s");
    assert_says(&terminal.shows("Solution of greeting"), &["print(f\"Hello, {name}!\")", "An f-string"]);
}

#[test]
fn x_asks_before_it_puts_the_starter_back() {
    let course = small();
    let mut terminal = watching(&course);
    let starter = course.read(GREETING);
    terminal.keys("x");
    terminal.shows("greeting is as it was shipped");
    course.write(GREETING, "print('mine')\n");
    terminal.shows("+ mine");
    terminal.keys("x");
    terminal.shows("Put the starter of greeting back?");
    terminal.keys("n");
    terminal.shows("nothing was changed");
    assert_eq!(course.read(GREETING), "print('mine')\n");
    terminal.keys("xy");
    terminal.shows("your file is kept at .prolings/backups/greeting/");
    assert_eq!(course.read(GREETING), starter);
    terminal.shows("+ Hello, {name}!");
}

#[test]
fn c_checks_all() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.keys("c");
    let all = terminal.shows("Every exercise");
    assert_says(&all, &["3 failed", "greeting", "doubling", "area"]);
    terminal.keys("q");
    terminal.shows("Next:");
}
