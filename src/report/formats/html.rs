//! One page with everything, for people: no other file, no network, readable on paper.

use std::io::{self, Write};

use super::graded::Graded;
use super::told::{Told, proof, seconds};
use crate::language::{Language, Text, say};
use crate::model::check::Trust;
use crate::model::event::{ExerciseResult, Status};
use crate::model::grade::Score;
use crate::report::terminal::plain;

pub(in crate::report) const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// Writes the page.
pub(super) fn render(graded: &Graded, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let course = escape(&graded.course);
    let share = counts.score.percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent:.0} %"));
    begin(language, &format!("{course}: {share}"), STYLE, out)?;
    writeln!(out, "<header>\n<h1>{course}</h1>")?;
    head(graded, language, out)?;
    writeln!(out, "</header>")?;
    search(language, out)?;
    writeln!(out, "<main>")?;
    graded.results.values().try_for_each(|result| exercise(result, language, out))?;
    let nothing = escape(&say!(language, "page-nothing-matches"));
    writeln!(out, "<p id=\"nothing\" hidden>{nothing}</p>\n</main>")?;
    foot(graded, language, out)?;
    writeln!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>")
}

/// The beginning of a page in a language, with its title as it stands in markup, up to its body.
pub(in crate::report) fn begin(
    language: Language,
    title: &str,
    style: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = language.code().replace('_', "-");
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>"
    )
}

fn search(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let keys = say!(
        language,
        "page-keys",
        slash = "<kbd>/</kbd>",
        j = "<kbd>j</kbd>",
        k = "<kbd>k</kbd>",
        enter = "<kbd>Enter</kbd>",
        f = "<kbd>f</kbd>",
    );
    writeln!(
        out,
        "<p class=\"search\"><label>{} <input id=\"search\" type=\"search\" placeholder=\"{}\"></label> \
         <span class=\"keys\">{keys}</span></p>",
        escape(&say!(language, "page-search")),
        escape(&say!(language, "page-search-hint")),
    )
}

fn head(graded: &Graded, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let score = graded.counts().score;
    let earned = format!("<strong>{}</strong>", plain::points(language, score.earned));
    let possible = plain::points(language, score.possible);
    let said = say!(language, "page-score", earned = earned, possible = possible);
    writeln!(out, "<p class=\"score\">{said}")?;
    if let Some(percent) = score.percent() {
        writeln!(
            out,
            "<meter min=\"0\" max=\"100\" value=\"{percent:.1}\">{percent:.0} %</meter> {percent:.0} %"
        )?;
    }
    writeln!(out, "</p>")?;
    counts(graded, language, out)?;
    if let Some(unproved) = graded.unproved() {
        let said = proof(language, &unproved, |name| format!("<code>{}</code>", escape(name)));
        writeln!(out, "<p class=\"proof\">{said}</p>")?;
    }
    if graded.summary.is_none() {
        let (done, all) = (graded.results.len(), graded.exercises);
        let said = say!(language, "page-still-running", done = done, all = all);
        writeln!(out, "<p>{}</p>", escape(&said))?;
    }
    notices(&graded.notices, language, out)
}

fn counts(graded: &Graded, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let counts = graded.counts();
    let parts = [
        (counts.passed, Status::Passed),
        (counts.failed, Status::Failed),
        (counts.faults, Status::Fault),
        (counts.skipped, Status::Skipped),
        (counts.cancelled, Status::Cancelled),
    ];
    writeln!(out, "<ul class=\"counts\">")?;
    for (count, status) in parts.into_iter().filter(|(count, _)| *count > 0) {
        let said = match status {
            Status::Passed => say!(language, "tally-passed", number = count),
            Status::Failed => say!(language, "tally-failed", number = count),
            Status::Fault => say!(language, "tally-faults", number = count),
            Status::Skipped => say!(language, "tally-skipped", number = count),
            Status::Cancelled => say!(language, "report-not-reached", number = count),
        };
        writeln!(out, "<li class=\"{}\">{} {}</li>", class(status), sign(status), escape(&said))?;
    }
    writeln!(out, "</ul>")
}

/// Things worth knowing.
pub(in crate::report) fn notices(texts: &[Text], language: Language, out: &mut dyn Write) -> io::Result<()> {
    let mut put = |text: &Text| writeln!(out, "<p class=\"notice\">{}</p>", escape(&text.by(language)));
    texts.iter().try_for_each(&mut put)
}

fn exercise(result: &ExerciseResult, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let told = Told::by(language, result);
    let open = if result.status == Status::Failed { " open" } else { "" };
    let name = escape(result.exercise.as_str());
    writeln!(
        out,
        "<details class=\"exercise {}\" id=\"{name}\"{open}>\n<summary><span class=\"sign\">{} {}</span> \
         <span class=\"name\">{name}</span> <span class=\"title\">{}</span> <span class=\"points\">{}</span></summary>",
        class(result.status),
        sign(result.status),
        escape(&plain::word(language, result.status)),
        escape(&result.title),
        points(result, language)
    )?;
    let mut about = vec![result.topic.to_string(), plain::seconds(language, seconds(result))];
    about.extend(trust(result, language));
    writeln!(out, "<p class=\"about\">{}</p>", escape(&about.join(", ")))?;
    if let Some(file) = &told.file {
        let file = format!("<code>{}</code>", escape(file));
        let place = match told.line {
            Some(line) => say!(language, "report-place", file = file, line = line),
            None => file,
        };
        writeln!(out, "<p class=\"file\">{place}</p>")?;
    }
    if !told.detail.is_empty() {
        writeln!(out, "<pre>{}</pre>", lines(&told.detail, language))?;
    }
    writeln!(out, "</details>")
}

/// The lines of an explanation; those of a diff, and values that were wanted and that came, carry it as a class.
fn lines(text: &str, language: Language) -> String {
    let [expected, got] = [say!(language, "expected"), say!(language, "got")];
    // How the line begins that says what the signs of a diff mean.
    let legend = format!("- {}   + ", say!(language, "legend-expected"));
    let begins = |line: &str, with: &str| {
        line.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let mut shown = String::with_capacity(text.len() * 2);
    let mut class = None;
    for line in text.lines() {
        class = match line.trim_start() {
            // The line above goes on.
            start if begins(start, "↳") => class,
            start if start.starts_with(&legend) => None,
            start if begins(start, "-") || begins(start, &expected) => Some("missing"),
            start if begins(start, "+") || begins(start, &got) => Some("extra"),
            _ => None,
        };
        match class {
            Some(class) => shown.push_str(&format!("<span class=\"{class}\">{}</span>\n", escape(line))),
            None => shown.push_str(&format!("{}\n", escape(line))),
        }
    }
    shown
}

fn points(result: &ExerciseResult, language: Language) -> String {
    match result.status {
        Status::Passed | Status::Failed => {
            let points = |points| plain::points(language, points);
            let Score { earned, possible } = result.score;
            escape(&say!(language, "of", number = points(earned), all = points(possible)))
        }
        _ => String::new(),
    }
}

/// Whether a pass is a proof.
fn trust(result: &ExerciseResult, language: Language) -> Option<String> {
    result.trust().map(|trust| match trust {
        Trust::NotForgeryProof => say!(language, "trust-no-proof"),
        Trust::ForgeryProof => say!(language, "trust-proof"),
    })
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

fn foot(graded: &Graded, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let Some(from) = &graded.provenance else { return Ok(()) };
    let known = |commit: &Option<String>| match commit {
        Some(commit) => commit.clone(),
        None => say!(language, "origin-unknown"),
    };
    let layers = match from.isolation.as_slice() {
        [] => say!(language, "origin-none"),
        layers => layers.join(", "),
    };
    // A version and a place.
    let python = match from.python.split_once(" at ") {
        Some((version, place)) => say!(language, "doctor-at", what = version, place = place),
        None => from.python.clone(),
    };
    let rows = [
        ("prolings".to_owned(), from.prolings.clone()),
        (say!(language, "page-origin-course"), known(&from.course_commit)),
        (say!(language, "page-origin-submission"), from.submission.clone()),
        (say!(language, "page-origin-commit"), known(&from.submission_commit)),
        ("Python".to_owned(), python),
        (say!(language, "page-origin-locks"), from.locks.clone()),
        (say!(language, "page-origin-sandbox"), layers),
        (say!(language, "page-origin-seed"), from.seed.to_string()),
    ];
    origin(&rows, language, out)?;
    if !from.altered.is_empty() {
        writeln!(out, "<p>{}</p>\n<ul>", escape(&say!(language, "page-altered")))?;
        from.altered.iter().try_for_each(|path| writeln!(out, "<li><code>{}</code></li>", escape(path)))?;
        writeln!(out, "</ul>")?;
    }
    writeln!(out, "</footer>")
}

/// The beginning of a footer that says where a page comes from.
pub(in crate::report) fn origin(
    rows: &[(String, String)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<footer>\n<h2>{}</h2>\n<dl>", escape(&say!(language, "page-origin")))?;
    for (name, value) in rows {
        writeln!(out, "<dt>{}</dt><dd>{}</dd>", escape(name), escape(value))?;
    }
    writeln!(out, "</dl>")
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
            lines("- expected   + yours\n  - a\n  + <b>\n  ↳ c\n d", Language::ENGLISH),
            "- expected   + yours\n<span class=\"missing\">  - a</span>\n<span class=\"extra\">  + &lt;b&gt;</span>\n\
             <span class=\"extra\">  ↳ c</span>\n d\n"
        );
    }

    #[test]
    fn the_signs_of_a_diff_are_known_in_every_language() {
        for language in Language::all() {
            let [expected, got] = [say!(language, "expected"), say!(language, "got")];
            let values = format!("  {expected}  6\n  {got}  7");
            let wanted = [("missing", expected, 6), ("extra", got, 7)]
                .map(|(class, word, value)| format!("<span class=\"{class}\">  {word}  {value}</span>\n"));
            assert_eq!(lines(&values, language), wanted.concat());
            let [expected, yours] = [say!(language, "legend-expected"), say!(language, "legend-yours")];
            let legend = format!("- {expected}   + {yours}");
            assert_eq!(lines(&legend, language), format!("{legend}\n"));
        }
    }
}
