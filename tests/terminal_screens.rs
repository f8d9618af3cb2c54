//! Whole screens as a learner sees them, at 80 columns and at fewer, without and with colour.

mod events;

use events::{
    Sink, compared, diff, exception, exercise, failed, fault, frame, named, next, output, passed, report,
    skipped, syntax, test, with_feedback,
};
use prolings::error::{Errors, Place, UserError};
use prolings::language::Language;
use prolings::model::event::{Event, ExerciseResult, NextExercise, RunSummary, Standing, Status};
use prolings::model::job::Target;
use prolings::model::limits::Exceeded;
use prolings::model::names::ExerciseName;
use prolings::model::verdict::{ComparedSides, Failure, Mismatch, Note, Verdict};
use prolings::report::Reporter as _;
use prolings::report::terminal::list::{List, Row, State, TopicRows};
use prolings::report::terminal::{self, Bar, Style, Terminal};

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

#[test]
fn wrong_output() {
    show(
        "output",
        &[exercise(
            "output of my_meta.py",
            with_feedback(
                output(&[
                    " one",
                    " two",
                    " three",
                    " four",
                    " five",
                    " six",
                    "-Creating class: [MyClass]",
                    "+Creating class: [type]",
                    " 100",
                    "-done",
                    " a",
                    " b",
                    " c",
                    " d",
                    " e",
                    "+an extra line",
                ]),
                "`__new__` got the name of the metaclass: the second argument is the name of the class that \
                 is being made, so announce that one.",
            ),
        )],
    );
}

#[test]
fn output_that_differs_in_white_space() {
    let mut lines = diff(&[
        " name   age",
        "-Ada[  ]36",
        "+Ada[\t]36",
        "-Grace",
        "+Grace[  ]",
        "-[]end",
        "+[ ]end",
        "-line",
        "+line[\r]",
        "-",
        " x",
        "-last",
        "+last$",
    ]);
    lines.whitespace_only = true;
    show_failure("output_white_space", "output of my_meta.py", Mismatch::Output { diff: lines });
}

#[test]
fn no_output_at_all() {
    show_failure("output_none", "output of my_meta.py", output(&["-[Creating class: MyClass]", "-[100]"]));
}

#[test]
fn a_long_diff_and_long_lines() {
    let expected: Vec<String> = (1..=60).map(|n| format!("-[row {n}]")).collect();
    let mut lines: Vec<&str> = expected.iter().map(String::as_str).collect();
    let long = format!("+{}[here]{}", "abcdefghi ".repeat(12), "xyz".repeat(10));
    let endless = format!("-{}[late]{}", "0123456789".repeat(100), "9".repeat(1000));
    lines.splice(0..0, [long.as_str(), endless.as_str()]);
    let mut lines = diff(&lines);
    lines.dropped = 70_000;
    show_failure("output_long", "output of my_meta.py", Mismatch::Output { diff: lines });
}

#[test]
fn lines_out_of_order() {
    let mismatch = Mismatch::LineOrder { first: "worker 1 starts".into(), second: "all workers done".into() };
    show_failure("line_order", "output of my_meta.py", mismatch);
}

#[test]
fn another_exit_code() {
    let failure = Failure {
        mismatches: vec![Mismatch::ExitCode { expected: 0, actual: 3 }],
        stderr: "my_meta: no configuration found\n".into(),
        notes: vec![Note::TrailingSpaces],
        ..Failure::of(Mismatch::ExitCode { expected: 0, actual: 3 })
    };
    show("exit_code", &[exercise("output of my_meta.py", Verdict::Failed(failure))]);
}

#[test]
fn an_exception() {
    let mut raised = exception(
        "shop.OutOfStock",
        "only 2 left of \"tea\"\nasked for 5",
        &[
            frame("my_meta.py", 31, "<module>", "main()"),
            frame("my_meta.py", 24, "main", "order(shop, \"tea\", 5)"),
            frame("my_meta.py", 12, "order", "raise OutOfStock(item) from error"),
        ],
    );
    let cause = exception("KeyError", "'tea'", &[frame("my_meta.py", 10, "order", "return stock[item]")]);
    raised.cause = Some(Box::new(cause));
    let failure = Failure {
        mismatches: vec![
            Mismatch::Raised { exception: raised },
            output(&[" Welcome", "-Sold: tea", "-Sold: milk"]),
        ],
        ..Failure::of(Mismatch::ExitCode { expected: 0, actual: 1 })
    };
    show("raised", &[exercise("output of my_meta.py", Verdict::Failed(failure))]);
}

#[test]
fn recursion_without_end() {
    let frames: Vec<_> =
        (0..990).map(|_| frame("my_meta.py", 4, "countdown", "return countdown(n - 1)")).collect();
    let raised = exception("RecursionError", "maximum recursion depth exceeded", &frames);
    show_failure("raised_recursion", "output of my_meta.py", Mismatch::Raised { exception: raised });
}

#[test]
fn input_that_nobody_gives() {
    let raised = exception(
        "EOFError",
        "EOF when reading a line",
        &[frame("my_meta.py", 3, "<module>", "name = input(\"Your name: \")")],
    );
    show_failure("raised_input", "output of my_meta.py", Mismatch::Raised { exception: raised });
}

#[test]
fn invalid_syntax() {
    let wrong = syntax("'(' was never closed", 7, (10, 11), "    print(\"hello\"\n");
    show_failure("syntax", "test_my_meta.py", Mismatch::Syntax { exception: wrong });
    let wrong = syntax("invalid syntax", 2, (5, 12), "日本 = 値 値値 x\n");
    show_failure("syntax_wide", "test_my_meta.py", Mismatch::Syntax { exception: wrong });
    let wrong = syntax("expected ':'", 9, (12, 0), "def area(x)\n");
    show_failure("syntax_at_the_end", "test_my_meta.py", Mismatch::Syntax { exception: wrong });
}

#[test]
fn a_failed_import() {
    let missing =
        exception("ImportError", "cannot import name 'MyMeta' from 'my_meta' (/tmp/job/my_meta.py)", &[]);
    show_failure("import_name", "test_my_meta.py", Mismatch::Import { exception: missing });
    let missing = exception(
        "ModuleNotFoundError",
        "No module named 'nunpy'",
        &[frame("my_meta.py", 1, "<module>", "import nunpy as np")],
    );
    show_failure("import_module", "test_my_meta.py", Mismatch::Import { exception: missing });
}

#[test]
fn calls_that_give_something_else() {
    let call = |call: &str, expected: &str, actual: &str| Mismatch::Call {
        call: call.into(),
        expected: expected.into(),
        actual: actual.into(),
        exception: None,
    };
    let raised = exception(
        "ZeroDivisionError",
        "division by zero",
        &[frame("my_meta.py", 8, "mean", "return sum(xs) / len(xs)")],
    );
    let failure = Failure {
        mismatches: vec![
            call("area(2, 3)", "6", "5"),
            Mismatch::Call {
                call: "mean([])".into(),
                expected: "None".into(),
                actual: "ZeroDivisionError: division by zero".into(),
                exception: Some(raised),
            },
            call("area(-1, 3)", "ValueError", "-3"),
            call("area(0, 0)", "0", "None"),
            call("area(1, 1)", "1", "None"),
        ],
        ..Failure::of(Mismatch::ExitCode { expected: 0, actual: 0 })
    };
    show("calls", &[exercise("calls to my_meta.py", Verdict::Failed(failure))]);
}

#[test]
fn failing_tests() {
    let mut first =
        test("test_every_class_is_announced", "Every class made with `MyMeta` is announced once.");
    first.comparison = compared("==", "['MyMeta']", "['Vehicle', 'Car']");
    first.stdout = "in __new__\nmetaclass is <class 'type'>\n".into();
    let mut second = test("test_the_class_is_returned", "");
    second.exception = Some(exception("TypeError", "'NoneType' object is not callable", &[]));
    let more = (1..=7).map(|n| Mismatch::Test(test(&format!("test_{n}"), "A class keeps its attributes.")));
    let mut mismatches = vec![Mismatch::Test(first), Mismatch::Test(second)];
    mismatches.extend(more);
    let failure = Failure { mismatches, ..Failure::of(Mismatch::ExitCode { expected: 0, actual: 0 }) };
    show("tests", &[exercise("test_my_meta.py", Verdict::Failed(failure))]);
}

#[test]
fn a_failing_test_that_raises() {
    let mut failing = test("TestShop::test_order[5]", "");
    failing.exception = Some(exception(
        "KeyError",
        "'tea'",
        &[
            frame("my_meta.py", 24, "order", "take(self.stock, item)"),
            frame("my_meta.py", 12, "take", "return stock[item]"),
        ],
    ));
    show_failure("test_raises", "test_my_meta.py", Mismatch::Test(failing));
}

#[test]
fn a_failing_test_with_long_values() {
    let mut failing = test("test_report", "The report has a line for each sale.");
    let lines =
        diff(&["[{'item': 'tea',", "-  'price': [3.5]},", "+  'price': [3.50001]},", " {'item': 'milk'}]"]);
    failing.comparison =
        compared("==", "[…]", "[…]").map(|sides| ComparedSides { diff: Some(lines), ..sides });
    show_failure("test_diff", "test_my_meta.py", Mismatch::Test(failing));

    let mut failing = test("test_member", "A new member is in the club.");
    failing.comparison = compared("in", "'Ada'", &format!("[{}]", "'Grace Hopper', ".repeat(9)));
    show_failure("test_long_value", "test_my_meta.py", Mismatch::Test(failing));

    let mut failing = test("test_announcement", "The name of the class is announced.");
    failing.comparison = compared("==", "'Creating class: type\\n100'", "'Creating class: MyClass\\n100'");
    show_failure("test_alike", "test_my_meta.py", Mismatch::Test(failing));

    let mut failing = test("test_sum", "");
    failing.explanation = Some("assert (3 + 4) % 2\n +  where 3 = first()".into());
    show_failure("test_explanation", "test_my_meta.py", Mismatch::Test(failing));
}

#[test]
fn tests_that_did_not_run() {
    let mismatch = Mismatch::TestsMissing {
        tests: vec!["test_announces".into(), "test_returns_the_class".into()],
        how: "the program ended the test run with exit code 0 (sys.exit or os._exit?)".into(),
    };
    show_failure("tests_missing", "test_my_meta.py", mismatch);
}

#[test]
fn a_tool_that_finds_something() {
    let mismatch = Mismatch::Tool {
        command: "mypy --strict my_meta.py".into(),
        code: 1,
        output: "my_meta.py:3: error: Function is missing a return type annotation  [no-untyped-def]\n\
                 Found 1 error in 1 file (checked 1 source file)\n"
            .into(),
    };
    show_failure("tool", "mypy --strict my_meta.py", mismatch);
}

#[test]
fn programs_that_were_stopped() {
    let stack = vec![
        frame("my_meta.py", 20, "<module>", "main()"),
        frame("my_meta.py", 14, "main", "while not done:"),
    ];
    let mismatch = Mismatch::TimedOut { seconds: 10.0, stack: stack.clone(), reading_input: false };
    show_failure("timed_out", "output of my_meta.py", mismatch);
    let mismatch = Mismatch::TimedOut { seconds: 2.5, stack, reading_input: true };
    show_failure("timed_out_reading", "output of my_meta.py", mismatch);
    let mismatch = Mismatch::OutputLimit { limit: 1 << 20, head: "tick\n".repeat(400) };
    show_failure("output_limit", "output of my_meta.py", mismatch);
    let head = format!("{0}\n{0}\n", "x".repeat(1000));
    show_failure("output_limit_wide", "output of my_meta.py", Mismatch::OutputLimit { limit: 65_536, head });
    show_failure("signaled", "output of my_meta.py", Mismatch::Signaled { signal: 11 });
}

#[test]
fn limits_that_were_exceeded() {
    let limits = [
        ("cpu", Exceeded::Cpu(41)),
        ("memory", Exceeded::Memory(512 << 20)),
        ("processes", Exceeded::Processes(64)),
        ("file_size", Exceeded::FileSize(64 << 20)),
        ("files", Exceeded::Files(10_000)),
        ("written", Exceeded::Written(256 << 20)),
    ];
    for (name, limit) in limits {
        show_failure(&format!("limit_{name}"), "output of my_meta.py", Mismatch::LimitExceeded { limit });
    }
}

#[test]
fn a_file_that_was_not_taken() {
    let mismatch = Mismatch::Refused { file: "my_meta.py".into(), why: "is a symbolic link".into() };
    show_failure("refused", "output of my_meta.py", mismatch);
}

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

/// A run whose results come out of order.
fn several() -> Vec<ExerciseResult> {
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

#[test]
fn forty_columns() {
    let style = Style { width: 40, ..PLAIN };
    let verdict = with_feedback(
        output(&[
            "-Creating class: [MyClass] with the attributes x and y",
            "+Creating class: [type] with the attributes x and y",
        ]),
        "`__new__` returned None: call `super().__new__(mcls, name, bases, namespace)` and return it.",
    );
    let mut result = exercise("output of my_meta.py", verdict);
    result.files = vec!["exercises/a1/02_my_meta/my_meta.py".into()];
    let screen = screen(style, &[result], Some(next()));
    fits(&screen, 40);
    insta::assert_snapshot!("forty_columns", screen);
}

#[test]
fn ascii_symbols() {
    let style = Style { unicode: false, ..PLAIN };
    let screen = screen(style, &several(), Some(next()));
    assert!(screen.is_ascii(), "{screen}");
    insta::assert_snapshot!("ascii", screen);
}

#[test]
fn wide_characters_stay_aligned() {
    show_failure(
        "wide",
        "output of my_meta.py",
        output(&[
            "-名前: [山田] 🎉 ok",
            "+名前: [田中] 🎉 ok",
            "-cafe\u{301} [noir] x",
            "+cafe\u{301} [blanc] x",
            "-👍🏽 [yes] ❤\u{fe0f}",
            "+👍🏽 [no] ❤\u{fe0f}",
            "-[\u{301}]x",
            "+[\u{300}]x",
        ]),
    );
}

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    let hostile = "\u{1b}[2J\u{1b}]0;owned\u{7}\rpassed\u{9b}31m \u{202e}drow\u{2069} a\u{200b}b \\xff";
    let mut failing = test(hostile, hostile);
    failing.comparison = compared("==", hostile, hostile);
    failing.explanation = Some(hostile.into());
    failing.exception = Some(exception(hostile, hostile, &[frame(hostile, 1, hostile, hostile)]));
    failing.stdout = hostile.into();
    failing.stderr = hostile.into();
    let mismatches = vec![
        output(&[&format!("-[{}]", hostile.replace(['[', ']'], "")), "+x"]),
        Mismatch::Test(failing.clone()),
        Mismatch::Test(failing),
        Mismatch::LineOrder { first: hostile.into(), second: hostile.into() },
        Mismatch::Syntax { exception: syntax(hostile, 1, (2, 9), hostile) },
        Mismatch::Tool { command: hostile.into(), code: 1, output: hostile.into() },
        Mismatch::OutputLimit { limit: 1, head: hostile.into() },
        Mismatch::TestsMissing { tests: vec![hostile.into()], how: hostile.into() },
        Mismatch::Refused { file: hostile.into(), why: hostile.into() },
    ];
    let failure = Failure { mismatches, stdout: hostile.into(), ..Failure::of(output(&[])) };
    let mut result = exercise("test_my_meta.py", Verdict::Failed(failure));
    result.title = hostile.into();
    result.files = vec![hostile.into()];
    show("hostile", &[result]);
}

#[test]
fn the_list_of_exercises() {
    let row = |name: &str, title: &str, state| Row { name: name.into(), title: title.into(), state };
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

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_safe_and_fits(
        texts in proptest::collection::vec(proptest::string::string_regex("(\\PC|[\\x00-\\x9f \u{200b}\u{202e}日\u{301}`]){0,60}").expect("a valid pattern"), 6),
        width in 52usize..120,
        column in 0u32..80,
    ) {
        let text = |index: usize| texts[index].clone();
        let mut lines = diff(&["-a", "+b", " c"]);
        lines.lines.extend(diff(&[&format!("-{}[{}]", text(0), text(1)), &format!("+[{}]{}", text(2), text(1))]).lines);
        let mut failing = test("test_a", &text(3));
        failing.comparison = compared("==", &text(4), &text(5));
        failing.exception = Some(exception("ValueError", &text(0), &[frame("x.py", 1, "f", &text(1))]));
        failing.stdout = text(2);
        let mismatches = vec![
            Mismatch::Output { diff: lines },
            Mismatch::Test(failing),
            Mismatch::Syntax { exception: syntax(&text(5), 1, (column, column + 7), &text(4)) },
            Mismatch::Tool { command: text(3), code: 1, output: text(4).repeat(20) },
            Mismatch::TestsMissing { tests: texts.clone(), how: text(0).into() },
        ];
        let failure = Failure { mismatches, ..Failure::of(output(&[])) };
        let result = exercise("test_my_meta.py", Verdict::Failed(failure));
        lines_fit(&screen(Style { width, ..PLAIN }, std::slice::from_ref(&result), Some(next())), width);
        assert!(fits_when_bare(&screen(Style { width: 52, ..COLOR }, &[result], Some(next()))));
    }
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
