//! Whole screens as a learner sees them, at 80 columns and at fewer, without and with colour.

#[path = "../events/mod.rs"]
mod events;

mod any_text;
mod limits;
mod others;
mod output;
mod python;
mod runs;

use events::{Sink, exercise, failed, next, report};
use prolings::language::Language;
use prolings::model::event::{ExerciseResult, NextExercise};
use prolings::model::verdict::Mismatch;
use prolings::report::terminal::{Bar, Style, Terminal};

const PLAIN: Style =
    Style { color: false, unicode: true, width: 80, linear: false, links: None, language: Language::ENGLISH };
const COLOR: Style = Style { color: true, ..PLAIN };

fn screen(style: Style, results: &[ExerciseResult], next: Option<NextExercise>) -> String {
    let sink = Sink::default();
    let mut terminal = Terminal::new(Box::new(sink.clone()), style, Bar::hidden());
    report(&mut terminal, results, next);
    sink.text()
}

/// Snapshots of the screen without and with colour, once it is known to be well formed.
fn show(name: &str, results: &[ExerciseResult]) {
    let plain = screen(PLAIN, results, Some(next()));
    fits(&plain, 80);
    insta::assert_snapshot!(name, plain);
    let color = screen(COLOR, results, Some(next()));
    assert!(fits_when_bare(&color), "{color}");
    insta::assert_snapshot!(format!("{name}_color"), color.replace('\u{1b}', "␛"));
}

fn show_failure(name: &str, check: &str, mismatch: Mismatch) {
    show(name, &[exercise(check, failed(mismatch))]);
}

fn fits(screen: &str, width: usize) {
    lines_fit(screen, width);
    assert!(!screen.contains("\n\n\n"), "two blank lines:\n{screen}");
}

fn lines_fit(screen: &str, width: usize) {
    for line in screen.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "too wide: {line:?}");
        assert!(!line.ends_with(' '), "space at the end: {line:?}");
        assert!(!line.contains(char::is_control), "control character: {line:?}");
    }
    assert!(screen.is_empty() || screen.ends_with('\n') && !screen.ends_with("\n\n"), "its end:\n{screen}");
    assert!(!screen.starts_with('\n'), "its start:\n{screen}");
}

/// Whether nothing but our own colour codes steers the terminal.
fn fits_when_bare(screen: &str) -> bool {
    let codes = regex::Regex::new("\u{1b}\\[[0-9;]*m").expect("a valid pattern");
    let bare = codes.replace_all(screen, "");
    bare.chars().all(|c| c == '\n' || !c.is_control()) && bare.lines().all(|line| line.chars().count() <= 90)
}
