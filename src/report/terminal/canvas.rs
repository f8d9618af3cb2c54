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
        let whole = self.drawn.is_empty();
        let mut screen = TOGETHER[0].to_owned();
        if whole {
            screen.push_str("\u{1b}[2J");
        }
        for index in 0..rows.len().max(self.drawn.len()) {
            let row = rows.get(index);
            if whole || self.drawn.get(index) != row {
                // Erased first: erasing at the edge would take the last character away.
                let text = row.map_or("", String::as_str);
                screen.push_str(&format!("\u{1b}[{};1H\u{1b}[2K{text}", index + 1));
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
