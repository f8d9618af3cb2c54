//! One page with everything, for people: no other file, no network, readable on paper.

use std::io::{self, Write};

use super::graded::Graded;
use super::told::{Told, proof, seconds, word};
use crate::model::check::Trust;
use crate::model::event::{ExerciseResult, Status};
use crate::report::terminal::plain;

pub(in crate::report) const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Writes the page.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let course = escape(&graded.course);
    let share = counts.score.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent:.0} %"));
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{course}: {share}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{course}</h1>"
    )?;
    head(graded, out)?;
    writeln!(
        out,
        "</header>\n<p class=\"search\"><label>Search <input id=\"search\" type=\"search\" \
         placeholder=\"name, topic or text\"></label> \
         <span class=\"keys\"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open \
         or close, <kbd>f</kbd> only what did not pass</span></p>\n<main>"
    )?;
    graded.results.values().try_for_each(|result| exercise(result, out))?;
    writeln!(out, "<p id=\"nothing\" hidden>Nothing matches.</p>\n</main>")?;
    foot(graded, out)?;
    writeln!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

fn head(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let score = counts.score;
    let (earned, possible) = (plain::points(score.earned), plain::points(score.possible));
    writeln!(out, "<p class=\"score\"><strong>{earned}</strong> of {possible} points")?;
    if let Some(percent) = score.percent() {
        writeln!(
            out,
            "<meter min=\"0\" max=\"100\" value=\"{percent:.1}\">{percent:.0} %</meter> {percent:.0} %"
        )?;
    }
    writeln!(out, "</p>\n<ul class=\"counts\">")?;
    let parts = [
        (counts.passed, Status::Passed),
        (counts.failed, Status::Failed),
        (counts.faults, Status::Fault),
        (counts.skipped, Status::Skipped),
        (counts.cancelled, Status::Cancelled),
    ];
    for (count, status) in parts.into_iter().filter(|(count, _)| *count > 0) {
        writeln!(out, "<li class=\"{}\">{} {count} {}</li>", class(status), sign(status), word(status))?;
    }
    writeln!(out, "</ul>")?;
    if let Some(unproved) = graded.unproved() {
        let said = proof(&unproved, |name| format!("<code>{}</code>", escape(name)));
        writeln!(out, "<p class=\"proof\">{said}</p>")?;
    }
    if graded.summary.is_none() {
        writeln!(out, "<p>Still running: {} of {} judged.</p>", graded.results.len(), graded.exercises)?;
    }
    graded.notices.iter().try_for_each(|text| writeln!(out, "<p class=\"notice\">{}</p>", escape(text)))
}

fn exercise(result: &ExerciseResult, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::of(result);
    let open = if result.status == Status::Failed { " open" } else { "" };
    let name = escape(result.exercise.as_str());
    writeln!(
        out,
        "<details class=\"exercise {}\" id=\"{name}\"{open}>\n<summary><span class=\"sign\">{} {}</span> \
         <span class=\"name\">{name}</span> <span class=\"title\">{}</span> <span class=\"points\">{}</span></summary>",
        class(result.status),
        sign(result.status),
        word(result.status),
        escape(&result.title),
        points(result)
    )?;
    writeln!(
        out,
        "<p class=\"about\">{}, {:.2} s{}</p>",
        escape(result.topic.as_str()),
        seconds(result),
        trust(result)
    )?;
    if let Some(file) = &told.file {
        let line = told.line.map_or_else(String::new, |line| format!(", line {line}"));
        writeln!(out, "<p class=\"file\"><code>{}</code>{line}</p>", escape(file))?;
    }
    if !told.detail.is_empty() {
        writeln!(out, "<pre>{}</pre>", lines(&told.detail))?;
    }
    writeln!(out, "</details>")
}

/// How the line begins that says what the signs of a diff mean.
const LEGEND: &str = "- expected   + ";

/// The lines of an explanation; those of a diff carry their sign as a class.
fn lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len() * 2);
    let mut class = None;
    for line in text.lines() {
        class = match line.trim_start().split(' ').next() {
            // The line above goes on.
            Some("↳") => class,
            _ if line.trim_start().starts_with(LEGEND) => None,
            Some("-" | "expected") => Some("missing"),
            Some("+" | "got") => Some("extra"),
            _ => None,
        };
        match class {
            Some(class) => shown.push_str(&format!("<span class=\"{class}\">{}</span>\n", escape(line))),
            None => shown.push_str(&format!("{}\n", escape(line))),
        }
    }
    shown
}

fn points(result: &ExerciseResult) -> String {
    match result.status {
        Status::Passed | Status::Failed => {
            format!("{} of {}", plain::points(result.score.earned), plain::points(result.score.possible))
        }
        _ => String::new(),
    }
}

fn trust(result: &ExerciseResult) -> &'static str {
    let forgeable = result.checks.iter().any(|check| check.trust == Trust::NotForgeryProof);
    match (result.status, forgeable) {
        (Status::Passed, true) => ", not forgery-proof",
        (Status::Passed, false) => ", forgery-proof",
        _ => "",
    }
}

fn class(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::Failed => "failed",
        Status::Fault => "fault",
        Status::Skipped | Status::Cancelled => "skipped",
    }
}

fn sign(status: Status) -> &'static str {
    match status {
        Status::Passed => "✓",
        Status::Failed => "✗",
        Status::Fault => "!",
        Status::Skipped | Status::Cancelled => "–",
    }
}

fn foot(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    let Some(from) = &graded.provenance else { return Ok(()) };
    writeln!(out, "<footer>\n<h2>Where this comes from</h2>\n<dl>")?;
    let unknown = || "unknown".to_owned();
    let rows = [
        ("prolings", from.prolings.clone()),
        ("course", from.course_commit.clone().unwrap_or_else(unknown)),
        ("submission", from.submission.clone()),
        ("its commit", from.submission_commit.clone().unwrap_or_else(unknown)),
        ("Python", from.python.clone()),
        ("locks", from.locks.clone()),
        ("sandbox", if from.isolation.is_empty() { "none".to_owned() } else { from.isolation.join(", ") }),
        ("seed", from.seed.to_string()),
    ];
    rows.iter().try_for_each(|(name, value)| writeln!(out, "<dt>{name}</dt><dd>{}</dd>", escape(value)))?;
    writeln!(out, "</dl>")?;
    if !from.altered.is_empty() {
        writeln!(out, "<p>Files of the course that differ in the submission; none was used:</p>\n<ul>")?;
        from.altered.iter().try_for_each(|path| writeln!(out, "<li><code>{}</code></li>", escape(path)))?;
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</footer>")
}

/// Text between tags and in quoted attributes; what steers a terminal or hides is shown.
pub(in crate::report) fn escape(text: &str) -> String {
    let shown = crate::report::escape::text(text, crate::report::escape::Charset::Unicode);
    let mut escaped = String::with_capacity(shown.len());
    for character in shown.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(escape("<script>'\"&\u{1b}"), "&lt;script&gt;&#39;&quot;&amp;␛");
        assert_eq!(
            lines("- expected   + yours\n  - a\n  + <b>\n  ↳ c\n d"),
            "- expected   + yours\n<span class=\"missing\">  - a</span>\n<span class=\"extra\">  + &lt;b&gt;</span>\n\
             <span class=\"extra\">  ↳ c</span>\n d\n"
        );
    }
}
