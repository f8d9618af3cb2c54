//! Screens of every size.

use std::time::Duration;

use proptest::prelude::*;

use super::exercise::edit;
use super::rows::shown_width;
use super::*;
use crate::model::check::Trust;
use crate::model::event::{CheckResult, Status};
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
        score: crate::model::grade::Score::default(),
        checks: vec![CheckResult {
            check: "mypy".to_owned(),
            verdict: Verdict::Failed(Failure::of(mismatch)),
            trust: Trust::ForgeryProof,
            tally: None,
            versions: Vec::new(),
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
    let standing = Standing { done: 3, total: 12, pending: 8, changed: 1, next: None };
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
        changed: true,
        result,
        hints: (&hints, 3),
        notes: None,
        step: Step::Edit { hints: 2, stuck: true },
    })
}

fn keys() -> [Label; 3] {
    [("h", "hint"), ("n", "next"), ("q", "quit")].map(|(key, what)| Label::new(key, what.to_owned()))
}

fn size(columns: usize, rows: usize) -> (Style, Size) {
    (Style { color: true, width: columns, ..Style::default() }, Size { columns, rows })
}

#[test]
fn a_long_verdict_gives_way_and_says_so() {
    let result = failed(&"line\n".repeat(50));
    let (style, size) = size(80, 24);
    let style = Style { color: false, ..style };
    let rows = with_scene(Some(&result), "# Task", "look", |scene| {
        main(style, size, scene, &Foot { message: "hello", keys: &keys() })
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

#[test]
fn what_is_searched_is_found_whatever_its_capitals_and_stands_out() {
    let (style, size) = size(80, 24);
    let rows =
        ["nothing".to_owned(), "\u{1b}[1;31mSome \u{1b}[0mText".to_owned(), "İstanbul, straße".to_owned()];
    assert_eq!(found(&rows, "E T"), [1]);
    assert_eq!(found(&rows, "31"), [0usize; 0], "codes are no text");
    assert_eq!(found(&rows, "STRAß"), [2]);
    assert_eq!(found(&rows, ""), [0usize; 0]);
    let screen = scroll(style, size, "T", &rows, &View { query: "text", ..View::default() });
    assert!(screen.iter().any(|row| row == "Some \u{1b}[1;1;4mText\u{1b}[0m"), "{screen:#?}");
}

#[test]
fn a_row_is_read_without_colours_and_links() {
    let row = "\u{1b}]8;;file:///home/me/a.py\u{1b}\\\u{1b}[36ma.py\u{1b}[0m\u{1b}]8;;\u{1b}\\ ok";
    assert_eq!(super::rows::bare(row), "a.py ok");
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
        let said = said!("watch-found", number = from, all = rows);
        let screens = with_scene(judged.then_some(&result), &text, &text, |scene| {
            let keys = keys();
            let foot = Foot { message: &text, keys: &keys };
            let all = details(style, scene);
            [
                main(style, size, scene, &foot),
                asking(style, size, scene, &prompt),
                choosing(style, size, &found, &prompt),
                scroll(style, size, "Details", &all, &View { from, query: "a", typing: judged, said: Some(&said) }),
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
