//! The screen of `prolings dev stats`: what a course is made of.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::layout::width;
use super::page::{Line, Page};
use super::style::{Role, Style};
use super::words;

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
    let text = format!(
        "{} in {}, with {} and {}",
        words::count(exercises.len(), "exercise"),
        words::count(stats.topics, "topic"),
        words::count(sum(|exercise| exercise.hints), "hint"),
        words::count(sum(|exercise| exercise.mistakes), "mistake"),
    );
    page.prose(0, Role::Plain, &text);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut levels: BTreeMap<String, usize> = BTreeMap::new();
    for exercise in exercises {
        let mut own = exercise.checks.clone();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|kind| *kinds.entry(kind).or_default() += 1);
        *levels.entry(format!("level {}", exercise.level)).or_default() += 1;
    }
    table(
        &mut page,
        "exercises with a check of the kind",
        kinds.iter().map(|(kind, number)| ((*kind).to_owned(), *number)),
    );
    table(&mut page, "exercises by level", levels.into_iter());
    times(&mut page, exercises);
    scores(&mut page, exercises);
    out.write_all(page.render().as_bytes())
}

fn table(page: &mut Page, title: &str, rows: impl Iterator<Item = (String, usize)>) {
    let style = page.style;
    let rows: Vec<_> = rows.collect();
    let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    page.blank();
    page.put(Line::prose(0, vec![style.span(Role::Quiet, title)]));
    for (name, number) in rows {
        page.put(Line::prose(2, vec![style.plain(&format!("{name:<names$}  {number:>4}"))]));
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
    page.blank();
    let unknown = exercises.len() - known.len();
    let sum = words::seconds(Style::default(), known.iter().map(|(_, seconds)| seconds).sum());
    let mut title = format!("time of the solutions: {sum} in all");
    if unknown > 0 {
        title += &format!("; not known of {unknown}, which `prolings dev check` has not proved here");
    }
    page.put(Line::prose(0, style.with_code(Role::Quiet, &title)));
    let names = known.iter().take(SLOWEST).map(|(name, _)| width(name)).max().unwrap_or(0);
    for (name, seconds) in known.iter().take(SLOWEST) {
        page.put(Line::prose(
            2,
            vec![style.plain(&format!("{name:<names$}  {:>7}", words::seconds(Style::default(), *seconds)))],
        ));
    }
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
    let unknown = exercises.len() - known.len();
    let mut title = match of {
        0 => "changes to the solutions that checks notice: not known".to_owned(),
        of => {
            let score = words::percent(Style::default(), killed as f64 * 100.0 / of as f64);
            format!("changes to the solutions that checks notice: {killed} of {of}, {score}")
        }
    };
    if unknown > 0 {
        title += &format!("; {unknown} not tried by `prolings dev mutate`");
    }
    page.blank();
    page.put(Line::prose(0, style.with_code(Role::Quiet, &title)));
    let weakest: Vec<_> = known.iter().filter(|(_, found)| found.survived > 0).take(WEAKEST).collect();
    let names = weakest.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    for (name, found) in weakest {
        let score = words::percent(Style::default(), found.score);
        page.put(Line::prose(2, vec![style.plain(&format!("{name:<names$}  {score:>7}"))]));
    }
}
