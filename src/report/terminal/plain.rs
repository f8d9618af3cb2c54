//! Results as plain text, for reports that are no terminal's: the same words in English, without colour.

use super::page::Page;
use super::style::Style;
use super::{result, words};
use crate::model::event::ExerciseResult;

/// Columns of the text.
const WIDTH: usize = 100;

/// What is worth saying about a result in a few words: what failed, or why it was skipped.
pub fn headline(result: &ExerciseResult) -> String {
    result::remark(Style::default(), result).unwrap_or_else(|| "passed".to_owned())
}

/// What explains a result, in lines; empty for a pass with nothing to add.
pub fn explanation(result: &ExerciseResult) -> String {
    let mut page = Page::new(Style { color: false, width: WIDTH, ..Style::default() });
    result::explanation(&mut page, result);
    page.render().trim_matches('\n').to_owned()
}

/// Points as people write them: `3`, `2.5`, `0.33`.
pub fn points(points: f64) -> String {
    words::points(Style::default(), points)
}
