//! Small phrases that several screens share: counts, times, lists, files.

use super::layout::width;
use super::style::Style;
use crate::language::say;
use crate::model::event::ExerciseResult;
use crate::model::job::Target;
use crate::model::verdict::Note;

/// Labels that stand below one another, with two blanks before what follows the longest.
pub(super) fn column<const N: usize>(labels: [String; N]) -> [String; N] {
    let widest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    labels.map(|label| format!("{label}{}", " ".repeat(widest + 2 - width(&label))))
}

/// A text as a sentence begins.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// A sentence that goes on after a colon.
pub(super) fn uncapitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

/// `40 ms`, `0.4 s`, `10 s`, `2 min 5 s`.
pub(super) fn seconds(style: Style, time: f64) -> String {
    if !time.is_finite() || time < 0.0 {
        return say!(style, "time-seconds", seconds = "0");
    }
    if time < 0.095 {
        // The sum of no times is -0.
        return say!(style, "time-milliseconds", milliseconds = format!("{:.0}", time.abs() * 1000.0));
    }
    if time < 59.95 {
        let short = format!("{time:.1}");
        let short = short.strip_suffix(".0").unwrap_or(&short);
        return say!(style, "time-seconds", seconds = decimal(style, short));
    }
    // Whole seconds of a time that is positive and far below 2^64.
    let whole = time.round() as u64;
    match (whole / 60, whole % 60) {
        (minutes, 0) => say!(style, "time-minutes", minutes = minutes),
        (minutes, rest) => say!(style, "time-minutes-seconds", minutes = minutes, seconds = rest),
    }
}

/// A number with the language's own mark before its decimals.
pub(super) fn decimal(style: Style, number: &str) -> String {
    number.replace('.', &say!(style, "decimal-mark"))
}

/// `95.7 %`. Rounded down: 89.96 is not 90.
pub(super) fn percent(style: Style, share: f64) -> String {
    decimal(style, &format!("{} %", (share * 10.0).floor() / 10.0))
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(style: Style, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => say!(style, "list", most = most.join(", "), last = last),
    }
}

/// The exercise's name, and whose files were judged when they are not the learner's.
pub(super) fn name(style: Style, result: &ExerciseResult) -> String {
    let exercise = result.exercise.as_str();
    match &result.target {
        Target::Learner => exercise.to_owned(),
        Target::Starter => say!(style, "name-of-starter", exercise = exercise),
        Target::Solution => say!(style, "name-of-solution", exercise = exercise),
        Target::Mistake(mistake) => {
            say!(style, "name-of-mistake", exercise = exercise, mistake = mistake.to_string())
        }
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What was forgiven, in one line; `None` when nothing was.
pub(super) fn notes<'a>(style: Style, notes: impl IntoIterator<Item = &'a Note>) -> Option<String> {
    let mut forgiven = Vec::new();
    let mut processes = false;
    for note in notes {
        let what = match note {
            Note::MissingFinalNewline => say!(style, "forgiven-final-newline"),
            Note::TrailingSpaces => say!(style, "forgiven-trailing-spaces"),
            Note::CarriageReturns => say!(style, "forgiven-carriage-returns"),
            Note::ProcessesLeft => {
                processes = true;
                continue;
            }
        };
        if !forgiven.contains(&what) {
            forgiven.push(what);
        }
    }
    let mut parts = Vec::new();
    if !forgiven.is_empty() {
        parts.push(say!(style, "forgiven", what = list(style, &forgiven)));
    }
    if processes {
        parts.push(say!(style, "processes-ended"));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Points as people write them: `3`, `2.5`, `0.33`.
pub(super) fn points(style: Style, points: f64) -> String {
    let text = format!("{points:.2}");
    decimal(style, text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_naturally() {
        let cases = [(0.04, "40 ms"), (1.24, "1.2 s"), (10.0, "10 s"), (60.0, "1 min"), (125.0, "2 min 5 s")];
        for (time, words) in cases {
            assert_eq!(seconds(Style::default(), time), words);
        }
        assert_eq!(seconds(Style::default(), f64::NAN), "0 s");
        assert_eq!(seconds(Style::default(), [0.0; 0].iter().sum()), "0 ms");
    }

    #[test]
    fn notes_are_one_line_and_say_each_thing_once() {
        let all =
            [Note::TrailingSpaces, Note::MissingFinalNewline, Note::TrailingSpaces, Note::ProcessesLeft];
        assert_eq!(
            notes(Style::default(), &all).as_deref(),
            Some(
                "forgiven: spaces at line ends and a missing newline at the end; processes that were left \
                 running have been ended"
            )
        );
        assert_eq!(notes(Style::default(), &[]), None);
    }
}
