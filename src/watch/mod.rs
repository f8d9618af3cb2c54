//! What happens while a learner works: files that are saved, keys that are typed, on one channel.
//!
//! Owns the watching of files and keys and the terminal's raw mode. It must not know what a key means, draw, or run
//! anything: [`crate::commands`] decides what comes of an [`Event`].

mod debounce;
mod files;
mod keys;
mod poll;
mod raw;

pub use debounce::{Change, Debounce, Moment};
pub use files::{Choice, Files, Means, start as watch_files};
pub use keys::{Key, Keys};
pub use raw::{Raw, obeys_codes, release, size, suspend};

use std::path::PathBuf;

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A key was typed.
    Key(Key),
    /// The terminal has another size.
    Resized,
    /// No more keys will come: the terminal is gone.
    KeysEnded,
    /// From now on no save is missed; what was saved before may have been.
    Watching(Means),
    /// These files were saved, as paths below the watched folder.
    Saved(Vec<PathBuf>),
    /// Something was saved, and nobody knows what.
    Lost,
}
