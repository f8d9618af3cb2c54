//! The command line: what can be typed (`args`), and what it means here (`settings`).

pub mod args;
mod links;
mod locale;
pub mod settings;
