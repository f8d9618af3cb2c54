//! Where no screen can be drawn: pipes, dumb terminals, and those who ask for lines.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use super::support::{AREA, DOUBLING, GREETING, prolings_std, run};
use super::terminal::{Start, Terminal};
use super::{assert_says, small};

#[test]
fn a_pipe_gets_a_report_after_each_save() {
    let course = small();
    let mut command = prolings_std(course.path());
    let child = command.arg("watch").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("started");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut until = |text: &str| {
        let mut seen = String::new();
        for line in lines.by_ref() {
            seen.push_str(&line);
            seen.push('\n');
            if line.contains(text) {
                return seen;
            }
        }
        panic!("no {text:?} in\n{seen}");
    };
    let first = until("Next: edit greeting.py and save");
    assert_says(&first, &["Greet Ada by her name.", "✗ failed  greeting", "+ Hello, {name}!", "0 of 3 done"]);
    assert!(!first.contains('\u{1b}'), "{first}");
    course.solve(GREETING);
    assert_says(&until("Next: `n` goes on"), &["✓ passed  greeting", "An f-string evaluates", "1 of 3 done"]);
    course.write(DOUBLING, "def double(value):\n    return 0\n");
    until("✗ failed  doubling");
    kill_process(Pid::from_child(&child), Signal::INT).expect("a signal");
    assert_eq!(child.wait().expect("an end").code(), Some(130));
}

#[test]
fn a_dumb_terminal_gets_lines_and_takes_commands() {
    let course = small();
    for start in [
        Start { env: &[("TERM", "dumb")], ..Start::default() },
        Start { args: &["watch", "--plain", "--no-color"], ..Start::default() },
    ] {
        let mut terminal = Terminal::start(course.path(), &Start { rows: 60, ..start });
        terminal.shows("✗ failed  greeting");
        for (typed, answer) in [
            ("h", "hint 1 of 3"),
            ("s", "is shown once you have passed"),
            ("l", "pending  doubling"),
            ("d", "Task"),
            ("n", "✗ failed  doubling"),
            ("p", "✗ failed  greeting"),
            ("g ar", "✗ failed  area"),
            ("x", "area is as it was shipped"),
            ("o", "no editor is known"),
            ("c", "3 failed"),
            ("?", "Type a letter and Enter"),
        ] {
            terminal.keys(&format!("{typed}\n"));
            terminal.shows(answer);
        }
        course.write(AREA, "mine = 1\n");
        terminal.shows("has no attribute 'area'");
        terminal.keys("x\n");
        terminal.shows("put the starter of area back?");
        terminal.keys("n\n");
        terminal.shows("nothing was changed");
        assert_eq!(course.read(AREA), "mine = 1\n");
        terminal.keys("x\n");
        terminal.keys("y\n");
        terminal.shows("your file is kept at .prolings/backups/area/");
        assert_ne!(course.read(AREA), "mine = 1\n");
        terminal.keys("q\n");
        assert_eq!(terminal.end().code(), Some(0));
        terminal.assert_restored();
        assert!(!terminal.all().contains('\u{1b}'), "{}", terminal.all());
        std::fs::remove_dir_all(course.path().join(".prolings")).expect("forgotten");
    }
}

#[test]
fn o_opens_only_what_leaves_the_lines_alone() {
    let course = small();
    for (editor, answer) in
        [("nano", "that editor needs this terminal"), ("/nowhere/code", "the editor ended with")]
    {
        let start = Start { args: &["watch", "--plain"], env: &[("EDITOR", editor)], ..Start::default() };
        let mut terminal = Terminal::start(course.path(), &Start { rows: 60, ..start });
        terminal.shows("✗ failed  greeting");
        terminal.keys("o\n");
        terminal.shows(answer);
        terminal.keys("q\n");
        assert_eq!(terminal.end().code(), Some(0));
    }
}

#[test]
fn nothing_but_the_name_is_a_watch_on_a_terminal_and_help_elsewhere() {
    let course = small();
    let mut terminal = Terminal::start(course.path(), &Start { args: &[], ..Start::default() });
    terminal.shows("✗ failed  greeting");
    terminal.keys("q");
    assert_eq!(terminal.end().code(), Some(0));
    let ran = course.run(&[]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert_says(&ran.stderr, &["Usage: prolings", "Commands:", "watch"]);
    assert_eq!(ran.stdout, "");
}

#[test]
fn a_watch_can_begin_anywhere() {
    let course = small();
    let terminal = Terminal::start(course.path(), &Start { args: &["watch", "area"], ..Start::default() });
    terminal.shows("✗ failed  area");
    let ran = run(course.command(&["watch", "nobody"]).write_stdin(""));
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert_says(&ran.stderr, &["nothing in this course is named `nobody`"]);
}
