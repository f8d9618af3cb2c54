//! The screens of a watch: the exercise with its verdict, texts to scroll, a choice by name, the list to move in.
//!
//! Owns what stands where when there are fewer rows than words: the top row says how far the learner is, the bottom rows
//! the next step and the keys, and of what explains the verdict the first rows are shown. A screen never has more rows
//! than it was given, and never waits or remembers: all it shows comes in.

mod browse;
mod exercise;
mod rows;
mod texts;

pub use browse::{Bottom, Browse, Entry, Search, browse, browse_room, widest};
pub use texts::{
    View, details, elapsed, found, help, newest_hint, overview, report, rows, scroll, scroll_room, task, text,
};

use self::exercise::{body, next_step};
use self::rows::{clip, header, key_row, lines, one_line, prompted};
use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use crate::language::{said, say};
use crate::model::event::{ExerciseResult, NextExercise, Standing};

/// Rows of a screen that has room for blank ones.
const ROOMY: usize = 16;

/// Columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
}

/// The exercise that is worked on, and all that is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The course's title.
    pub course: &'a str,
    /// How far the learner is.
    pub standing: &'a Standing,
    /// The exercise's name.
    pub exercise: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its files, as paths from the course's root.
    pub files: &'a [String],
    /// Its task, as Markdown.
    pub task: &'a str,
    /// Whether the files are as shipped: then the task comes before the verdict.
    pub pristine: bool,
    /// Whether it passed, and the files were changed since.
    pub changed: bool,
    /// The last verdict.
    pub result: Option<&'a ExerciseResult>,
    /// The hints to show, the newest last, and how many there are in all.
    pub hints: (&'a [String], usize),
    /// Why the solution is so; shown after a pass.
    pub notes: Option<&'a str>,
    /// The one next step.
    pub step: Step<'a>,
}

/// The one next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// Nothing to say yet.
    None,
    /// Edit the files and save.
    Edit {
        /// Hints that were not shown yet.
        hints: usize,
        /// Whether the same thing went wrong several times in a row.
        stuck: bool,
    },
    /// Go on to this exercise.
    GoOn(&'a NextExercise),
    /// Every exercise is done.
    CourseDone(Option<&'a str>),
}

/// The rows below the screen's text: what was said last, and what can be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foot<'a> {
    /// A line about what just happened.
    pub message: &'a str,
    /// Keys and what they do, the most important first.
    pub keys: &'a [Label],
}

/// A key and what it does, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// What the key is called.
    pub key: String,
    /// What it does.
    pub what: String,
}

impl Label {
    /// Of its parts.
    pub fn new(key: impl Into<String>, what: String) -> Self {
        Self { key: key.into(), what }
    }
}

/// A question or a field at the bottom, instead of the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prompt<'a> {
    /// The question.
    pub question: &'a str,
    /// What was typed so far.
    pub typed: &'a str,
    /// What answers it.
    pub help: &'a str,
}

/// The main screen.
pub fn main(style: Style, size: Size, scene: &Scene<'_>, foot: &Foot<'_>) -> Vec<String> {
    let top = header(style, size, scene.course, scene.standing);
    let mut step = Page::new(style);
    next_step(&mut step, scene);
    let bottom = with_foot(lines(&step), style, size, foot);
    assemble(style, size, top, scene, bottom)
}

/// The main screen with a question in the keys' place.
pub fn asking(style: Style, size: Size, scene: &Scene<'_>, prompt: &Prompt<'_>) -> Vec<String> {
    let top = header(style, size, scene.course, scene.standing);
    assemble(style, size, top, scene, prompted(style, prompt))
}

/// Names to choose from, below what was typed.
pub fn choosing(style: Style, size: Size, found: &[(String, String)], prompt: &Prompt<'_>) -> Vec<String> {
    let mut page = Page::new(style);
    if found.is_empty() {
        page.prose(0, Role::Quiet, &say!(style, "no-name-has-that"));
    }
    let names = found.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(24);
    for (index, (name, title)) in found.iter().enumerate() {
        let here = if index == 0 { style.symbols().here } else { " " };
        let fill = " ".repeat(names.saturating_sub(width(name)) + 2);
        let role = if index == 0 { Role::Strong } else { Role::Plain };
        let mut line = one_line(style, size, &[(role, name), (Role::Plain, &fill), (Role::Quiet, title)], 2);
        line.insert(0, style.span(Role::Strong, &format!("{here} ")));
        page.put(Line::code(0, line));
    }
    let mut rows = lines(&page);
    let bottom = prompted(style, prompt);
    rows.truncate(size.rows.saturating_sub(bottom.len()));
    rows.resize(size.rows.saturating_sub(bottom.len()), String::new());
    rows.extend(bottom);
    clip(rows, size)
}

/// The last rows of a screen: the next step, what was said, the keys.
fn with_foot(step: Vec<String>, style: Style, size: Size, foot: &Foot<'_>) -> Vec<String> {
    let mut rows = step;
    // A long last word must not push the verdict away.
    rows.truncate((size.rows / 4).max(1));
    if size.rows >= ROOMY && !rows.is_empty() {
        rows.insert(0, String::new());
        rows.push(String::new());
    }
    if foot.message.is_empty() {
        rows.push(key_row(style, size, "", foot.keys));
    } else {
        let mut page = Page::new(style);
        page.put(Line::prose(0, one_line(style, size, &[(Role::Quiet, foot.message)], 0)));
        rows.extend(lines(&page));
        rows.push(key_row(style, size, "", foot.keys));
    }
    rows
}

/// A screen of exactly the rows that there are: the body gives way, and says so.
fn assemble(
    style: Style,
    size: Size,
    top: Vec<String>,
    scene: &Scene<'_>,
    bottom: Vec<String>,
) -> Vec<String> {
    let mut screen = top;
    if size.rows >= ROOMY {
        screen.push(String::new());
    }
    let room = size.rows.saturating_sub(screen.len() + bottom.len());
    let mut shown = body(style, scene, room);
    if shown.len() > room && size.rows < ROOMY {
        shown.retain(|row| !row.is_empty());
    }
    let all = shown.len();
    if all > room && room > 1 {
        shown.truncate(room - 1);
        while shown.last().is_some_and(|row| row.trim().is_empty()) {
            shown.pop();
        }
        let hidden = said!("more-lines", number = all - shown.len());
        let text = format!("{} {}", style.symbols().more, say!(style, "key-shows-them", lines = hidden));
        let mut page = Page::new(style);
        page.put(Line::prose(0, style.with_code(Role::Quiet, &text)));
        shown.extend(lines(&page).into_iter().take(1));
    }
    shown.resize(room, String::new());
    screen.extend(shown);
    screen.extend(bottom);
    clip(screen, size)
}

#[cfg(test)]
mod tests;
