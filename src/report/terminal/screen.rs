//! Where bars are drawn: the terminal behind standard error, but for its last columns.
//!
//! indicatif fills the line of a bar with spaces to the width that it is told. On Ctrl-C a terminal prints `^C` at the
//! cursor: behind a full line it would stand on the next one, and wiping the bar away would miss a row.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use indicatif::{ProgressDrawTarget, TermLike};

/// Columns for what the terminal adds.
const ROOM: usize = "^C ".len();
/// How often a bar is drawn, in times a second.
const RATE: u8 = 20;

/// A terminal of so many columns.
#[derive(Debug)]
pub(super) struct Screen {
    columns: usize,
    /// What is drawn reaches the terminal in one piece.
    drawn: Mutex<String>,
}

impl Screen {
    /// A place for a bar on the standard error stream, which is a terminal of so many columns.
    pub(super) fn stderr(columns: usize) -> ProgressDrawTarget {
        let screen = Self { columns, drawn: Mutex::new(String::new()) };
        ProgressDrawTarget::term_like_with_hz(Box::new(screen), RATE)
    }

    fn draw(&self, text: &str) {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
    }

    fn steer(&self, by: usize, letter: char) -> io::Result<()> {
        if by > 0 {
            self.draw(&format!("\u{1b}[{by}{letter}"));
        }
        Ok(())
    }
}

impl TermLike for Screen {
    fn width(&self) -> u16 {
        u16::try_from(self.columns.saturating_sub(ROOM).max(1)).unwrap_or(u16::MAX)
    }

    fn move_cursor_up(&self, n: usize) -> io::Result<()> {
        self.steer(n, 'A')
    }

    fn move_cursor_down(&self, n: usize) -> io::Result<()> {
        self.steer(n, 'B')
    }

    fn move_cursor_right(&self, n: usize) -> io::Result<()> {
        self.steer(n, 'C')
    }

    fn move_cursor_left(&self, n: usize) -> io::Result<()> {
        self.steer(n, 'D')
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.draw(text);
        self.draw("\n");
        Ok(())
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.draw(text);
        Ok(())
    }

    fn clear_line(&self) -> io::Result<()> {
        self.draw("\r\u{1b}[2K");
        Ok(())
    }

    fn flush(&self) -> io::Result<()> {
        let drawn = std::mem::take(&mut *self.drawn.lock().unwrap_or_else(PoisonError::into_inner));
        let mut stderr = io::stderr().lock();
        stderr.write_all(drawn.as_bytes())?;
        stderr.flush()
    }
}

/// Columns of a bar itself on a terminal of so many columns.
pub(super) fn bar_columns(columns: usize) -> usize {
    24.min(columns / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_leaves_room_for_what_the_terminal_adds() {
        let screen = |columns| Screen { columns, drawn: Mutex::default() };
        assert_eq!(screen(80).width(), 77);
        assert_eq!(screen(2).width(), 1);
        assert_eq!((bar_columns(80), bar_columns(40)), (24, 13));
    }
}
