//! The steps of the workflows, as a runner runs them: real git repositories, a fake environment, a fake API on loopback.
//!
//! The runners of these workflows are Linux.
#![cfg(target_os = "linux")]

#[path = "../support/mod.rs"]
mod support;

mod api;
mod commenting;
mod fetching;
mod fork;
mod grading;
mod recording;
mod runner;
mod workflows;
