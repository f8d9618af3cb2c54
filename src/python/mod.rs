//! Python on the learner's machine: which interpreter runs the course, and the environments made from it.
//!
//! Owns interpreter discovery and the virtual environments under `.prolings/env/`. It runs interpreters and installers,
//! never a learner's code, and prints nothing: progress goes to the caller's callback.

mod cache;
mod candidates;
mod child;
pub mod database;
mod environment;
#[cfg(all(test, unix))]
mod environment_tests;
mod failure;
#[cfg(all(test, unix))]
mod fakes;
mod guard;
pub mod helpers;
mod install;
mod interpreter;
#[cfg(all(test, unix))]
mod interpreter_tests;
mod inventory;
mod lockfile;
mod marker;
mod missing;
pub mod mutants;
mod probe;
mod surroundings;
mod tools;
mod window;

pub use environment::{Environment, Environments};
pub use install::Step;
pub use interpreter::{
    Interpreter, Packaging, Refused, Survey, Threading, discover, discover_cached, survey,
};
pub use inventory::{Condition, Listed, Removed, remove_all};
pub use surroundings::Surroundings;
