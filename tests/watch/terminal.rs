//! A terminal for tests: the real binary on a pseudo-terminal of its own, keys typed in, the screen read back.

#![allow(unreachable_pub, reason = "test code")]

use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{OptionalActions, Termios, Winsize, tcgetattr, tcsetattr, tcsetwinsize};

use crate::support;

/// Long for a machine with other work, short for something that never comes.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Names the program that [`becomes_the_program`] becomes; its arguments follow, one a line.
const PROGRAM: &str = "PROLINGS_TEST_TERMINAL";

/// Not a test by itself: the child of [`Terminal::start`], which takes the terminal that it was given as its own and
/// then becomes prolings. Rust's standard library cannot do that without `unsafe` between fork and exec.
#[test]
fn becomes_the_program() {
    let Ok(arguments) = std::env::var(PROGRAM) else { return };
    rustix::process::setsid().expect("a session");
    rustix::process::ioctl_tiocsctty(rustix::stdio::stdin()).expect("a controlling terminal");
    rustix::stdio::dup2_stdout(rustix::stdio::stdin()).expect("standard output");
    rustix::stdio::dup2_stderr(rustix::stdio::stdin()).expect("standard error");
    let mut arguments = arguments.lines();
    let program = arguments.next().expect("a program");
    let error = Command::new(program).args(arguments).env_remove(PROGRAM).exec();
    panic!("{program}: {error}");
}

/// A terminal with a prolings on it; ended when a test fails.
pub struct Terminal {
    child: Child,
    master: File,
    /// Kept open, so that the settings can be read after the end.
    slave: OwnedFd,
    settings: Termios,
    screen: Arc<Mutex<Seen>>,
}

struct Seen {
    parser: vt100::Parser,
    all: Vec<u8>,
}

/// How a terminal is started.
pub struct Start<'a> {
    pub program: &'a str,
    pub columns: u16,
    pub rows: u16,
    pub args: &'a [&'a str],
    pub env: &'a [(&'a str, &'a str)],
}

impl Default for Start<'_> {
    fn default() -> Self {
        Self { program: env!("CARGO_BIN_EXE_prolings"), columns: 80, rows: 24, args: &["watch"], env: &[] }
    }
}

impl Terminal {
    pub fn start(folder: &Path, start: &Start<'_>) -> Self {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pseudo-terminal");
        // Or the program would hold its own terminal open; not every system takes this as a flag of the opening.
        rustix::io::fcntl_setfd(&master, rustix::io::FdFlags::CLOEXEC).expect("closed on exec");
        grantpt(&master).expect("granted");
        unlockpt(&master).expect("unlocked");
        let name = ptsname(&master, Vec::new()).expect("a name");
        let open = rustix::fs::OFlags::RDWR | rustix::fs::OFlags::NOCTTY | rustix::fs::OFlags::CLOEXEC;
        let slave = rustix::fs::open(name, open, rustix::fs::Mode::empty()).expect("the other side");
        tcsetwinsize(&master, winsize(start.columns, start.rows)).expect("a size");
        let settings = tcgetattr(&slave).expect("settings");
        let program = [start.program].into_iter().chain(start.args.iter().copied());
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command
            .args(["--exact", "terminal::becomes_the_program", "--nocapture", "--test-threads", "1"])
            .current_dir(folder)
            .env(PROGRAM, program.collect::<Vec<_>>().join("\n"))
            .env("PROLINGS_ENV_DIR", support::environments())
            .env("TERM", "xterm-256color")
            .stdin(Stdio::from(slave.try_clone().expect("a descriptor")))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for variable in ["PROLINGS_PYTHON", "PROLINGS_AUTO_ADVANCE", "NO_COLOR", "VISUAL", "EDITOR", "ENV"] {
            command.env_remove(variable);
        }
        for locale in ["PROLINGS_LANG", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"] {
            command.env_remove(locale);
        }
        command.envs(start.env.iter().copied());
        let child = command.spawn().expect("started");
        let parser = vt100::Parser::new(nonzero(start.rows), nonzero(start.columns), 0);
        let screen = Arc::new(Mutex::new(Seen { parser, all: Vec::new() }));
        let mut reader = File::from(master.try_clone().expect("a descriptor"));
        let seen = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                let mut seen = seen.lock().expect("a screen");
                seen.parser.process(&bytes[..length]);
                seen.all.extend_from_slice(&bytes[..length]);
            }
        });
        Self { child, master: File::from(master), slave, settings, screen }
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) {
        self.master.write_all(keys.as_bytes()).expect("typed");
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.screen.lock().expect("a screen").parser.screen().contents()
    }

    /// Everything that was ever written.
    pub fn all(&self) -> String {
        String::from_utf8_lossy(&self.screen.lock().expect("a screen").all).into_owned()
    }

    /// Whether the program has the screen to itself.
    pub fn is_drawn_on(&self) -> bool {
        self.screen.lock().expect("a screen").parser.screen().alternate_screen()
    }

    /// Whether the cursor is hidden.
    pub fn hides_cursor(&self) -> bool {
        self.screen.lock().expect("a screen").parser.screen().hide_cursor()
    }

    /// Waits until the screen is as it should be, and gives it.
    #[track_caller]
    pub fn until(&self, what: &str, is: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if is(&screen) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "{what}: not on\n{screen}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the screen shows this text.
    #[track_caller]
    pub fn shows(&self, text: &str) -> String {
        self.until(text, |screen| screen.contains(text))
    }

    /// Changes the size.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.screen.lock().expect("a screen").parser.screen_mut().set_size(nonzero(rows), nonzero(columns));
        tcsetwinsize(&self.master, winsize(columns, rows)).expect("a size");
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).expect("a signal");
    }

    /// Waits for the end.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                // What was written last is on its way.
                std::thread::sleep(Duration::from_millis(50));
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "it does not end:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Gives the terminal the settings that it had at the start, behind the program's back.
    pub fn set_back(&self) {
        tcsetattr(&self.slave, OptionalActions::Now, &self.settings).expect("set");
    }

    /// The terminal is as it was before.
    #[track_caller]
    pub fn assert_restored(&self) {
        assert!(!self.is_drawn_on(), "the screen was not given back");
        assert!(!self.hides_cursor(), "the cursor is hidden");
        let now = tcgetattr(&self.slave).expect("settings");
        let modes = |of: &Termios| (of.input_modes, of.output_modes, of.control_modes, of.local_modes);
        assert_eq!(modes(&now), modes(&self.settings));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Asked first: whoever is killed leaves its folder for temporary files.
        let _ = self.master.write_all(b"\x03");
        for _ in 0..200 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn winsize(columns: u16, rows: u16) -> Winsize {
    Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size")
}
