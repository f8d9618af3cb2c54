//! Python on this machine: the helper programs that run inside a job.
//!
//! Owns the interpreter, the environments and the helpers' text. It starts no learner code.

pub mod helpers;
