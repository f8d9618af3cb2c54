//! Texts that are longer than a screen: to scroll through, or as a stream of lines.

use std::time::Duration;

use super::super::page::{Line, Page};
use super::super::style::{Role, Style};
use super::super::{reading, result, summary, words};
use super::exercise::{edit, heading, hints, next_step, notes, verdict};
use super::rows::{clip, key_row, lines, one_line};
use super::{ROOMY, Scene, Size};
use crate::model::event::{ExerciseResult, RunSummary, Status};

/// A text to scroll through: a title, as many of the rows as there is room for, from row `from` on, and where that is.
pub fn scroll(style: Style, size: Size, title: &str, rows: &[String], from: usize) -> Vec<String> {
    let room = scroll_room(size);
    let from = from.min(rows.len().saturating_sub(room));
    let to = (from + room).min(rows.len());
    let mut page = Page::new(style);
    page.put(Line::prose(0, one_line(style, size, &[(Role::Strong, title)], 0)));
    let mut screen = lines(&page);
    screen.resize(size.rows.saturating_sub(room + 1), String::new());
    screen.extend_from_slice(&rows[from..to]);
    screen.resize(size.rows.saturating_sub(1), String::new());
    let place =
        if room >= rows.len() { String::new() } else { format!("{}-{to} of {}", from + 1, rows.len()) };
    let keys: &[_] = if place.is_empty() {
        &[("q", "back")]
    } else {
        &[("q", "back"), ("j", "down"), ("k", "up"), ("space", "page down"), ("b", "page up")]
    };
    screen.push(key_row(style, size, &place, keys));
    clip(screen, size)
}

/// How many rows of a text [`scroll`] shows at once.
pub fn scroll_room(size: Size) -> usize {
    let around = if size.rows >= ROOMY { 3 } else { 2 };
    size.rows.saturating_sub(around).max(1)
}

/// Everything about the exercise, for scrolling: verdict, hints, task, notes.
pub fn details(style: Style, scene: &Scene<'_>) -> Vec<String> {
    let mut page = Page::in_full(style);
    verdict(&mut page, scene);
    hints(&mut page, scene, usize::MAX);
    notes(&mut page, scene);
    page.blank();
    heading(&mut page, "Task");
    reading::text(&mut page, scene.task);
    lines(&page)
}

/// A verdict in a stream of lines, for terminals that are not drawn on: the verdict, then how far the learner is, then
/// the one next step.
pub fn report(style: Style, scene: &Scene<'_>) -> String {
    let mut page = Page::new(style);
    verdict(&mut page, scene);
    notes(&mut page, scene);
    page.blank();
    summary::standing(&mut page, scene.standing);
    page.blank();
    next_step(&mut page, scene);
    page.render()
}

/// A text of the course.
pub fn text(style: Style, content: &str) -> String {
    let mut page = Page::new(style);
    reading::text(&mut page, content);
    page.render()
}

/// A task in a stream of lines.
pub fn task(style: Style, scene: &Scene<'_>) -> String {
    let mut page = Page::new(style);
    reading::text(&mut page, scene.task);
    page.blank();
    edit(&mut page, scene.files);
    page.render()
}

/// The newest hint that was seen, in lines.
pub fn newest_hint(style: Style, scene: &Scene<'_>) -> Vec<String> {
    let mut page = Page::new(style);
    hints(&mut page, scene, 1);
    lines(&page)
}

/// What a run of several exercises came to, for scrolling: the counts, then a line for each that was judged.
pub fn overview(style: Style, results: &[ExerciseResult], run: &RunSummary) -> Vec<String> {
    let mut page = Page::new(style);
    summary::tally(&mut page, run);
    page.blank();
    for found in results.iter().filter(|found| found.status != Status::Cancelled) {
        result::one_line(&mut page, found);
    }
    lines(&page)
}

/// What can be typed, and what it does, for scrolling.
pub fn help(style: Style, keys: &[(&str, &str)], words: &str) -> Vec<String> {
    let mut page = Page::new(style);
    for (key, what) in keys {
        let lead = style.span(Role::Code, &format!("  {key:<6}"));
        page.put(Line::prose(0, vec![style.plain(what)]).lead(lead));
    }
    page.blank();
    page.prose(0, Role::Plain, words);
    lines(&page)
}

/// A text that is on several rows already, as rows.
pub fn rows(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// `checking` and for how long, when that is worth saying.
pub fn elapsed(style: Style, what: &str, time: Duration) -> String {
    if time < Duration::from_secs(1) {
        return what.to_owned();
    }
    format!("{what}, {}", words::seconds(style, time.as_secs() as f64))
}
