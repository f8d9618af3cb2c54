//! `prolings watch` as a learner has it: on a terminal, key by key, save by save.

#![cfg(unix)]

#[path = "../support/mod.rs"]
mod support;

mod ending;
mod german;
mod keys;
mod list;
mod saving;
mod sizes;
mod terminal;
mod without_screen;

use support::Small;
use terminal::{Start, Terminal};

/// The course `small` for someone who has been welcomed.
fn small() -> Small {
    let course = Small::new();
    course.replace("exercises/course.yaml", "welcome: |\n  Welcome to the small course.\n", "");
    course
}

/// A watch whose first verdict is on the screen.
fn watching(course: &Small) -> Terminal {
    let terminal = Terminal::start(course.path(), &Start::default());
    terminal.shows("✗ failed  greeting");
    terminal
}

/// Every text in its place: an error that misses one shows the whole screen.
#[track_caller]
fn assert_says(screen: &str, texts: &[&str]) {
    for text in texts {
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }
}
