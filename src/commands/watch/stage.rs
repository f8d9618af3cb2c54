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
