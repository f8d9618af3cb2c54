//! Where a program was when its time was over: reads the stacks that faulthandler writes.

use super::text::cut_to;
use super::traceback::relative;
use super::view::View;
use crate::model::record::Frame;

/// The most of the text that is read.
const MOST_BYTES: usize = 256 * 1024;
/// Modules of the standard library whose innermost frame means waiting for input.
const READERS: [&str; 6] = ["getpass.py", "fileinput.py", "cmd.py", "code.py", "pdb.py", "bdb.py"];

/// The stacks of all threads.
#[derive(Debug)]
pub(super) struct Stacks {
    threads: Vec<Thread>,
}

#[derive(Debug, Default)]
struct Thread {
    /// Whether faulthandler ran in this thread.
    current: bool,
    /// Innermost first, as written.
    frames: Vec<Frame>,
}

impl Stacks {
    /// Reads faulthandler's text.
    pub(super) fn read(text: &str, view: &View<'_>) -> Self {
        let mut threads: Vec<Thread> = Vec::new();
        for line in cut_to(text, MOST_BYTES).lines() {
            if line.contains("(most recent call first)") {
                threads.push(Thread { current: line.starts_with("Current thread"), frames: Vec::new() });
            } else if let Some(thread) = threads.last_mut() {
                match frame(line, view) {
                    Some(frame) => thread.frames.push(frame),
                    None => add_source(thread, line),
                }
            }
        }
        Self { threads }
    }

    /// The learner's own frames of the main thread, innermost last; of another thread when the main thread is in
    /// none of the learner's code.
    pub(super) fn own_frames(&self, view: &View<'_>) -> Vec<Frame> {
        let own = |thread: &Thread| {
            let outermost_first: Vec<Frame> = thread.frames.iter().rev().cloned().collect();
            view.frames(&outermost_first)
        };
        let candidates = self.main().into_iter().chain(&self.threads);
        candidates.map(own).find(|frames| !frames.is_empty()).unwrap_or_default()
    }

    /// Whether the main thread waits for input: as far as its innermost frame tells, for `input()` leaves none.
    pub(super) fn reads_input(&self) -> bool {
        let Some(frame) = self.main().and_then(|thread| thread.frames.first()) else { return false };
        let in_reader = frame.file.rsplit(['/', '\\']).next().is_some_and(|file| READERS.contains(&file))
            && !frame.file.is_empty();
        let calls_reader = frame.source.as_deref().is_some_and(|source| {
            ["input(", "stdin.read", "in sys.stdin", "(sys.stdin"].iter().any(|call| source.contains(call))
        });
        calls_reader || (in_reader && frame.file.contains("python"))
    }

    /// The main thread. Threads start in `threading.py`; of those that do not, the main one is listed last.
    fn main(&self) -> Option<&Thread> {
        let is_started = |thread: &&Thread| {
            thread.frames.last().is_some_and(|frame| !frame.file.ends_with("threading.py"))
        };
        let current = self.threads.iter().find(|thread| thread.current);
        self.threads.iter().rev().find(is_started).or(current).or(self.threads.last())
    }
}

/// `  File "/job/x.py", line 3 in main`.
fn frame(line: &str, view: &View<'_>) -> Option<Frame> {
    let rest = line.trim_start().strip_prefix("File \"")?;
    let (file, rest) = rest.rsplit_once("\", line ")?;
    let (line, function) = rest.split_once(" in ")?;
    Some(Frame {
        file: relative(file, view.folder()),
        line: line.parse().ok()?,
        function: function.to_owned(),
        source: None,
    })
}

/// faulthandler writes no source; whoever adds it writes it below the frame, as tracebacks do.
fn add_source(thread: &mut Thread, line: &str) {
    if line.starts_with("    ")
        && let Some(frame) = thread.frames.last_mut()
        && frame.source.is_none()
    {
        frame.source = Some(line.trim().to_owned());
    }
}
