//! The screens of a watch: the exercise with its verdict, texts to scroll, a choice by name.
//!
//! Owns what stands where when there are fewer rows than words: the top row says how far the learner is, the bottom rows
//! the next step and the keys, and of what explains the verdict the first rows are shown. A screen never has more rows
//! than it was given, and never waits or remembers: all it shows comes in.

use std::time::Duration;

use super::layout::{self, width};
use super::page::{Line, Page};
use super::style::{Role, Span, Style};
use super::{reading, result, summary, words};
use crate::model::event::{ExerciseResult, NextExercise, RunSummary, Standing, Status};

/// Rows of a screen that has room for blank ones.
const ROOMY: usize = 16;
/// Columns below which words are saved.
const NARROW: usize = 60;
/// Rows of the task that are shown above a verdict.
const TASK: usize = 4;

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
    pub keys: &'a [(&'a str, &'a str)],
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
        page.prose(0, Role::Quiet, "No exercise has that in its name.");
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
    let mut page = Page::new(style);
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

/// A task in a stream of lines.
pub fn task(style: Style, scene: &Scene<'_>) -> String {
    let mut page = Page::new(style);
    reading::text(&mut page, scene.task);
    page.blank();
    edit(&mut page, scene.files);
    page.render()
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
pub fn elapsed(what: &str, time: Duration) -> String {
    if time < Duration::from_secs(1) {
        return what.to_owned();
    }
    format!("{what}, {}", words::seconds(time.as_secs() as f64))
}

fn lines(page: &Page) -> Vec<String> {
    rows(&page.render())
}

/// The course at the left, how far the learner is at the right.
fn header(style: Style, size: Size, course: &str, standing: &Standing) -> Vec<String> {
    let mut right = Page::new(style);
    let quiet = Standing { pending: 0, ..standing.clone() };
    summary::standing(&mut right, &quiet);
    let right = lines(&right).into_iter().next().unwrap_or_default();
    let wide = shown_width(&right);
    // Less of the title than this says nothing.
    let title = if columns(style, size) < wide + 6 { "" } else { course };
    let left = one_line(style, size, &[(Role::Quiet, title)], wide + 2);
    let used: usize = left.iter().map(|span| width(span.text())).sum();
    let mut row = String::new();
    for span in &left {
        style.paint(&mut row, Role::Quiet, false, span.text());
    }
    row.push_str(&" ".repeat(columns(style, size).saturating_sub(used + wide)));
    row.push_str(&right);
    vec![row]
}

fn columns(style: Style, size: Size) -> usize {
    style.columns().min(size.columns)
}

/// Columns of a row, escape codes aside.
fn shown_width(row: &str) -> usize {
    let mut shown = String::new();
    let mut parts = row.split('\u{1b}');
    shown.push_str(parts.next().unwrap_or_default());
    for part in parts {
        shown.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    width(&shown)
}

/// Text for one row that leaves `less` columns free.
fn one_line(style: Style, size: Size, texts: &[(Role, &str)], less: usize) -> Vec<Span> {
    let spans = texts.iter().map(|(role, text)| style.span(*role, text)).collect();
    let more = style.span(Role::Quiet, style.symbols().more);
    let room = columns(style, size).saturating_sub(less + width(more.text()));
    layout::cut(spans, room, &more)
}

/// What stands between the top row and the bottom rows. The task of an untouched exercise comes first, whole or its
/// beginning, as far as the verdict leaves room.
fn body(style: Style, scene: &Scene<'_>, room: usize) -> Vec<String> {
    let draw = |task: &dyn Fn(&mut Page)| {
        let mut page = Page::new(style);
        task(&mut page);
        page.blank();
        verdict_with(&mut page, scene, 1);
        lines(&page)
    };
    if scene.pristine {
        let fits = [
            draw(&|page| reading::text(page, scene.task)),
            draw(&|page| reading::opening(page, scene.task, TASK)),
        ];
        if let Some(whole) = fits.into_iter().find(|rows| rows.len() <= room) {
            return whole;
        }
    }
    draw(&|_| {})
}

/// The verdict and what explains it, with every hint.
fn verdict(page: &mut Page, scene: &Scene<'_>) {
    verdict_with(page, scene, 0);
}

fn verdict_with(page: &mut Page, scene: &Scene<'_>, newest: usize) {
    let style = page.style;
    match scene.result {
        Some(found) if found.status == Status::Failed => {
            result::title(page, found);
            edit(page, scene.files);
            hints(page, scene, newest);
            result::explanation(page, found);
        }
        Some(found) => {
            result::in_full(page, found);
            if found.status == Status::Passed && newest > 0 {
                notes(page, scene);
            }
        }
        None => {
            let mut title = vec![style.span(Role::Strong, scene.exercise)];
            if !scene.title.is_empty() {
                title.push(style.plain(&format!(": {}", scene.title)));
            }
            let lead = style.span(Role::Quiet, &format!("{} not checked yet  ", style.symbols().pending));
            page.put(Line::prose(0, title).lead(lead));
            edit(page, scene.files);
            hints(page, scene, newest);
        }
    }
}

/// The newest hints.
fn hints(page: &mut Page, scene: &Scene<'_>, newest: usize) {
    let (shown, all) = scene.hints;
    let style = page.style;
    for (index, hint) in shown.iter().enumerate().skip(shown.len().saturating_sub(newest)) {
        page.blank();
        let lead = style.span(Role::Strong, &format!("  hint {} of {all}  ", index + 1));
        let mut text = hint.trim_end().split('\n');
        let first = text.next().unwrap_or_default();
        page.put(Line::prose(0, style.with_code(Role::Plain, first)).lead(lead));
        for line in text {
            page.prose(4, Role::Plain, line);
        }
    }
}

fn notes(page: &mut Page, scene: &Scene<'_>) {
    let passed = scene.result.is_some_and(|result| result.status == Status::Passed);
    if let (true, Some(notes)) = (passed, scene.notes) {
        page.blank();
        reading::text(page, notes);
    }
}

fn heading(page: &mut Page, text: &str) {
    page.put(Line::prose(0, vec![page.style.span(Role::Strong, text)]));
}

/// The files to edit. A path that is too long keeps its end: that is what tells the file.
fn edit(page: &mut Page, files: &[String]) {
    let style = page.style;
    let room = style.columns().saturating_sub(4);
    for file in files {
        let mut path = file.as_str();
        let mut lead = String::new();
        while width(path) + 2 > room
            && let Some((_, rest)) = path.split_once('/')
        {
            path = rest;
            lead = format!("{}/", style.symbols().more);
        }
        page.put(Line::prose(2, vec![style.span(Role::Path, &format!("{lead}{path}"))]));
    }
}

fn next_step(page: &mut Page, scene: &Scene<'_>) {
    let style = page.style;
    let lead = || style.span(Role::Strong, "Next: ");
    match scene.step {
        Step::None => {}
        Step::Edit { hints, stuck } => {
            let files: Vec<String> =
                scene.files.iter().map(|path| words::file_name(path).to_owned()).take(3).collect();
            let edit =
                if files.is_empty() { "edit".to_owned() } else { format!("edit {}", words::list(&files)) };
            let hint = match (hints, stuck) {
                (0, _) => "",
                // The keys say so in the next row.
                (_, false) if style.columns() < NARROW => "",
                (_, false) => "; `h` for a nudge",
                (_, true) => ". Stuck? `h` shows a hint",
            };
            page.put(
                Line::prose(0, style.with_code(Role::Plain, &format!("{edit} and save{hint}"))).lead(lead()),
            );
        }
        Step::GoOn(next) => {
            let title = if next.title.is_empty() { String::new() } else { format!(" ({})", next.title) };
            let mut body = style.with_code(Role::Plain, "`n` goes on to ");
            body.push(style.span(Role::Strong, next.exercise.as_str()));
            body.push(style.plain(&title));
            page.put(Line::prose(0, body).lead(lead()));
        }
        Step::CourseDone(words) => {
            page.prose(0, Role::Strong, words.unwrap_or("Every exercise of this course is done."));
        }
    }
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

/// Keys in one row, as many as fit, with something said before them.
fn key_row(style: Style, size: Size, before: &str, keys: &[(&str, &str)]) -> String {
    let room = columns(style, size).saturating_sub(1);
    let mut row = String::new();
    let mut used = 0;
    if !before.is_empty() {
        style.paint(&mut row, Role::Quiet, false, before);
        used = width(before);
    }
    for (key, what) in keys {
        let gap = if used == 0 { 0 } else { 2 };
        let wide = gap + width(key) + 1 + width(what);
        if used + wide > room {
            continue;
        }
        row.push_str(&" ".repeat(gap));
        style.paint(&mut row, Role::Code, false, key);
        style.paint(&mut row, Role::Quiet, false, &format!(" {what}"));
        used += wide;
    }
    row
}

fn prompted(style: Style, prompt: &Prompt<'_>) -> Vec<String> {
    let mut page = Page::new(style);
    let mut body =
        vec![style.span(Role::Strong, prompt.question), style.plain(" "), style.plain(prompt.typed)];
    body.push(style.plain(" ").marked());
    page.put(Line::prose(0, body));
    page.prose(0, Role::Quiet, prompt.help);
    let mut rows = lines(&page);
    rows.insert(0, String::new());
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
        let hidden = words::count(all - shown.len(), "more line");
        let text = format!("{} {hidden}, `d` shows them", style.symbols().more);
        let mut page = Page::new(style);
        page.put(Line::prose(0, style.with_code(Role::Quiet, &text)));
        shown.extend(lines(&page).into_iter().take(1));
    }
    shown.resize(room, String::new());
    screen.extend(shown);
    screen.extend(bottom);
    clip(screen, size)
}

fn clip(mut rows: Vec<String>, size: Size) -> Vec<String> {
    // What is at the bottom is worth more than a body's end, and the top is worth most.
    let excess = rows.len().saturating_sub(size.rows);
    if excess > 0 {
        rows.drain(1.min(rows.len())..(1 + excess).min(rows.len()));
        rows.truncate(size.rows);
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::check::Trust;
    use crate::model::event::CheckResult;
    use crate::model::job::Target;
    use crate::model::names::{ExerciseName, TopicName};
    use crate::model::verdict::{Failure, Mismatch, Verdict};

    fn failed(output: &str) -> ExerciseResult {
        let mismatch = Mismatch::Tool { command: "mypy".to_owned(), code: 1, output: output.to_owned() };
        ExerciseResult {
            index: 0,
            exercise: ExerciseName::new("greeting"),
            topic: TopicName::new("t1"),
            title: "A greeting".to_owned(),
            target: Target::Learner,
            files: vec!["exercises/t1/01_greeting/greeting.py".to_owned()],
            hints: 3,
            cached: false,
            checks: vec![CheckResult {
                check: "mypy".to_owned(),
                verdict: Verdict::Failed(Failure::of(mismatch)),
                trust: Trust::ForgeryProof,
                wall: Duration::ZERO,
            }],
            status: Status::Failed,
        }
    }

    fn with_scene<T>(
        result: Option<&ExerciseResult>,
        task: &str,
        hint: &str,
        use_it: impl FnOnce(&Scene<'_>) -> T,
    ) -> T {
        let standing = Standing { done: 3, total: 12, pending: 8, next: None };
        let files = ["exercises/t1/01_greeting/greeting.py".to_owned()];
        let hints = [hint.to_owned()];
        use_it(&Scene {
            course: "A course with a rather long title",
            standing: &standing,
            exercise: "greeting",
            title: "A greeting",
            files: &files,
            task,
            pristine: true,
            result,
            hints: (&hints, 3),
            notes: None,
            step: Step::Edit { hints: 2, stuck: true },
        })
    }

    const KEYS: [(&str, &str); 3] = [("h", "hint"), ("n", "next"), ("q", "quit")];

    fn size(columns: usize, rows: usize) -> (Style, Size) {
        (Style { color: true, width: columns, ..Style::default() }, Size { columns, rows })
    }

    #[test]
    fn a_long_verdict_gives_way_and_says_so() {
        let result = failed(&"line\n".repeat(50));
        let (style, size) = size(80, 24);
        let style = Style { color: false, ..style };
        let rows = with_scene(Some(&result), "# Task", "look", |scene| {
            main(style, size, scene, &Foot { message: "hello", keys: &KEYS })
        });
        assert_eq!(rows.len(), 24);
        let screen = rows.join("\n");
        for text in
            ["3 of 12 done", "✗ failed  greeting", "hint 1 of 3  look", "more lines, `d` shows them", "hello"]
        {
            assert!(screen.contains(text), "no {text} in\n{screen}");
        }
        assert!(rows.last().is_some_and(|row| row == "h hint  n next  q quit"), "{screen}");
    }

    #[test]
    fn a_path_keeps_its_end() {
        let (style, _) = size(30, 20);
        let mut page = Page::new(Style { color: false, ..style });
        edit(&mut page, &["exercises/t1/01_greeting/greeting.py".to_owned()]);
        assert_eq!(page.render(), "  …/01_greeting/greeting.py\n");
    }

    proptest! {
        #[test]
        fn no_screen_is_larger_than_its_terminal(
            columns in 20usize..140,
            rows in 1usize..50,
            output in "[a-z \n日]{0,2000}",
            text in "[a-z `#\n]{0,300}",
            judged in any::<bool>(),
            from in 0usize..100,
        ) {
            let result = failed(&output);
            let (style, size) = size(columns, rows);
            let prompt = Prompt { question: "Go to:", typed: "gre", help: "Enter takes the first, Esc goes back" };
            let found = [("greeting".to_owned(), text.clone())];
            let screens = with_scene(judged.then_some(&result), &text, &text, |scene| {
                let foot = Foot { message: &text, keys: &KEYS };
                let all = details(style, scene);
                [
                    main(style, size, scene, &foot),
                    asking(style, size, scene, &prompt),
                    choosing(style, size, &found, &prompt),
                    scroll(style, size, "Details", &all, from),
                ]
            });
            for screen in screens {
                prop_assert_eq!(screen.len(), rows, "{:#?}", screen);
                // Narrower terminals cut what does not fit.
                for row in screen.iter().filter(|_| columns >= 40) {
                    prop_assert!(shown_width(row) <= columns, "{row:?} in {columns}");
                }
            }
        }
    }
}
