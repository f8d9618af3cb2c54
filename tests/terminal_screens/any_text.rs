//! Any text in any width: narrow screens, ASCII, wide characters, text that means harm.

use super::events::{compared, diff, exception, exercise, frame, next, output, syntax, test, with_feedback};
use super::runs::several;
use super::{COLOR, PLAIN, fits, fits_when_bare, lines_fit, screen, show, show_failure};
use prolings::model::verdict::{Failure, Mismatch, Verdict};
use prolings::report::terminal::Style;

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
