//! The terminal while it is ours: raw mode and a screen of our own, given back however the watch ends.

use std::io;
use std::sync::Once;

use crate::report::terminal::canvas::{self, Canvas};
use crate::watch::{self, Raw};

/// The terminal, until it is dropped.
pub(super) struct Stage {
    canvas: Canvas,
    raw: Option<Raw>,
}

impl Stage {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                // Before the words, or they would go with the screen.
                restore_terminal();
                before(panic);
            }));
        });
        let mut stage = Self { canvas: Canvas::new(Box::new(io::stdout())), raw: None };
        stage.enter()?;
        Ok(stage)
    }

    /// Draws rows.
    pub(super) fn draw(&mut self, rows: &[String]) -> io::Result<()> {
        self.canvas.draw(rows)
    }

    /// The next drawing is a whole one.
    pub(super) fn forget(&mut self) {
        self.canvas.forget();
    }

    /// Gives the terminal to `other` and takes it back.
    pub(super) fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        restore_terminal();
        self.raw = None;
        let value = other();
        self.enter()?;
        Ok(value)
    }

    fn enter(&mut self) -> io::Result<()> {
        self.raw = Some(Raw::take()?);
        self.canvas.enter()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        restore_terminal();
    }
}

/// Gives the terminal back, if a watch of this process holds it: for a process that ends without unwinding.
pub fn restore_terminal() {
    if watch::release() {
        // A terminal that is gone needs nothing back.
        let _ = canvas::leave(&mut io::stdout());
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::File;
    use std::io::Read;
    use std::process::{Command, Stdio};

    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{LocalModes, tcgetattr};

    use super::*;

    const CHILD: &str = "PROLINGS_TEST_PANIC";

    /// Not a test by itself: the child of the next one.
    #[test]
    fn panics_on_the_screen() {
        if std::env::var_os(CHILD).is_none() {
            return;
        }
        rustix::process::setsid().unwrap();
        rustix::process::ioctl_tiocsctty(rustix::stdio::stdin()).unwrap();
        rustix::stdio::dup2_stdout(rustix::stdio::stdin()).unwrap();
        rustix::stdio::dup2_stderr(rustix::stdio::stdin()).unwrap();
        let mut stage = Stage::take().unwrap();
        stage.draw(&["a screen".to_owned()]).unwrap();
        panic!("our bug");
    }

    #[test]
    fn a_panic_is_read_on_a_terminal_that_was_given_back() {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        rustix::io::fcntl_setfd(&master, rustix::io::FdFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        let open = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let slave = rustix::fs::open(ptsname(&master, Vec::new()).unwrap(), open, Mode::empty()).unwrap();
        let before = tcgetattr(&slave).unwrap();
        let name = "commands::watch::stage::tests::panics_on_the_screen";
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture", "--test-threads", "1"])
            .env(CHILD, "1")
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::from(slave.try_clone().unwrap()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut reader = File::from(master);
        let read = std::thread::spawn(move || {
            let mut said = Vec::new();
            let mut bytes = [0; 4096];
            // The other side stays open here: what was said is complete when the last word is there.
            while !String::from_utf8_lossy(&said).contains("test result") {
                match reader.read(&mut bytes) {
                    Ok(length @ 1..) => said.extend_from_slice(&bytes[..length]),
                    _ => break,
                }
            }
            (String::from_utf8_lossy(&said).into_owned(), reader)
        });
        assert!(!child.wait().unwrap().success());
        // A terminal whose other side is closed tells nothing.
        let (said, _master) = read.join().unwrap();
        let place = |text: &str| said.find(text).unwrap_or_else(|| panic!("no {text:?} in {said:?}"));
        assert!(place("a screen") < place("\u{1b}[?1049l"), "{said:?}");
        assert!(place("\u{1b}[?1049l") < place("our bug"), "{said:?}");
        let after = tcgetattr(&slave).unwrap();
        assert_eq!(after.local_modes, before.local_modes);
        assert!(after.local_modes.contains(LocalModes::ECHO | LocalModes::ICANON));
    }
}
