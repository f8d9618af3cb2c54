//! The terminal's raw mode: taken by a guard, given back whatever happens.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::terminal;

/// Whether this process holds the terminal in raw mode.
static HELD: AtomicBool = AtomicBool::new(false);

/// Raw mode, until it is dropped.
#[derive(Debug)]
pub struct Raw(());

impl Raw {
    /// Takes the terminal: keys come as they are typed, and are not shown.
    ///
    /// # Errors
    /// When there is no terminal.
    pub fn take() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        HELD.store(true, Ordering::SeqCst);
        Ok(Self(()))
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        release();
    }
}

/// Gives the terminal back if this process holds it, and says whether it did: for a process that is about to end
/// without unwinding, and for a panic that wants to be read. Nothing happens the second time.
pub fn release() -> bool {
    let held = HELD.swap(false, Ordering::SeqCst);
    if held {
        let _ = terminal::disable_raw_mode();
    }
    held
}

/// Columns and rows of the terminal.
pub fn size() -> (usize, usize) {
    let (columns, rows) = terminal::size().unwrap_or((80, 24));
    // A terminal that does not know its size says 0.
    let known = |number: u16, otherwise| if number == 0 { otherwise } else { usize::from(number) };
    (known(columns, 80), known(rows, 24))
}

/// Whether the terminal obeys escape codes. Asking turns that on for a Windows console.
pub fn obeys_codes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}

/// Stops this process and its group, as Ctrl-Z does, until a shell continues it. Call it without raw mode.
#[cfg(unix)]
pub fn suspend() {
    let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
}

/// There is no such thing here.
#[cfg(not(unix))]
pub fn suspend() {}
