//! Small phrases that several screens share: counts, times, lists, files.

use crate::model::event::ExerciseResult;
use crate::model::job::Target;
use crate::model::verdict::Note;

/// `1 line`, `2 lines`.
pub(super) fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// `40 ms`, `0.4 s`, `10 s`, `2 min 5 s`.
pub(super) fn seconds(time: f64) -> String {
    if !time.is_finite() || time < 0.0 {
        return "0 s".to_owned();
    }
    if time < 0.095 {
        return format!("{:.0} ms", time * 1000.0);
    }
    if time < 59.95 {
        let short = format!("{time:.1}");
        return format!("{} s", short.strip_suffix(".0").unwrap_or(&short));
    }
    // Whole seconds of a time that is positive and far below 2^64.
    let whole = time.round() as u64;
    match (whole / 60, whole % 60) {
        (minutes, 0) => format!("{minutes} min"),
        (minutes, rest) => format!("{minutes} min {rest} s"),
    }
}

/// `95.7 %`. Rounded down: 89.96 is not 90.
pub(super) fn percent(share: f64) -> String {
    format!("{} %", (share * 10.0).floor() / 10.0)
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The exercise's name, and whose files were judged when they are not the learner's.
pub(super) fn name(result: &ExerciseResult) -> String {
    match &result.target {
        Target::Learner => result.exercise.to_string(),
        Target::Starter => format!("{} (starter)", result.exercise),
        Target::Solution => format!("{} (solution)", result.exercise),
        Target::Mistake(mistake) => format!("{} (mistake {mistake})", result.exercise),
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What was forgiven, in one line; `None` when nothing was.
pub(super) fn notes<'a>(notes: impl IntoIterator<Item = &'a Note>) -> Option<String> {
    let mut forgiven = Vec::new();
    let mut processes = false;
    for note in notes {
        let what = match note {
            Note::MissingFinalNewline => "a missing newline at the end",
            Note::TrailingSpaces => "spaces at line ends",
            Note::CarriageReturns => "Windows line ends",
            Note::ProcessesLeft => {
                processes = true;
                continue;
            }
        };
        if !forgiven.iter().any(|seen| seen == what) {
            forgiven.push(what.to_owned());
        }
    }
    let mut parts = Vec::new();
    if !forgiven.is_empty() {
        parts.push(format!("forgiven: {}", list(&forgiven)));
    }
    if processes {
        parts.push("processes that were left running have been ended".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// Points as people write them: `3`, `2.5`, `0.33`.
pub(super) fn points(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_naturally() {
        let cases = [(0.04, "40 ms"), (1.24, "1.2 s"), (10.0, "10 s"), (60.0, "1 min"), (125.0, "2 min 5 s")];
        for (time, words) in cases {
            assert_eq!(seconds(time), words);
        }
        assert_eq!(seconds(f64::NAN), "0 s");
    }

    #[test]
    fn notes_are_one_line_and_say_each_thing_once() {
        let all =
            [Note::TrailingSpaces, Note::MissingFinalNewline, Note::TrailingSpaces, Note::ProcessesLeft];
        assert_eq!(
            notes(&all).as_deref(),
            Some(
                "forgiven: spaces at line ends and a missing newline at the end; processes that were left \
                 running have been ended"
            )
        );
        assert_eq!(notes(&[]), None);
    }
}
