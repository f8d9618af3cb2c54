//! What a program printed, against what was expected.

use super::events::{diff, exercise, output, with_feedback};
use super::{show, show_failure};
use prolings::model::verdict::{Failure, Mismatch, Note, Verdict};

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
