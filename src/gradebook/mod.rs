//! What is remembered of a class: the journal of its grades, and journals of several machines joined.
//!
//! Owns the journal's file: that no grade is lost once it is written, and none is taken for another. It grades nothing
//! and shows nothing.

mod join;
mod journal;

pub use join::{Joined, Part, join};
pub use journal::{FILE, Journal, RowAt, Scan, is_journal, scan};
