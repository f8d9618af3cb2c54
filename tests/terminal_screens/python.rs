//! What Python and its tests say: exceptions, syntax, calls, tests, tools.

use super::events::{compared, diff, exception, exercise, frame, output, syntax, test};
use super::{show, show_failure};
use prolings::model::verdict::{ComparedSides, Failure, Mismatch, Verdict};

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
