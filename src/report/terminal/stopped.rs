//! Programs that did not come to their own end: at a limit, by a signal, or before the tests had run.

use super::page::{Line, Page};
use super::style::Role;
use super::words;
use super::{exception, layout};
use crate::model::limits::{ByteSize, Exceeded};
use crate::model::record::Frame;

/// Lines shown of output that was too much.
const HEAD_LINES: usize = 5;
/// Names shown of tests that did not run.
const MISSING_TESTS: usize = 5;

/// The program was still running at the limit.
pub(super) fn timed_out(page: &mut Page, indent: usize, seconds: f64, stack: &[Frame], reading_input: bool) {
    let after = words::seconds(seconds);
    let title = match (reading_input, stack.is_empty()) {
        (true, true) => format!("The program waited {after} for input, and no input is given."),
        (true, false) => format!("The program waited {after} for input, and no input is given. It was here:"),
        (false, true) => format!("The program was still running after {after}, and was ended."),
        (false, false) => format!("The program was still running after {after}. It was here:"),
    };
    page.prose(indent, Role::Strong, &title);
    if !stack.is_empty() {
        page.blank();
        exception::frames(page, indent + 2, stack);
    }
}

/// The program wrote more than it may.
pub(super) fn output_limit(page: &mut Page, indent: usize, limit: u64, head: &str) {
    let title = format!("The program wrote more than {}, and was ended.", ByteSize(limit));
    page.prose(indent, Role::Strong, &title);
    if !head.trim().is_empty() {
        page.blank();
        page.prose(indent, Role::Quiet, "It began with:");
        let more = page.style.span(Role::Quiet, page.style.symbols().more);
        let columns = page.style.columns().saturating_sub(indent + 2 + more.text().len());
        for line in head.lines().take(HEAD_LINES) {
            // A row each: whoever looks for the line that repeats need not see all of it.
            let line = page.style.span(Role::Plain, line);
            page.put(Line::code(indent + 2, layout::cut(vec![line], columns, &more)));
        }
        page.put(Line::prose(indent + 2, vec![more]));
    }
}

/// The program used more of something than it may.
pub(super) fn limit_exceeded(page: &mut Page, indent: usize, limit: Exceeded) {
    let (used, meaning) = match limit {
        Exceeded::Cpu(seconds) => (
            format!("used more than {} of processor time", words::seconds(seconds as f64)),
            "All its processes and threads together count.",
        ),
        Exceeded::Memory(bytes) => {
            (format!("used more than {} of memory", ByteSize(bytes)), "All its processes together count.")
        }
        Exceeded::Processes(most) => (
            format!("had more than {most} processes and threads at once"),
            "Are they started in a loop, or does each start others?",
        ),
        Exceeded::FileSize(bytes) => {
            (format!("wrote a file larger than {}", ByteSize(bytes)), "Does a loop write without end?")
        }
        Exceeded::Files(most) => {
            (format!("made more than {most} files and folders"), "Does a loop make them without end?")
        }
        Exceeded::Written(bytes) => {
            (format!("wrote more than {} to files", ByteSize(bytes)), "Does a loop write without end?")
        }
    };
    page.prose(indent, Role::Strong, &format!("The program {used}, and was ended."));
    page.prose(indent, Role::Plain, meaning);
}

/// The same in a few words.
pub(super) fn exceeded_briefly(limit: Exceeded) -> &'static str {
    match limit {
        Exceeded::Cpu(_) => "too much processor time",
        Exceeded::Memory(_) => "too much memory",
        Exceeded::Processes(_) => "too many processes",
        Exceeded::FileSize(_) => "a file that is too large",
        Exceeded::Files(_) => "too many files",
        Exceeded::Written(_) => "too much written to files",
    }
}

/// A signal ended the program.
pub(super) fn signaled(page: &mut Page, indent: usize, signal: i32) {
    page.prose(indent, Role::Strong, &format!("The program was ended by {}.", signal_name(signal)));
    if let Some(meaning) = signal_meaning(signal) {
        page.prose(indent, Role::Plain, meaning);
    }
}

/// Tests did not report.
pub(super) fn tests_missing(page: &mut Page, indent: usize, tests: &[String], how: &str) {
    let how = how.trim().trim_end_matches('.');
    let mut letters = how.chars();
    let capital = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    page.prose(indent, Role::Strong, &format!("{capital}{}.", letters.as_str()));
    if tests.is_empty() {
        return;
    }
    page.blank();
    let heading = format!("{} did not run to the end:", words::count(tests.len(), "test"));
    page.prose(indent, Role::Plain, &heading);
    let shown = if tests.len() <= MISSING_TESTS + 1 { tests.len() } else { MISSING_TESTS };
    for test in &tests[..shown] {
        page.put(Line::code(indent + 2, vec![page.style.plain(test)]));
    }
    page.more(indent + 2, tests.len() - shown, "more test");
}

/// A signal's name: `SIGSEGV`, or its number where it has no common name.
pub(super) fn signal_name(signal: i32) -> String {
    const COMMON: [(i32, &str); 12] = [
        (1, "SIGHUP"),
        (2, "SIGINT"),
        (3, "SIGQUIT"),
        (4, "SIGILL"),
        (6, "SIGABRT"),
        (8, "SIGFPE"),
        (9, "SIGKILL"),
        (11, "SIGSEGV"),
        (13, "SIGPIPE"),
        (14, "SIGALRM"),
        (15, "SIGTERM"),
        (24, "SIGXCPU"),
    ];
    const LINUX: [(i32, &str); 5] =
        [(7, "SIGBUS"), (10, "SIGUSR1"), (12, "SIGUSR2"), (25, "SIGXFSZ"), (31, "SIGSYS")];
    const MAC: [(i32, &str); 5] =
        [(10, "SIGBUS"), (30, "SIGUSR1"), (31, "SIGUSR2"), (25, "SIGXFSZ"), (12, "SIGSYS")];
    let own = if cfg!(target_os = "macos") { MAC } else { LINUX };
    let name = COMMON.iter().chain(&own).find(|(number, _)| *number == signal).map(|(_, name)| *name);
    name.map_or_else(|| format!("signal {signal}"), str::to_owned)
}

/// What the signal usually means for a Python program.
fn signal_meaning(signal: i32) -> Option<&'static str> {
    match signal_name(signal).as_str() {
        "SIGSEGV" | "SIGBUS" => {
            Some("It touched memory that it may not: often recursion without end, or `ctypes`.")
        }
        "SIGABRT" => Some("It gave itself up: `os.abort()`, or an error inside Python or a library."),
        "SIGKILL" => Some("Something killed it: often it used more memory than there is."),
        "SIGXCPU" => Some("It used all the processor time that it may."),
        "SIGXFSZ" => Some("It wrote a file larger than it may."),
        "SIGTERM" => Some("Something asked it to end."),
        _ => None,
    }
}
