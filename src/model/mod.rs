//! The words of prolings as data: course, topic, exercise, check, job, execution, verdict, event.
//!
//! Pure data: no files, no processes, no clock. Paths are only carried.

pub mod bytes;
pub mod cancel;
pub mod cause;
pub mod check;
pub mod class;
pub mod course;
pub mod event;
pub mod execution;
pub mod exercise;
pub mod grade;
pub mod isolation;
pub mod job;
pub(crate) mod leftovers;
pub mod limits;
pub mod names;
pub mod pattern;
pub mod plain;
pub mod record;
pub mod search;
pub mod split;
pub mod update;
pub mod verdict;
