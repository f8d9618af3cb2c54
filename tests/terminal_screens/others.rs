//! Screens of other commands than `check`.

use super::{COLOR, PLAIN, fits};
use prolings::error::{Errors, Place, UserError};
use prolings::model::event::{NextExercise, Standing};
use prolings::model::names::ExerciseName;
use prolings::report::terminal;
use prolings::report::terminal::Style;
use prolings::report::terminal::list::{List, Row, State, TopicRows};

#[test]
fn the_list_of_exercises() {
    let row = |name: &str, title: &str, state| {
        let file = format!("exercises/{name}.py");
        Row { name: name.into(), title: title.into(), file, state }
    };
    let list = List {
        title: "Advanced Python (Pro)".into(),
        topics: vec![
            TopicRows {
                name: "00_intro".into(),
                rows: vec![row("first_run", "Your first run", State::Done)],
            },
            TopicRows {
                name: "a1_metaclasses".into(),
                rows: vec![
                    row("type_of_type", "What the class of a class is", State::Done),
                    row("my_meta", "A hook on class creation", State::Failed),
                    row("registry", "Classes that register themselves", State::Started),
                    row(
                        "compiled",
                        "In C",
                        State::Skipped("it needs `gcc`, which this machine lacks".into()),
                    ),
                    row(
                        "attributes_in_order_of_definition",
                        "A title that is much longer than a title should be, to see where it goes",
                        State::Pending,
                    ),
                ],
            },
        ],
        standing: Standing {
            done: 2,
            total: 5,
            pending: 1,
            changed: 1,
            next: Some(NextExercise {
                exercise: ExerciseName::new("my_meta"),
                title: "A hook on class creation".into(),
                file: "exercises/a1_metaclasses/02_my_meta/my_meta.py".into(),
                readme: "exercises/a1_metaclasses/02_my_meta/README.md".into(),
            }),
        },
    };
    let mut plain = Vec::new();
    terminal::list::write(&mut plain, PLAIN, &list).unwrap();
    let plain = String::from_utf8(plain).unwrap();
    fits(&plain, 80);
    insta::assert_snapshot!("list", plain);
    let mut color = Vec::new();
    terminal::list::write(&mut color, COLOR, &list).unwrap();
    insta::assert_snapshot!("list_color", String::from_utf8(color).unwrap().replace('\u{1b}', "␛"));
}

#[test]
fn errors_answer_four_questions() {
    let error = UserError::new("exercise `lazy` has no expected output")
        .at(Place::line("exercises/a1/02_lazy/exercise.yaml", 7))
        .why("an `output` check needs `stdout` or `stdout_file`, and neither of the two is given here")
        .help("add `stdout: |`, or run `prolings dev bless lazy`");
    let mut plain = Vec::new();
    terminal::error::write(&mut plain, Style { width: 200, ..PLAIN }, &error).unwrap();
    assert_eq!(String::from_utf8(plain).unwrap(), format!("{error}\n"), "the same as the error's own text");

    let second = UserError::new("there is no exercise `my_mata`").help("did you mean `my_meta`?");
    let errors = Errors::check(vec![error, second]).unwrap_err();
    for (name, style) in [("errors", PLAIN), ("errors_color", COLOR)] {
        let mut screen = Vec::new();
        terminal::error::write_all(&mut screen, style, &errors).unwrap();
        insta::assert_snapshot!(name, String::from_utf8(screen).unwrap().replace('\u{1b}', "␛"));
    }
}
