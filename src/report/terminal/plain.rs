//! Results as plain text, for reports that are no terminal's: the same words, without colour.

use super::page::Page;
use super::style::Style;
use super::{result, words};
use crate::language::{Language, say};
use crate::model::event::{ExerciseResult, Status};

/// Columns of the text.
const WIDTH: usize = 100;

/// What is worth saying about a result in a few words: what failed, or why it was skipped.
pub fn headline(language: Language, result: &ExerciseResult) -> String {
    result::remark(style(language), result).unwrap_or_else(|| word(language, result.status))
}

/// How a status is said.
pub fn word(language: Language, status: Status) -> String {
    match status {
        Status::Passed => say!(language, "status-passed"),
        Status::Skipped => say!(language, "status-skipped"),
        Status::Failed => say!(language, "status-failed"),
        Status::Fault => say!(language, "status-fault"),
        Status::Cancelled => say!(language, "status-stopped"),
    }
}

/// What explains a result, in lines; empty for a pass with nothing to add.
pub fn explanation(language: Language, result: &ExerciseResult) -> String {
    let mut page = Page::new(Style { width: WIDTH, ..style(language) });
    result::explanation(&mut page, result);
    page.render().trim_matches('\n').to_owned()
}

/// Points as people write them: `3`, `2.5`, `0.33`.
pub fn points(language: Language, points: f64) -> String {
    words::points(style(language), points)
}

/// Seconds with their hundredths.
pub fn seconds(language: Language, seconds: f64) -> String {
    let number = words::decimal(style(language), &format!("{seconds:.2}"));
    say!(language, "time-seconds", seconds = number)
}

fn style(language: Language) -> Style {
    Style { language, ..Style::default() }
}
