//! prolings: judges small Python programs, for learners at a terminal and for CI.
//!
//! Data flows one way, and the modules stand in that order:
//!
//! ```text
//!  exercises/ ─▶ discover ─▶ Course ─▶ plan ─▶ Job ─▶ run ─▶ Execution ─▶ judge ─▶ Verdict ─▶ report
//!                                       ▲                    (Python)                 │
//!                                       └──────────────── progress ◀──────────────────┘
//! ```
//!
//! `session` puts plan, run and judge together and tells the world by events; `commands` put sessions, progress and
//! reports together for the user. `tests/architecture.rs` holds who may import whom.

pub mod error;
pub mod language;
pub mod model;
pub mod parallel;

pub mod discover;
pub mod plan;
pub mod python;
pub mod run;
pub mod submission;

pub mod gradebook;
pub mod judge;
pub mod progress;
pub mod report;

pub mod session;
pub mod shipment;
pub mod watch;

pub mod cli;
pub mod commands;
