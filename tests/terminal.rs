//! On a terminal: questions, colours, bars and widths, through a pseudo-terminal.

#![cfg(unix)]

mod support;

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use support::{GREETING, Small, prolings_std};

const PATIENCE: Duration = Duration::from_secs(20);

/// A command whose three streams are a terminal of its own.
struct OnTerminal {
    child: Child,
    keyboard: File,
    screen: Arc<Mutex<Vec<u8>>>,
}

impl OnTerminal {
    fn start(mut command: Command, columns: u16) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&ours).expect("granted");
        unlockpt(&ours).expect("unlocked");
        let name = ptsname(&ours, Vec::new()).expect("a name");
        let theirs = rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("opened");
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).expect("a size");
        let stream = || -> OwnedFd { theirs.try_clone().expect("a stream") };
        command.env("TERM", "xterm").stdin(stream()).stdout(stream()).stderr(stream());
        let child = command.spawn().expect("started");
        drop((command, theirs));
        let keyboard = File::from(ours);
        let mut reader = keyboard.try_clone().expect("a stream");
        let screen = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // Linux tells the end of a terminal by an error.
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                shared.lock().expect("a lock").extend_from_slice(&buffer[..count]);
            }
        });
        Self { child, keyboard, screen }
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.screen.lock().expect("a lock")).into_owned()
    }

    #[track_caller]
    fn await_text(&self, text: &str) {
        let start = Instant::now();
        while !self.screen().contains(text) {
            assert!(start.elapsed() < PATIENCE, "no {text:?} in\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
    }

    /// Exit code and everything that was drawn.
    #[track_caller]
    fn end(mut self) -> (Option<i32>, String) {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "still running:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        };
        // What it wrote last is still on its way through the terminal.
        std::thread::sleep(Duration::from_millis(100));
        (status.code(), self.screen())
    }
}

impl Drop for OnTerminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn prolings(course: &Small, args: &[&str], columns: u16) -> OnTerminal {
    let mut command = prolings_std(course.path());
    command.args(args);
    OnTerminal::start(command, columns)
}

#[test]
fn a_reset_asks_and_only_a_yes_counts() {
    let course = Small::new();
    let starter = course.read(GREETING);
    course.expect(&["list"], 0);
    course.write(GREETING, "mine\n");
    let ask = || {
        let asking = prolings(&course, &["reset", "greeting"], 80);
        asking.await_text("[y/N] ");
        asking
    };
    for keys in ["n\n", "\n", "what?\n", "\u{4}"] {
        let mut asking = ask();
        asking.press(keys);
        let (code, screen) = asking.end();
        assert_eq!(code, Some(0), "{keys:?}: {screen}");
        assert!(screen.contains("Nothing was changed."), "{keys:?}: {screen}");
    }
    let asking = ask();
    kill_process(Pid::from_child(&asking.child), Signal::INT).expect("a signal");
    assert_eq!(asking.end().0, Some(130), "Ctrl-C needs no Enter");
    assert_eq!(course.read(GREETING), "mine\n");

    let mut asking = ask();
    asking.press("y\n");
    let (code, screen) = asking.end();
    assert_eq!(code, Some(0), "{screen}");
    assert_eq!(course.read(GREETING), starter);
}

#[test]
fn a_terminal_gets_colour_unless_it_says_no() {
    let course = Small::new();
    let (_, screen) = prolings(&course, &["list", "--plain"], 80).end();
    assert!(screen.contains("\u{1b}[1m"), "{screen:?}");
    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let mut command = Command::new("env");
        command
            .arg(format!("{variable}={value}"))
            .arg(env!("CARGO_BIN_EXE_prolings"))
            .args(["list", "--plain"]);
        command.current_dir(course.path()).env("PROLINGS_ENV_DIR", support::environments());
        let (_, screen) = OnTerminal::start(command, 80).end();
        assert!(screen.contains("greeting") && !screen.contains('\u{1b}'), "{variable}: {screen:?}");
    }
}

#[test]
fn nothing_is_wider_than_the_terminal_and_bars_leave_room() {
    let course = Small::new();
    let mut bars = 0;
    for (args, code) in [(&["check", "--all"][..], 1), (&["next"], 0), (&["check", "grating"], 2)] {
        let (ended, screen) = prolings(&course, args, 40).end();
        assert_eq!(ended, Some(code), "{screen}");
        for line in screen.replace("\r\n", "\n").split(['\n', '\r']) {
            let is_path = line.contains("exercises/");
            assert!(columns(line) <= 40 || is_path, "{line:?} in {args:?}");
            let is_bar = line.contains("/3  ");
            bars += usize::from(is_bar);
            assert!(!is_bar || columns(line) <= 37, "{line:?}: no room for ^C");
        }
    }
    assert!(bars > 0, "no bar was drawn");
}

/// Columns of a line, escape codes aside.
fn columns(line: &str) -> usize {
    let mut rest = line;
    let mut columns = 0;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        columns += before.chars().count();
        rest =
            after.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';').get(1..).unwrap_or_default();
    }
    columns + rest.chars().count()
}
