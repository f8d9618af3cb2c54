//! The command line: what can be typed (`args`), how that is told (`help`), and what it means here (`settings`).

pub mod args;
pub mod help;
mod links;
mod locale;
pub mod settings;
