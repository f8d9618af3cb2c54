//! Large and small terminals, resized while running, with and without colour.

use super::support::GREETING;
use super::terminal::{Start, Terminal};
use super::{assert_says, small, watching};

#[test]
fn the_verdict_fits_every_size() {
    let course = small();
    for (columns, rows) in [(80, 24), (120, 40), (40, 12), (20, 5)] {
        let terminal = Terminal::start(course.path(), &Start { columns, rows, ..Start::default() });
        let screen = terminal.shows("✗ failed");
        assert!(screen.lines().count() <= usize::from(rows), "{screen}");
        if rows >= 12 {
            assert_says(&terminal.shows("Next:"), &["0 of 3 done", "+ Hello, {name}!", "h hint", "q quit"]);
        }
    }
}

#[test]
fn a_resize_draws_anew() {
    let course = small();
    course.write(GREETING, "for n in range(60): print('line', n)\n");
    let mut terminal = watching(&course);
    for (columns, rows) in [(40, 12), (120, 40), (80, 24), (60, 10)] {
        terminal.resize(columns, rows);
        let last = usize::from(rows) - 1;
        terminal.until("the first row, the verdict, and the keys in the last row", |screen| {
            let rows: Vec<&str> = screen.lines().collect();
            let keys = rows.get(last).is_some_and(|row| row.contains("h hint"));
            keys && rows[0].contains("done  ")
                && rows[1..4].iter().any(|row| row.contains("✗ failed  greeting"))
        });
    }
    terminal.keys("d");
    terminal.shows("1-8 of");
    terminal.resize(80, 24);
    terminal.shows("1-21 of");
}

#[test]
fn colour_is_left_out_when_nobody_wants_it() {
    let course = small();
    let painted = "\u{1b}[1;31m";
    assert!(watching(&course).all().contains(painted));
    let plain = Terminal::start(course.path(), &Start { env: &[("NO_COLOR", "1")], ..Start::default() });
    plain.shows("✗ failed");
    assert!(!plain.all().contains(painted));
}
