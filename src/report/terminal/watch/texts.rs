//! Texts that are longer than a screen: to scroll through, or as a stream of lines.

use std::ops::Range;
use std::time::Duration;

use super::super::layout::width;
use super::super::page::{Line, Page};
use super::super::style::{Role, Style};
use super::super::{reading, result, summary, words};
use super::exercise::{edit, heading, hints, next_step, notes, verdict};
use super::rows::{bare, clip, key_row, lines, one_line};
use super::{Label, ROOMY, Scene, Size};
use crate::language::{Said, say};
use crate::model::event::{ExerciseResult, RunSummary, Status};

/// Columns that keys take in a help at least.
const KEY: usize = 5;

/// How a text is looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct View<'a> {
    /// The first row on the screen.
    pub from: usize,
    /// What is searched.
    pub query: &'a str,
    /// Whether it is being typed.
    pub typing: bool,
    /// What came of the search.
    pub said: Option<&'a Said>,
}

/// A text to scroll through: a title, as many of the rows as there is room for, and where that is. Rows with what is
/// searched have it marked.
pub fn scroll(style: Style, size: Size, title: &str, rows: &[String], view: &View<'_>) -> Vec<String> {
    let room = scroll_room(size);
    let from = view.from.min(rows.len().saturating_sub(room));
    let to = (from + room).min(rows.len());
    let mut page = Page::new(style);
    page.put(Line::prose(0, one_line(style, size, &[(Role::Strong, title)], 0)));
    let mut screen = lines(&page);
    screen.resize(size.rows.saturating_sub(room + 1), String::new());
    screen.extend(rows[from..to].iter().map(|row| marked(style, row, view.query)));
    screen.resize(size.rows.saturating_sub(1), String::new());
    if view.typing {
        let label = format!("{} ", say!(style, "watch-search"));
        let typed = format!("{}_  {}", view.query, say!(style, "watch-search.keys"));
        screen.push(lines(&one_row(style, size, &[(Role::Strong, &label), (Role::Plain, &typed)])).concat());
        return clip(screen, size);
    }
    let is_whole = room >= rows.len();
    let place = (!is_whole).then(|| place(style, from, to, rows.len()));
    let said = view.said.map(|said| said.by(style.language));
    let before: Vec<String> = place.into_iter().chain(said).collect();
    screen.push(key_row(style, size, &before.join("  "), &keys(style, is_whole, !view.query.is_empty())));
    clip(screen, size)
}

/// Which lines these are, of how many.
pub(super) fn place(style: Style, above: usize, last: usize, all: usize) -> String {
    say!(style, "watch-place", first = above + 1, last = last, all = all)
}

/// The keys of a text, for one that is shown whole or in part, and is searched or not.
fn keys(style: Style, is_whole: bool, is_searched: bool) -> Vec<Label> {
    let back = Label::new("q", say!(style, "key-back"));
    let search = Label::new("/", say!(style, "key-search"));
    let pages = [
        Label::new(say!(style, "key-space"), say!(style, "key-page-down")),
        Label::new("b", say!(style, "key-page-up")),
    ];
    if is_whole {
        return vec![back, search];
    }
    let mut keys = vec![back];
    if is_searched {
        keys.push(Label::new("n", say!(style, "key-next")));
        keys.push(Label::new("N", say!(style, "key-previous")));
        keys.extend(pages);
    } else {
        keys.extend(pages);
        keys.push(search);
        keys.push(Label::new("j", say!(style, "key-down")));
        keys.push(Label::new("k", say!(style, "key-up")));
        keys.push(Label::new("g", say!(style, "key-start")));
        keys.push(Label::new("G", say!(style, "key-end")));
    }
    keys
}

/// The rows of a text in which something is found, whatever its capitals.
pub fn found(rows: &[String], query: &str) -> Vec<usize> {
    let is_in = |row: &String| place_of(&bare(row), query).is_some();
    rows.iter().enumerate().filter(|(_, row)| is_in(row)).map(|(index, _)| index).collect()
}

fn one_row(style: Style, size: Size, texts: &[(Role, &str)]) -> Page {
    let mut page = Page::new(style);
    page.put(Line::prose(0, one_line(style, size, texts, 0)));
    page
}

/// The row with what is searched standing out from it. Its own colours give way.
fn marked(style: Style, row: &str, query: &str) -> String {
    let text = bare(row);
    let Some(place) = place_of(&text, query).filter(|_| style.color) else { return row.to_owned() };
    let mut shown = text[..place.start].to_owned();
    style.paint(&mut shown, Role::Strong, true, &text[place.clone()]);
    shown.push_str(&text[place.end..]);
    shown
}

/// Where `query` first stands in a text, whatever its capitals.
fn place_of(text: &str, query: &str) -> Option<Range<usize>> {
    let wanted: Vec<char> = query.chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return None;
    }
    text.char_indices().find_map(|(start, _)| {
        let mut wanted = wanted.as_slice();
        for (at, character) in text[start..].char_indices() {
            for small in character.to_lowercase() {
                let (first, rest) = wanted.split_first()?;
                if *first != small {
                    return None;
                }
                wanted = rest;
            }
            if wanted.is_empty() {
                return Some(start..start + at + character.len_utf8());
            }
        }
        None
    })
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
    heading(&mut page, &say!(style, "watch-task"));
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
pub fn help(style: Style, keys: &[Label], words: &str) -> Vec<String> {
    let mut page = Page::new(style);
    let widest = keys.iter().map(|label| width(&label.key)).max().unwrap_or(0).max(KEY);
    for Label { key, what } in keys {
        let fill = " ".repeat(widest + 1 - width(key));
        let lead = style.span(Role::Code, &format!("  {key}{fill}"));
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
    say!(style, "watch-going-on-for", what = what, time = words::seconds(style, time.as_secs() as f64))
}
