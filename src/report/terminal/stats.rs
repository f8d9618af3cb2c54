//! The screen of `prolings dev stats`: what a course is made of.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;
use crate::language::say;

/// What a course is made of.
#[derive(Debug, Serialize)]
pub struct Stats {
    /// The course's title.
    pub course: String,
    /// How many topics there are.
    pub topics: usize,
    /// Each exercise, in the order of the course.
    pub exercises: Vec<ExerciseStats>,
}

/// What an exercise is made of.
#[derive(Debug, Serialize)]
pub struct ExerciseStats {
    /// Its name.
    pub exercise: String,
    /// Its topic.
    pub topic: String,
    /// From 1 (easy) to 5.
    pub level: u8,
    /// The kinds of its checks, in order.
    pub checks: Vec<&'static str>,
    /// How many hints it has.
    pub hints: usize,
    /// How many mistakes it foresees.
    pub mistakes: usize,
    /// How long its solution takes, as `dev check` measured it last; absent when that was never.
    pub seconds: Option<f64>,
    /// How strong its checks are, as `dev mutate` found last; absent when that was never.
    pub mutation: Option<MutationStats>,
}

/// How many changes to a solution its checks notice.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct MutationStats {
    /// Changes that a check noticed.
    pub killed: usize,
    /// Changes that no check noticed.
    pub survived: usize,
    /// Changes that are declared to make no difference.
    pub equivalent: usize,
    /// Noticed ones of those that count, in percent.
    pub score: f64,
}

/// How many slow exercises are named.
const SLOWEST: usize = 5;
/// How many exercises with weak checks are named.
const WEAKEST: usize = 5;

/// Writes the counts.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, style: Style, stats: &Stats) -> io::Result<()> {
    let mut page = Page::new(style);
    let exercises = &stats.exercises;
    page.prose(0, Role::Strong, &stats.course);
    let sum = |number: fn(&ExerciseStats) -> usize| exercises.iter().map(number).sum::<usize>();
    let text = say!(
        style,
        "stats-size",
        exercises = say!(style, "number-of-exercises", number = exercises.len()),
        topics = say!(style, "number-of-topics", number = stats.topics),
        hints = say!(style, "number-of-hints", number = sum(|exercise| exercise.hints)),
        mistakes = say!(style, "number-of-mistakes", number = sum(|exercise| exercise.mistakes)),
    );
    page.prose(0, Role::Plain, &text);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut levels: BTreeMap<u8, usize> = BTreeMap::new();
    for exercise in exercises {
        let mut own = exercise.checks.clone();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|kind| *kinds.entry(kind).or_default() += 1);
        *levels.entry(exercise.level).or_default() += 1;
    }
    let kinds = kinds.into_iter().map(|(kind, number)| (kind.to_owned(), format!("{number:>4}")));
    table(&mut page, &say!(style, "stats-kinds"), kinds.collect());
    let level = |level: u8| say!(style, "stats-level", level = u32::from(level));
    let levels = levels.into_iter().map(|(number, times)| (level(number), format!("{times:>4}")));
    table(&mut page, &say!(style, "stats-levels"), levels.collect());
    times(&mut page, exercises);
    scores(&mut page, exercises);
    out.write_all(page.render().as_bytes())
}

/// A title and rows below it, with the numbers in a column of their own.
fn table(page: &mut Page, title: &str, rows: Vec<(String, String)>) {
    let style = page.style;
    let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let numbers = rows.iter().map(|(_, number)| width(number)).max().unwrap_or(0);
    page.blank();
    page.put(Line::prose(0, style.with_code(Role::Quiet, title)));
    for (name, number) in rows {
        let gap = names - width(&name) + 2 + numbers - width(&number);
        page.put(Line::prose(2, vec![style.plain(&format!("{name}{}{number}", " ".repeat(gap)))]));
    }
}

/// The sum, and who takes most of it.
fn times(page: &mut Page, exercises: &[ExerciseStats]) {
    let style = page.style;
    let mut known: Vec<(&str, f64)> = exercises
        .iter()
        .filter_map(|exercise| Some((exercise.exercise.as_str(), exercise.seconds?)))
        .collect();
    known.sort_by(|a, b| b.1.total_cmp(&a.1));
    let time = words::seconds(style, known.iter().map(|(_, seconds)| seconds).sum());
    let title = match exercises.len() - known.len() {
        0 => say!(style, "stats-times", time = time),
        unknown => say!(style, "stats-times-known", time = time, unknown = unknown),
    };
    let slowest = known.into_iter().take(SLOWEST);
    let rows = slowest.map(|(name, time)| (name.to_owned(), format!("{:>7}", words::seconds(style, time))));
    table(page, &title, rows.collect());
}

/// The share of changes that checks notice, and whose checks notice the least.
fn scores(page: &mut Page, exercises: &[ExerciseStats]) {
    let style = page.style;
    let mut known: Vec<(&str, MutationStats)> = exercises
        .iter()
        .filter_map(|exercise| Some((exercise.exercise.as_str(), exercise.mutation?)))
        .collect();
    known.sort_by(|a, b| a.1.score.total_cmp(&b.1.score));
    let killed: usize = known.iter().map(|(_, found)| found.killed).sum();
    let of: usize = killed + known.iter().map(|(_, found)| found.survived).sum::<usize>();
    let mut title = match of {
        0 => say!(style, "stats-scores-unknown"),
        of => {
            let percent = words::percent(style, killed as f64 * 100.0 / of as f64);
            say!(style, "stats-scores", killed = killed, of = of, percent = percent)
        }
    };
    let unknown = exercises.len() - known.len();
    if unknown > 0 {
        title = say!(style, "stats-scores-untried", scores = title, number = unknown);
    }
    let weakest = known.into_iter().filter(|(_, found)| found.survived > 0).take(WEAKEST);
    let rows =
        weakest.map(|(name, found)| (name.to_owned(), format!("{:>7}", words::percent(style, found.score))));
    table(page, &title, rows.collect());
}
