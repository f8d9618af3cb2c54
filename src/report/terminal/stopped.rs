//! Programs that did not come to their own end: at a limit, by a signal, or before the tests had run.

use super::page::{Line, Page};
use super::style::{Role, Style};
use super::{exception, layout, words};
use crate::language::{Text, said, say};
use crate::model::limits::{ByteSize, Exceeded};
use crate::model::record::Frame;

/// Lines shown of output that was too much.
const HEAD_LINES: usize = 5;
/// Names shown of tests that did not run.
const MISSING_TESTS: usize = 5;

/// The program was still running at the limit.
pub(super) fn timed_out(page: &mut Page, indent: usize, seconds: f64, stack: &[Frame], reading_input: bool) {
    let time = words::seconds(page.style, seconds);
    let title = match (reading_input, stack.is_empty()) {
        (true, true) => say!(page, "waited-for-input", time = time),
        (true, false) => say!(page, "waited-for-input-here", time = time),
        (false, true) => say!(page, "still-running", time = time),
        (false, false) => say!(page, "still-running-here", time = time),
    };
    page.prose(indent, Role::Strong, &title);
    if !stack.is_empty() {
        page.blank();
        exception::frames(page, indent + 2, stack);
    }
}

/// The program wrote more than it may.
pub(super) fn output_limit(page: &mut Page, indent: usize, limit: u64, head: &str) {
    let title = say!(page, "wrote-too-much", limit = ByteSize(limit).to_string());
    page.prose(indent, Role::Strong, &title);
    if !head.trim().is_empty() {
        page.blank();
        page.prose(indent, Role::Quiet, &say!(page, "began-with"));
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
    let size = |bytes| ByteSize(bytes).to_string();
    let (title, meaning) = match limit {
        Exceeded::Cpu(seconds) => {
            let time = words::seconds(page.style, seconds as f64);
            (say!(page, "limit-cpu", time = time), say!(page, "limit-cpu.meaning"))
        }
        Exceeded::Memory(bytes) => {
            (say!(page, "limit-memory", size = size(bytes)), say!(page, "limit-memory.meaning"))
        }
        Exceeded::Processes(most) => {
            (say!(page, "limit-processes", most = most), say!(page, "limit-processes.meaning"))
        }
        Exceeded::FileSize(bytes) => {
            (say!(page, "limit-file-size", size = size(bytes)), say!(page, "limit-file-size.meaning"))
        }
        Exceeded::Files(most) => (say!(page, "limit-files", most = most), say!(page, "limit-files.meaning")),
        Exceeded::Written(bytes) => {
            (say!(page, "limit-written", size = size(bytes)), say!(page, "limit-written.meaning"))
        }
    };
    page.prose(indent, Role::Strong, &title);
    page.prose(indent, Role::Plain, &meaning);
}

/// The same in a few words.
pub(super) fn exceeded_briefly(style: Style, limit: Exceeded) -> String {
    match limit {
        Exceeded::Cpu(_) => say!(style, "limit-cpu.brief"),
        Exceeded::Memory(_) => say!(style, "limit-memory.brief"),
        Exceeded::Processes(_) => say!(style, "limit-processes.brief"),
        Exceeded::FileSize(_) => say!(style, "limit-file-size.brief"),
        Exceeded::Files(_) => say!(style, "limit-files.brief"),
        Exceeded::Written(_) => say!(style, "limit-written.brief"),
    }
}

/// A signal ended the program.
pub(super) fn signaled(page: &mut Page, indent: usize, signal: i32) {
    let name = signal_name(page.style, signal);
    let meaning = signal_meaning(page.style, &name);
    page.prose(indent, Role::Strong, &say!(page, "ended-by", signal = name));
    if let Some(meaning) = meaning {
        page.prose(indent, Role::Plain, &meaning);
    }
}

/// Tests did not report.
pub(super) fn tests_missing(page: &mut Page, indent: usize, tests: &[String], how: &Text) {
    let how = how.by(page.style.language);
    let how = words::capitalised(how.trim().trim_end_matches('.'));
    page.prose(indent, Role::Strong, &format!("{how}."));
    if tests.is_empty() {
        return;
    }
    page.blank();
    page.prose(indent, Role::Plain, &say!(page, "tests-did-not-end", number = tests.len()));
    let shown = if tests.len() <= MISSING_TESTS + 1 { tests.len() } else { MISSING_TESTS };
    for test in &tests[..shown] {
        page.put(Line::code(indent + 2, vec![page.style.plain(test)]));
    }
    page.more(indent + 2, tests.len() - shown, |number| said!("more-tests", number = number));
}

/// A signal's name: `SIGSEGV`, or its number where it has no common name.
pub(super) fn signal_name(style: Style, signal: i32) -> String {
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
    name.map_or_else(|| say!(style, "signal", number = signal), str::to_owned)
}

/// What the signal usually means for a Python program.
fn signal_meaning(style: Style, name: &str) -> Option<String> {
    match name {
        "SIGSEGV" | "SIGBUS" => Some(say!(style, "signal-touched-memory")),
        "SIGABRT" => Some(say!(style, "signal-aborted")),
        "SIGKILL" => Some(say!(style, "signal-killed")),
        "SIGXCPU" => Some(say!(style, "signal-processor-time")),
        "SIGXFSZ" => Some(say!(style, "signal-file-size")),
        "SIGTERM" => Some(say!(style, "signal-asked-to-end")),
        _ => None,
    }
}
