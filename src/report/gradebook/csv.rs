//! A gradebook for a spreadsheet (`docs/at-scale.md`).

use std::io::{self, Write};

use crate::language::Language;
use crate::model::class::{Cell, Entry, Gradebook, Standing};
use crate::model::grade::TrustWanted;
use crate::report::escape::{self, Charset};
use crate::report::terminal::plain;

/// What stands before the exercises.
const FIRST: [&str; 12] = [
    "submission",
    "status",
    "points",
    "possible",
    "percent",
    "passed",
    "failed",
    "not_started",
    "faults",
    "skipped",
    "commit",
    "fault",
];

/// What follows, where proof was wanted.
const UNPROVED: &str = "not_forgery_proof";

/// Writes a row for each submission: the points of each exercise, or a word where there are none.
pub(super) fn render(book: &Gradebook, out: &mut dyn Write) -> io::Result<()> {
    let exercises = book.head.columns.iter().map(|column| column.exercise.clone());
    let unproved = (book.head.conditions.trust == TrustWanted::Proof).then(|| UNPROVED.to_owned());
    line(FIRST.map(str::to_owned).into_iter().chain(unproved).chain(exercises), out)?;
    let exercises = book.head.columns.len();
    book.graded().try_for_each(|entry| line(fields(entry, book.unproved(entry), exercises), out))
}

fn fields<'e>(
    entry: &'e Entry,
    unproved: Option<Vec<&str>>,
    exercises: usize,
) -> impl Iterator<Item = String> + 'e {
    let unproved = unproved.map(|names| names.join(" "));
    let graded = entry.fault.is_none();
    let number = |text: String| if graded { text } else { String::new() };
    let count = |status| number(entry.count(status).to_string());
    let percent = entry.score.percent().map_or_else(String::new, |percent| format!("{percent:.1}"));
    let first = [
        entry.submission.clone(),
        status(entry).to_owned(),
        number(plain::points(Language::ENGLISH, entry.score.earned)),
        number(plain::points(Language::ENGLISH, entry.score.possible)),
        percent,
        count(Standing::Passed),
        count(Standing::Failed),
        count(Standing::NotStarted),
        count(Standing::Fault),
        count(Standing::Skipped),
        entry.commit.clone().unwrap_or_default(),
        entry.fault.as_deref().unwrap_or_default().to_owned(),
    ];
    let cells = entry.cells.iter().map(points);
    let none = if graded { 0 } else { exercises };
    first.into_iter().chain(unproved).chain(cells).chain(std::iter::repeat_n(String::new(), none))
}

/// How a submission stands as a whole.
pub(super) fn status(entry: &Entry) -> &'static str {
    match (entry.fault.is_some(), entry.is_faulty()) {
        (true, _) => "fault",
        (false, true) => "partly_graded",
        (false, false) => "graded",
    }
}

/// What could not be judged is a word, which no sum takes for zero.
fn points(cell: &Cell) -> String {
    match cell.status {
        Standing::Passed | Standing::Failed | Standing::NotStarted => {
            plain::points(Language::ENGLISH, cell.score.earned)
        }
        Standing::Fault => "fault".to_owned(),
        Standing::Skipped => "skipped".to_owned(),
    }
}

fn line(fields: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    let fields: Vec<String> = fields.map(|text| field(&text)).collect();
    writeln!(out, "{}", fields.join(","))
}

/// A field of CSV that no spreadsheet takes for a formula.
fn field(text: &str) -> String {
    let flat = text.replace(['\r', '\n', '\t'], " ");
    let shown = escape::text(&flat, Charset::Unicode);
    // Spaces before it do not keep a spreadsheet from taking it for a formula, nor do wide characters.
    let formula = shown.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let safe = if formula { format!("'{shown}") } else { shown.into_owned() };
    let quoted = safe.contains(['"', ',', ';', '\'']) || safe.starts_with(' ') || safe.ends_with(' ');
    if quoted { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_a_formula_and_none_runs_into_the_next() {
        let cases = [
            ("ada", "ada"),
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("-2", "\"'-2\""),
            ("\t=1", "\"' =1\""),
            ("a,b", "\"a,b\""),
            ("a\"b", "\"a\"\"b\""),
            ("a\r\nb", "a  b"),
            ("\u{1b}[31m", "␛[31m"),
            ("日本", "日本"),
        ];
        for (text, wanted) in cases {
            assert_eq!(field(text), wanted, "{text:?}");
        }
    }
}
