//! Reads the tracebacks that CPython 3.11 to 3.14 prints, from an error stream that may hold anything else as well.
//!
//! What a traceback does not tell (the bases of a class, where a message ends and its notes begin) stays untold.

mod block;
mod group;

pub(super) use block::relative;

use std::ops::Range;
use std::path::Path;

use super::text::shown;
use crate::model::record::PyException;
use block::Reader;

/// The most of an error stream that is read, from its end.
const MOST_BYTES: usize = 512 * 1024;
/// Chains of exceptions that are read.
const MOST_CHAINS: usize = 200;

/// An exception that was printed, with what led to it.
#[derive(Debug)]
pub(super) struct Printed {
    /// The exception.
    pub(super) exception: PyException,
    /// Who printed it.
    pub(super) origin: Origin,
    /// The lines that it takes in the stream.
    pub(super) lines: Range<usize>,
}

/// Who printed a traceback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The main thread on its end, as far as can be told: the program itself may print one.
    Main,
    /// A thread, a task or another process: the program went on.
    Background,
    /// The interpreter, on behalf of a `__del__` or the like.
    Ignored,
}

/// The tracebacks of an error stream.
#[derive(Debug)]
pub(super) struct Tracebacks {
    /// The stream's text.
    text: String,
    /// The tracebacks, in order.
    printed: Vec<Printed>,
}

impl Tracebacks {
    /// Reads an error stream of a program that ran in `folder`.
    pub(super) fn read(stderr: &[u8], folder: &Path) -> Self {
        let text = shown(&stderr[stderr.len().saturating_sub(MOST_BYTES)..]);
        let lines: Vec<&str> = text.lines().collect();
        let mut reader = Reader::new(&lines, folder);
        let mut printed = Vec::new();
        let mut at = 0;
        while at < lines.len() && printed.len() < MOST_CHAINS {
            if !block::starts(&lines, at) {
                at += 1;
                continue;
            }
            match reader.chain(at) {
                Some((exception, end)) => {
                    let (origin, start) = origin(&lines, at);
                    printed.push(Printed { exception, origin, lines: start..end });
                    at = end;
                }
                None => at += 1,
            }
        }
        Self { text, printed }
    }

    /// The exception that ended the program, if one did.
    pub(super) fn of_main(&self) -> Option<&Printed> {
        self.printed.iter().rev().find(|printed| printed.origin == Origin::Main)
    }

    /// The first exception of a thread, a task or another process.
    pub(super) fn of_background(&self) -> Option<&Printed> {
        self.printed.iter().find(|printed| printed.origin == Origin::Background)
    }

    /// The stream's text without the lines of one traceback.
    pub(super) fn without(&self, printed: &Printed) -> String {
        let kept = self.text.lines().enumerate().filter(|(index, _)| !printed.lines.contains(index));
        kept.map(|(_, line)| format!("{line}\n")).collect()
    }
}

/// Who printed the traceback that starts at `at`, and where what introduces it starts.
fn origin(lines: &[&str], at: usize) -> (Origin, usize) {
    let Some(before) = at.checked_sub(1) else { return (Origin::Main, at) };
    let line = lines[before];
    if line.starts_with("Exception ignored ") {
        return (Origin::Ignored, before);
    }
    let is_process = line.starts_with("Process ") && line.ends_with(':');
    if line.starts_with("Exception in thread ") || is_process {
        return (Origin::Background, before);
    }
    // asyncio: "Task exception was never retrieved", then the task, then its traceback.
    let is_task = line.starts_with("future: <") || line.starts_with("task: <");
    if is_task {
        return (Origin::Background, before.saturating_sub(1));
    }
    (Origin::Main, at)
}

#[cfg(test)]
mod tests;
