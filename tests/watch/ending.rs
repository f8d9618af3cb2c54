//! How a watch ends, and what is left of it.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::support::GREETING;
use super::terminal::{Start, Terminal};
use super::{small, watching};

#[test]
fn quitting_gives_the_terminal_back() {
    let course = small();
    for keys in ["q", "\u{3}", "\u{4}"] {
        let mut terminal = watching(&course);
        assert!(terminal.is_drawn_on() && terminal.hides_cursor());
        terminal.keys(keys);
        assert_eq!(terminal.end().code(), Some(0), "{keys:?}");
        terminal.assert_restored();
        assert_eq!(terminal.screen().trim(), "", "nothing is left on the screen");
    }
}

#[test]
fn ctrl_c_works_everywhere() {
    let course = small();
    for keys in ["d", "l", "?", "g", "gx", "h"] {
        let mut terminal = watching(&course);
        terminal.keys(keys);
        std::thread::sleep(Duration::from_millis(100));
        terminal.keys("\u{3}");
        assert_eq!(terminal.end().code(), Some(0), "{keys:?}");
        terminal.assert_restored();
    }
}

#[test]
fn signals_give_the_terminal_back() {
    let course = small();
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut terminal = watching(&course);
        terminal.signal(signal);
        assert_eq!(terminal.end().code(), Some(130), "{signal:?}");
        terminal.assert_restored();
    }
}

#[test]
fn ctrl_c_leaves_no_process() {
    let course = small();
    let marker = format!("prolings-watch-{}", std::process::id());
    course.write(
        GREETING,
        format!(
            "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'while True: pass', '{marker}'])\n"
        ),
    );
    let mut terminal = Terminal::start(course.path(), &Start::default());
    terminal.shows("checking");
    eventually("the program runs", || !carrying(&marker).is_empty());
    terminal.keys("\u{3}");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
    eventually("it is gone", || carrying(&marker).is_empty());
}

#[test]
fn ctrl_z_comes_back_to_the_same_screen() {
    let course = small();
    let mut terminal = watching(&course);
    // Nobody could continue a session's only process, so the system does not stop it: it is back at once.
    terminal.keys("\u{1a}");
    std::thread::sleep(Duration::from_millis(200));
    terminal.shows("✗ failed  greeting");
    assert!(terminal.is_drawn_on());
    terminal.keys("q");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
}

#[test]
fn a_shell_suspends_and_continues_a_watch() {
    let course = small();
    let shell = Start { program: "/bin/sh", args: &["-i"], env: &[("PS1", "shell> ")], ..Start::default() };
    let mut terminal = Terminal::start(course.path(), &shell);
    terminal.shows("shell>");
    terminal.keys(&format!("{} watch\n", env!("CARGO_BIN_EXE_prolings")));
    terminal.shows("✗ failed  greeting");
    assert!(terminal.is_drawn_on());
    terminal.keys("\u{1a}");
    terminal.until("the shell", prompts);
    assert!(!terminal.is_drawn_on() && !terminal.hides_cursor());
    // The shell has the keys: they are shown, and Enter ends a line.
    terminal.keys("echo a$((40 + 2))b\n");
    terminal.shows("a42b");
    course.write(GREETING, "print('Hello, Bob!')\n");
    terminal.keys("fg\n");
    terminal.shows("+ Hello, Bob!");
    assert!(terminal.is_drawn_on());
    terminal.keys("?");
    terminal.shows("Saving the file checks it.");
    terminal.keys("\u{3}");
    terminal.until("the shell", prompts);
    assert!(!terminal.is_drawn_on());
    terminal.keys("exit 0\n");
    terminal.end();
}

#[test]
fn who_was_stopped_from_outside_takes_the_terminal_back() {
    let course = small();
    let mut terminal = watching(&course);
    terminal.signal(Signal::STOP);
    std::thread::sleep(Duration::from_millis(1_600));
    // As a shell does it that takes the terminal meanwhile.
    terminal.set_back();
    terminal.signal(Signal::CONT);
    eventually("keys count without Enter", || {
        terminal.keys("?");
        std::thread::sleep(Duration::from_millis(300));
        terminal.screen().contains("Saving the file checks it.")
    });
    terminal.keys("\u{3}");
    assert_eq!(terminal.end().code(), Some(0));
    terminal.assert_restored();
}

/// Whether a shell waits for a command: a line that only begins with the prompt may be one that it was given before.
fn prompts(screen: &str) -> bool {
    screen.lines().last().is_some_and(|line| line.trim_end() == "shell>")
}

fn eventually(what: &str, mut is: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is() {
        assert!(start.elapsed() < Duration::from_secs(20), "{what}: not yet");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Processes with this among their arguments.
fn carrying(marker: &str) -> Vec<String> {
    if !Path::new("/proc/self/cmdline").exists() {
        let output = std::process::Command::new("ps").args(["-A", "-ww", "-o", "pid=,command="]).output();
        let text = String::from_utf8_lossy(&output.expect("ps runs").stdout).into_owned();
        return text.lines().filter(|line| line.contains(marker)).map(str::to_owned).collect();
    }
    let processes = fs::read_dir("/proc").expect("processes").flatten();
    let lines = processes.filter_map(|process| fs::read(process.path().join("cmdline")).ok());
    lines
        .map(|line| String::from_utf8_lossy(&line).into_owned())
        .filter(|line| line.contains(marker))
        .collect()
}
