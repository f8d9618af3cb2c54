//! The supervisor: this same binary, started once a job, between the grader and the learner's program.
//!
//! It owns the program's session, limits and deadline, and everything that the program starts: it adopts orphans (Linux:
//! subreaper), so that nothing outlives the job. It ends everything as soon as its socket to the grader closes, so a
//! killed grader leaves nothing behind either. It reads no learner file and judges nothing.
//!
//! ```text
//! grader ──socket (request, kill, report)──▶ supervisor ──▶ Python ──▶ whatever it starts
//!    ▲                                          ▲  ▲          │ │
//!    │                                          │  └─records──┘ │
//!    └──────────────── stdout, stderr ──────────┴───────────────┘
//! ```

pub(crate) mod client;
pub(crate) mod frame;
pub(crate) mod launcher;
mod limits;
pub(crate) mod message;
mod serve;
pub(crate) mod tree;
pub(crate) mod watch;

pub(crate) use serve::LAST_WORDS;
pub use serve::serve;

/// The argument that turns the binary into a supervisor.
pub const COMMAND: &str = "__supervise";
