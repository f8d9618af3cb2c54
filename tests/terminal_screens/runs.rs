//! Whole runs: several checks, several exercises, their end, and what stands on the screen meanwhile.

use super::events::{Sink, exercise, failed, fault, named, next, output, passed, report, skipped};
use super::{PLAIN, fits, screen, show};
use prolings::model::event::{Event, ExerciseResult, RunSummary, Standing, Status};
use prolings::model::job::Target;
use prolings::model::verdict::{Mismatch, Note};
use prolings::report::Reporter as _;
use prolings::report::terminal::{Bar, Terminal};

#[test]
fn several_checks_that_fail() {
    let mut result = exercise("output of my_meta.py", failed(output(&["-[5]", "+[6]"])));
    let tool = Mismatch::Tool { command: "mypy my_meta.py".into(), code: 1, output: String::new() };
    result.checks.extend(exercise("mypy my_meta.py", failed(tool)).checks);
    show("checks", &[result]);
}

#[test]
fn a_fault_is_nobodys_mistake_here() {
    show("fault", &[exercise("test_my_meta.py", fault())]);
}

#[test]
fn a_skip_says_why() {
    show("skip", &[exercise("test_my_meta.py", skipped("it needs nginx, which this machine does not have"))]);
}

#[test]
fn a_pass_with_notes() {
    let notes = [Note::TrailingSpaces, Note::MissingFinalNewline];
    show("pass", &[exercise("output of my_meta.py", passed(&notes))]);
}

#[test]
fn a_course_that_is_done() {
    let last = exercise("output of my_meta.py", passed(&[]));
    let screen = screen(PLAIN, &[last], None);
    fits(&screen, 80);
    insta::assert_snapshot!("course_done", screen);
}

/// A run with most endings in it.
pub(super) fn several() -> Vec<ExerciseResult> {
    let check = "output of x.py";
    vec![
        named("first_run", 0, "Your first run", check, passed(&[])),
        named(
            "three_workers",
            5,
            "Three threads",
            check,
            failed(Mismatch::TimedOut { seconds: 10.0, stack: vec![], reading_input: false }),
        ),
        named("vehicle", 3, "An abstract class", check, passed(&[Note::TrailingSpaces])),
        named("greet_pi", 7, "Tools of the trade", check, skipped("it needs mypy, which is not installed")),
        named(
            "my_meta",
            1,
            "A hook on class creation",
            check,
            failed(output(&["-Creating class: [MyClass]", "+Creating class: [type]", " 100"])),
        ),
        named("timer", 6, "A decorator", check, fault()),
    ]
}

#[test]
fn a_run_of_several_exercises_ends_with_the_first_problem() {
    show("run", &several());
}

#[test]
fn a_run_looks_the_same_in_whatever_order_its_exercises_finish() {
    let mut results = several();
    let wanted = screen(PLAIN, &results, Some(next()));
    for _ in 0..results.len() {
        results.rotate_left(1);
        assert_eq!(screen(PLAIN, &results, Some(next())), wanted);
        results.reverse();
        assert_eq!(screen(PLAIN, &results, Some(next())), wanted);
    }
}

#[test]
fn a_run_says_how_much_of_it_is_unchanged() {
    let mut results = several();
    let tally = |results: &[ExerciseResult]| {
        let screen = screen(PLAIN, results, Some(next()));
        screen
            .lines()
            .find(|line| line.contains(" passed in ") || line.contains(" skipped in "))
            .map(str::to_owned)
    };
    results[0].cached = true;
    assert!(
        tally(&results).is_some_and(|line| line.ends_with(" in 1.2 s, 1 unchanged")),
        "{:?}",
        tally(&results)
    );
    results.iter_mut().for_each(|result| result.cached = true);
    assert!(tally(&results).is_some_and(|line| line.ends_with(" in 1.2 s, nothing changed")));
}

#[test]
fn a_run_in_which_everything_passes() {
    let results: Vec<ExerciseResult> =
        several().into_iter().filter(|result| result.status == Status::Passed).collect();
    show("run_passed", &results);
}

#[test]
fn a_run_that_was_stopped() {
    let sink = Sink::default();
    let mut terminal = Terminal::new(Box::new(sink.clone()), PLAIN, Bar::hidden());
    let result = several().remove(0);
    let mut cancelled = several().remove(1);
    cancelled.status = Status::Cancelled;
    let mut summary = RunSummary { cancelled: 1, passed: 1, ..RunSummary::default() };
    summary.standing = Some(Standing { done: 3, total: 12, pending: 8, changed: 0, next: Some(next()) });
    let events = [
        Event::RunStarted {
            version: 1,
            prolings: "0.1.0",
            course: "c".into(),
            exercises: 2,
            isolation: vec![],
        },
        Event::Notice { text: "the network is open: this machine cannot close it".into() },
        Event::ExerciseFinished(result),
        Event::ExerciseFinished(cancelled),
        Event::RunFinished(summary),
    ];
    for event in &events {
        terminal.on(event).unwrap();
    }
    insta::assert_snapshot!("run_stopped", sink.text());
}

#[test]
fn runs_that_are_no_learners_name_whose_files_they_judge() {
    let mut results = several();
    results.truncate(2);
    results[0].target = Target::Solution;
    results[1].target = Target::Mistake("busy_loop".into());
    insta::assert_snapshot!("run_of_solutions", screen(PLAIN, &results, Some(next())));
}

/// A screen that remembers what was drawn on it.
#[derive(Debug, Clone, Default)]
struct Screen(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

impl Screen {
    fn note(&self, text: &str) -> std::io::Result<()> {
        self.drawn().push(text.to_owned());
        Ok(())
    }

    fn drawn(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl indicatif::TermLike for Screen {
    fn width(&self) -> u16 {
        60
    }
    fn move_cursor_up(&self, _: usize) -> std::io::Result<()> {
        Ok(())
    }
    fn move_cursor_down(&self, _: usize) -> std::io::Result<()> {
        Ok(())
    }
    fn move_cursor_right(&self, _: usize) -> std::io::Result<()> {
        Ok(())
    }
    fn move_cursor_left(&self, _: usize) -> std::io::Result<()> {
        Ok(())
    }
    fn write_line(&self, text: &str) -> std::io::Result<()> {
        self.note(text)
    }
    fn write_str(&self, text: &str) -> std::io::Result<()> {
        self.note(text)
    }
    fn clear_line(&self) -> std::io::Result<()> {
        self.note("<clear>")
    }
    fn flush(&self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_bar_shows_what_runs_and_goes_away() {
    let drawn = Screen::default();
    let target = indicatif::ProgressDrawTarget::term_like_with_hz(Box::new(drawn.clone()), 255);
    let sink = Sink::default();
    let mut terminal = Terminal::new(Box::new(sink.clone()), PLAIN, Bar::on(target));
    report(&mut terminal, &several(), Some(next()));
    let drawn = drawn.drawn().clone();
    assert!(drawn.concat().contains("0/6  first_run"), "{drawn:?}");
    assert!(drawn.last().is_some_and(|last| last == "<clear>"), "{drawn:?}");
    assert_eq!(sink.text(), screen(PLAIN, &several(), Some(next())), "the bar is not part of the report");
}

#[test]
fn a_closed_pipe_is_an_error_for_the_caller() {
    struct Closed;
    impl std::io::Write for Closed {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut terminal = Terminal::new(Box::new(Closed), PLAIN, Bar::hidden());
    let outcome = terminal.on(&Event::Notice { text: "hello".into() });
    assert_eq!(outcome.unwrap_err().kind(), std::io::ErrorKind::BrokenPipe);
}
