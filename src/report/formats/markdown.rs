//! Markdown for a comment on a pull request or a step's summary. Bounded: a comment holds 65,536 characters.

use std::io::{self, Write};

use super::graded::Graded;
use super::told::{Told, cut, proof};
use crate::language::{Language, say};
use crate::model::event::{ExerciseResult, Status};
use crate::report::terminal::plain;

/// The most bytes of a comment: GitHub refuses 65,536 characters and more.
const COMMENT: usize = 60_000;

/// Explanations in full, at most so many bytes each.
const EACH: usize = 4_000;

/// Writes a comment.
pub(super) fn render(graded: &Graded, language: Language, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text(graded, language, COMMENT).as_bytes())
}

/// The text, at most `most` bytes of it: what does not fit is left out, exercise by exercise, and counted.
pub(super) fn text(graded: &Graded, language: Language, most: usize) -> String {
    let mut text = head(graded, language);
    let heads =
        [say!(language, "report-exercise"), say!(language, "report-result"), say!(language, "report-points")];
    text.push_str(&format!("| | {} |\n|---|---|---|---:|\n", heads.join(" | ")));
    let mut left_out = 0;
    for result in graded.results.values() {
        let row = row(result, language);
        if text.len() + row.len() < most / 2 { text.push_str(&row) } else { left_out += 1 }
    }
    if left_out > 0 {
        text.push_str(&format!("\n{}\n", say!(language, "report-more-exercises", number = left_out)));
    }
    let mut hidden = 0;
    for result in graded.results.values().filter(|result| is_problem(result)) {
        let section = section(result, language);
        if text.len() + section.len() + 2_000 < most { text.push_str(&section) } else { hidden += 1 }
    }
    if hidden > 0 {
        text.push_str(&format!("\n{}\n", say!(language, "report-more-problems", number = hidden)));
    }
    text.push_str(&foot(graded, language));
    text
}

fn head(graded: &Graded, language: Language) -> String {
    let score = graded.counts().score;
    let percent = score.percent().map_or_else(String::new, |share| format!(" ({share:.0} %)"));
    let (earned, possible) = (plain::points(language, score.earned), plain::points(language, score.possible));
    let points = say!(language, "points", earned = earned, possible = possible);
    let mut text = format!("## {points}{percent}\n\n{}\n\n", counts(graded, language));
    if let Some(unproved) = graded.unproved() {
        text.push_str(&format!("{}\n\n", proof(language, &unproved, |name| format!("`{name}`"))));
    }
    text
}

/// What the run came to, in a sentence.
fn counts(graded: &Graded, language: Language) -> String {
    let counts = graded.counts();
    let parts = [
        (counts.passed, say!(language, "tally-passed", number = counts.passed)),
        (counts.failed, say!(language, "tally-failed", number = counts.failed)),
        (counts.faults, say!(language, "tally-faults", number = counts.faults)),
        (counts.skipped, say!(language, "tally-skipped", number = counts.skipped)),
        (counts.cancelled, say!(language, "report-not-reached", number = counts.cancelled)),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    match (parts.is_empty(), graded.summary.is_none()) {
        (false, false) => say!(language, "report-counts", counts = parts.join(", ")),
        (false, true) => say!(language, "report-counts-so-far", counts = parts.join(", ")),
        (true, false) => say!(language, "report-nothing-graded"),
        (true, true) => say!(language, "report-nothing-graded-so-far"),
    }
}

fn row(result: &ExerciseResult, language: Language) -> String {
    let sign = match result.status {
        Status::Passed => "✅",
        Status::Failed => "❌",
        Status::Fault => "⚠️",
        Status::Skipped | Status::Cancelled => "➖",
    };
    let points = match result.status {
        Status::Passed | Status::Failed => {
            let points = |points| plain::points(language, points);
            format!("{} / {}", points(result.score.earned), points(result.score.possible))
        }
        _ => String::new(),
    };
    let word = plain::word(language, result.status);
    format!("| {sign} | `{}` | {word} | {points} |\n", result.exercise)
}

fn is_problem(result: &ExerciseResult) -> bool {
    matches!(result.status, Status::Failed | Status::Fault)
}

fn section(result: &ExerciseResult, language: Language) -> String {
    let told = Told::by(language, result);
    let file = told.file.as_ref().map(|file| format!("`{file}`"));
    let place = match (file, told.line) {
        (Some(file), Some(line)) => {
            format!("{}\n\n", say!(language, "report-place", file = file, line = line))
        }
        (Some(file), None) => format!("{file}\n\n"),
        _ => String::new(),
    };
    let detail = cut(language, &told.detail, EACH);
    let fence = fence(&detail);
    format!(
        "\n<details><summary>{} {}</summary>\n\n{place}{fence}text\n{detail}\n{fence}\n\n</details>\n",
        result.exercise,
        plain::word(language, result.status)
    )
}

/// A fence that the text cannot close.
fn fence(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    "`".repeat((longest + 1).max(3))
}

fn foot(graded: &Graded, language: Language) -> String {
    let mut text = String::new();
    let Some(from) = &graded.provenance else { return text };
    if !from.altered.is_empty() {
        text.push_str(&format!("\n{}\n", say!(language, "report-altered", number = from.altered.len())));
    }
    let layers = match from.isolation.as_slice() {
        [] => say!(language, "origin-none"),
        layers => layers.join(", "),
    };
    let commit = |commit: &Option<String>| match commit {
        Some(id) => id[..id.len().min(12)].to_owned(),
        None => say!(language, "origin-unknown"),
    };
    let origin = say!(
        language,
        "report-origin",
        version = &from.prolings,
        course = commit(&from.course_commit),
        submission = commit(&from.submission_commit),
        layers = layers,
        seed = from.seed.to_string(),
    );
    text.push_str(&format!("\n<sub>{origin}</sub>\n"));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_closes_its_fence() {
        assert_eq!(fence("plain"), "```");
        assert_eq!(fence("a ```` b"), "`````");
    }
}
