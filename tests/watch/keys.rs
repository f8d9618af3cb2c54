//! Every key.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::support::{GREETING, write};
use super::terminal::{Start, Terminal};
use super::{assert_says, small, watching};

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
fn l_lists_and_the_list_scrolls() {
    let course = small();
    let mut terminal = Terminal::start(course.path(), &Start { rows: 8, ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.keys("l");
    assert_says(&terminal.shows("Exercises"), &["pending  greeting", "1-6 of"]);
    terminal.keys("j");
    terminal.shows("2-7 of");
    terminal.keys("\u{1b}[B");
    terminal.shows("3-8 of");
    terminal.keys("k\u{1b}[A");
    terminal.shows("1-6 of");
    terminal.keys("\u{1b}[6~");
    terminal.until("the end", |screen| !screen.contains("1-6 of"));
    terminal.keys("\u{1b}[5~");
    terminal.shows("1-6 of");
    terminal.keys("G");
    terminal.shows("→ next: exercises/");
    terminal.keys("q");
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
