//! A whole screen that is drawn again and again in place.
//!
//! Owns the codes that take a terminal over and give it back. What stands on the screen is decided by the screens.

use std::io::{self, Write};

/// Another screen than the shell's, no cursor, and lines that end at the edge.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[?25l\u{1b}[?7l\u{1b}[H\u{1b}[2J";
/// All that back.
const LEAVE: &str = "\u{1b}[0m\u{1b}[?2026l\u{1b}[?7h\u{1b}[?25h\u{1b}[?1049l";
/// Terminals that know this show what is between the two at once.
const TOGETHER: [&str; 2] = ["\u{1b}[?2026h", "\u{1b}[?2026l"];

/// A terminal's whole screen.
pub struct Canvas {
    out: Box<dyn Write + Send>,
    /// The rows that are on the screen.
    drawn: Vec<String>,
}

impl Canvas {
    /// A canvas on this terminal, which is left alone until [`Canvas::enter`]; [`leave`] gives it back.
    pub fn new(out: Box<dyn Write + Send>) -> Self {
        Self { out, drawn: Vec::new() }
    }

    /// Takes the screen over.
    ///
    /// # Errors
    /// When it cannot be written to.
    pub fn enter(&mut self) -> io::Result<()> {
        self.drawn.clear();
        self.out.write_all(ENTER.as_bytes())?;
        self.out.flush()
    }

    /// Forgets what is on the screen: the next drawing is a whole one.
    pub fn forget(&mut self) {
        self.drawn.clear();
    }

    /// Draws rows from the top, each without its newline. Only rows that changed are written.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn draw(&mut self, rows: &[String]) -> io::Result<()> {
        if self.drawn == rows {
            return Ok(());
        }
        // Another number of rows is another size of screen: what stands where is anyone's guess.
        let whole = self.drawn.len() != rows.len();
        let mut screen = TOGETHER[0].to_owned();
        if whole {
            screen.push_str("\u{1b}[2J");
        }
        for (index, row) in rows.iter().enumerate() {
            if whole || self.drawn.get(index) != Some(row) {
                // Erased first: erasing at the edge would take the last character away.
                screen.push_str(&format!("\u{1b}[{};1H\u{1b}[2K{row}", index + 1));
            }
        }
        screen.push_str(TOGETHER[1]);
        self.drawn = rows.to_vec();
        self.out.write_all(screen.as_bytes())?;
        self.out.flush()
    }
}

/// Gives a screen back as it was, by whoever knows that it was taken: the canvas may be out of reach.
///
/// # Errors
/// When it cannot be written to.
pub fn leave(out: &mut dyn Write) -> io::Result<()> {
    out.write_all(LEAVE.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Written {
        fn take(&self) -> String {
            String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
        }
    }

    #[test]
    fn only_rows_that_changed_are_written() {
        let written = Written::default();
        let mut canvas = Canvas::new(Box::new(written.clone()));
        let rows = |texts: [&str; 2]| texts.map(str::to_owned);
        canvas.draw(&rows(["one", "two"])).unwrap();
        assert!(written.take().contains("\u{1b}[2J"));
        canvas.draw(&rows(["one", "three"])).unwrap();
        let second = written.take();
        assert!(second.contains("\u{1b}[2;1H\u{1b}[2Kthree") && !second.contains("one"), "{second:?}");
        canvas.draw(&rows(["one", "three"])).unwrap();
        assert_eq!(written.take(), "");
        canvas.forget();
        canvas.draw(&rows(["one", "three"])).unwrap();
        assert!(written.take().contains("one"));
    }
}
