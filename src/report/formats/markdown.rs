//! Markdown for a comment on a pull request or a step's summary. Bounded: a comment holds 65,536 characters.

use std::io::{self, Write};

use super::graded::Graded;
use super::told::{Told, cut, proof, word};
use crate::model::event::{ExerciseResult, Status};
use crate::report::terminal::plain;

/// The most bytes of a comment: GitHub refuses 65,536 characters and more.
const COMMENT: usize = 60_000;

/// Explanations in full, at most so many bytes each.
const EACH: usize = 4_000;

/// Writes a comment.
pub(super) fn render(graded: &Graded, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text(graded, COMMENT).as_bytes())
}

/// The text, at most `most` bytes of it: what does not fit is left out, exercise by exercise, and counted.
pub(super) fn text(graded: &Graded, most: usize) -> String {
    let mut text = head(graded);
    text.push_str("| | exercise | result | points |\n|---|---|---|---:|\n");
    let mut left_out = 0;
    for result in graded.results.values() {
        let row = row(result);
        if text.len() + row.len() < most / 2 { text.push_str(&row) } else { left_out += 1 }
    }
    if left_out > 0 {
        text.push_str(&format!("\n+{left_out} more exercises\n"));
    }
    let mut hidden = 0;
    for result in graded.results.values().filter(|result| is_problem(result)) {
        let section = section(result);
        if text.len() + section.len() + 2_000 < most { text.push_str(&section) } else { hidden += 1 }
    }
    if hidden > 0 {
        text.push_str(&format!("\n+{hidden} more that did not pass\n"));
    }
    text.push_str(&foot(graded));
    text
}

fn head(graded: &Graded) -> String {
    let counts = graded.counts();
    let percent = counts.score.percent().map_or_else(String::new, |share| format!(" ({share:.0} %)"));
    let (earned, possible) = (plain::points(counts.score.earned), plain::points(counts.score.possible));
    let mut text = format!("## {earned} of {possible} points{percent}\n\n");
    let parts = [
        (counts.passed, "passed"),
        (counts.failed, "failed"),
        (counts.faults, "could not be judged"),
        (counts.skipped, "skipped"),
        (counts.cancelled, "not reached"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let parts = if parts.is_empty() { "Nothing was graded".to_owned() } else { parts.join(", ") };
    let unfinished = if graded.summary.is_none() { " (still running)" } else { "" };
    text.push_str(&format!("{parts}{unfinished}.\n\n"));
    if let Some(unproved) = graded.unproved() {
        text.push_str(&format!("{}\n\n", proof(&unproved, |name| format!("`{name}`"))));
    }
    text
}

fn row(result: &ExerciseResult) -> String {
    let sign = match result.status {
        Status::Passed => "✅",
        Status::Failed => "❌",
        Status::Fault => "⚠️",
        Status::Skipped | Status::Cancelled => "➖",
    };
    let points = match result.status {
        Status::Passed | Status::Failed => {
            format!("{} / {}", plain::points(result.score.earned), plain::points(result.score.possible))
        }
        _ => String::new(),
    };
    format!("| {sign} | `{}` | {} | {points} |\n", result.exercise, word(result.status))
}

fn is_problem(result: &ExerciseResult) -> bool {
    matches!(result.status, Status::Failed | Status::Fault)
}

fn section(result: &ExerciseResult) -> String {
    let told = Told::of(result);
    let place = match (&told.file, told.line) {
        (Some(file), Some(line)) => format!("`{file}`, line {line}\n\n"),
        (Some(file), None) => format!("`{file}`\n\n"),
        _ => String::new(),
    };
    let detail = cut(&told.detail, EACH);
    let fence = fence(&detail);
    format!(
        "\n<details><summary>{} {}</summary>\n\n{place}{fence}text\n{detail}\n{fence}\n\n</details>\n",
        result.exercise,
        word(result.status)
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

fn foot(graded: &Graded) -> String {
    let mut text = String::new();
    let Some(from) = &graded.provenance else { return text };
    if !from.altered.is_empty() {
        let count = from.altered.len();
        text.push_str(&format!(
            "\n{count} of the course's own files differ in the submission; none was used.\n"
        ));
    }
    let layers = if from.isolation.is_empty() { "none".to_owned() } else { from.isolation.join(", ") };
    let commit = |commit: &Option<String>| {
        commit.as_deref().map_or("unknown", |id| &id[..id.len().min(12)]).to_owned()
    };
    text.push_str(&format!(
        "\n<sub>prolings {}, course {}, submission {}, sandbox: {layers}, seed {}</sub>\n",
        from.prolings,
        commit(&from.course_commit),
        commit(&from.submission_commit),
        from.seed
    ));
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
