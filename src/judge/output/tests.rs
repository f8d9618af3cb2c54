//! What counts as the right output, and what is said of a wrong one.

use super::super::testing::{failed, judged, kinds, output, ran};
use super::*;
use crate::model::check::{Case, Check, CheckKind, Tolerance, Whitespace};
use crate::model::verdict::DiffLine;

fn passes(expected: &str, actual: &str, compare: &Compare) -> bool {
    judged(&output(expected, compare.clone()), &ran(actual, "", 0)).is_passed()
}

fn any_order() -> Compare {
    Compare { order: Order::Any { before: vec![] }, ..Compare::default() }
}

fn wants_exit(code: i32, stdout: &str) -> Check {
    let mut check = output(stdout, Compare::default());
    if let CheckKind::Output(output) = &mut check.kind {
        output.exit_code = code;
    }
    check
}

fn only_diff(failure: &Failure) -> &Diff {
    match failure.mismatches.as_slice() {
        [Mismatch::Output { diff }] => diff,
        other => panic!("{other:?}"),
    }
}

const TRACEBACK: &str = r#"Traceback (most recent call last):
  File "/job/shape.py", line 5, in <module>
    main()
    ~~~~^^
  File "/usr/lib/python3.13/functools.py", line 50, in wrapper
    return f()
  File "/job/shape.py", line 3, in main
    return 1 / 0
           ~~^~~
ZeroDivisionError: division by zero
"#;

#[test]
fn the_default_forgives_line_ends_trailing_spaces_and_the_last_newline() {
    let check = output("a\nb\n", Compare::default());
    let notes = vec![Note::MissingFinalNewline, Note::TrailingSpaces];
    assert_eq!(judged(&check, &ran("a  \nb", "", 0)), Verdict::Passed { notes });
    assert_eq!(judged(&check, &ran("a\nb\n", "", 0)), Verdict::PASSED);
    assert!(judged(&check, &ran("a\r\nb\r\n", "", 0)).is_passed());
    // What the course's own text lacks is nothing to speak of.
    assert_eq!(judged(&output("a", Compare::default()), &ran("a", "", 0)), Verdict::PASSED);
    for wrong in ["", "a\n", "a\nb\nc\n", "a\nb\n\n", " a\nb\n", "A\nb\n", "b\na\n"] {
        assert!(!judged(&check, &ran(wrong, "", 0)).is_passed(), "{wrong:?}");
    }
}

#[test]
fn white_space_counts_as_the_course_says() {
    let exact = Compare { whitespace: Whitespace::Exact, ..Compare::default() };
    assert!(passes("a \nb", "a \nb", &exact));
    assert!(!passes("a\n", "a", &exact));
    assert!(!passes("a\n", "a \n", &exact));
    let any = Compare { whitespace: Whitespace::Any, ..Compare::default() };
    assert!(passes("a b\nc\n", "\n  a \t b\n\n\nc", &any));
    assert!(!passes("a b\n", "ab\n", &any));
    let failure = failed(&output("a\n", exact), &ran("a", "", 0));
    assert!(only_diff(&failure).whitespace_only);
    assert!(
        matches!(only_diff(&failure).lines.as_slice(), [_, DiffLine::Extra { newline: false, .. }]),
        "{failure:?}"
    );
}

#[test]
fn case_counts_unless_told() {
    let ignore = Compare { case: Case::Ignore, ..Compare::default() };
    assert!(passes("Äpfel und Birnen\n", "äPFEL UND birnen\n", &ignore));
    assert!(!passes("a\n", "b\n", &ignore));
    assert!(!passes("Hello\n", "hello\n", &Compare::default()));
}

#[test]
fn lines_in_any_order() {
    assert!(passes("a\nb\nb\n", "b\na\nb\n", &any_order()));
    for wrong in ["a\nb\n", "a\na\nb\n", "a\nb\nb\nb\n", "a\nb\nc\n"] {
        assert!(!passes("a\nb\nb\n", wrong, &any_order()), "{wrong:?}");
    }
    let failure = failed(&output("one\ntwo\nthree\n", any_order()), &ran("three\nfour\none\n", "", 0));
    let shown: Vec<String> = only_diff(&failure)
        .lines
        .iter()
        .map(|line| match line {
            DiffLine::Same { text } => format!(" {text}"),
            DiffLine::Missing { words, .. } => format!("-{}", words[0].text),
            DiffLine::Extra { words, .. } => format!("+{}", words[0].text),
        })
        .collect();
    assert_eq!(shown, [" three", "+four", " one", "-two"]);
}

#[test]
fn patterns_in_any_order_are_matched_not_guessed() {
    let compare = Compare { pattern: true, ..any_order() };
    // The first pattern would take either line; only one assignment works.
    assert!(passes("{{any}}\nThread {{int}}\n", "Thread 1\nother\n", &compare));
    assert!(passes("{{any}}\nThread {{int}}\n", "other\nThread 1\n", &compare));
    assert!(passes("{{any}}\nx\n", "x\ny\n", &compare));
    assert!(!passes("{{int}}\nThread {{int}}\n", "Thread 1\nThread 2\n", &compare));
}

#[test]
fn rules_on_order_name_the_lines_that_break_them() {
    let before = vec![("Thread {{int}} starting".to_owned(), "done".to_owned())];
    let compare = Compare { order: Order::Any { before }, ..Compare::default() };
    let expected = "Thread 1 starting\nThread 2 starting\ndone\n";
    assert!(passes(expected, "Thread 2 starting\nThread 1 starting\ndone\n", &compare));
    let failure =
        failed(&output(expected, compare), &ran("Thread 2 starting\ndone\nThread 1 starting\n", "", 0));
    let rule = Mismatch::LineOrder { first: "Thread 1 starting".into(), second: "done".into() };
    assert_eq!(failure.mismatches, [rule]);
    assert!(!failure.stdout.is_empty());
}

#[test]
fn numbers_within_a_tolerance() {
    let compare = Compare { floats: Some(Tolerance { abs: 1e-9, rel: 1e-6 }), ..Compare::default() };
    assert!(passes("pi = 3.1415926\nok\n", "pi = 3.1415927\nok\n", &compare));
    assert!(!passes("pi = 3.1415926\n", "pi = 3.15\n", &compare));
    assert!(passes(
        "1.0\n2.0\n",
        "2.0000001\n1.0000001\n",
        &Compare { floats: compare.floats, ..any_order() }
    ));
}

#[test]
fn patterns_show_what_was_printed() {
    let compare = Compare { pattern: true, ..Compare::default() };
    assert!(passes("at {{hex}}\ntook {{float}} s\n", "at 0x7f\ntook 0.5 s\n", &compare));
    let failure = failed(&output("at {{hex}}\nend\n", compare), &ran("at 0x7f\nendless\n", "", 0));
    let diff = only_diff(&failure);
    assert_eq!(diff.lines[0], DiffLine::Same { text: "at 0x7f".into() });
    assert_eq!((diff.first, diff.lines.len()), (2, 3));
}

#[test]
fn contained_lines_may_have_others_around() {
    let compare = Compare { contains: true, ..Compare::default() };
    assert!(passes("a\nc\n", "x\na\nb\nc\n", &compare));
    assert!(!passes("a\nc\n", "c\na\n", &compare));
    let failure = failed(&output("a\ntotal: 5 euros\n", compare), &ran("x\na\ntotal: 6 euros\ny\n", "", 0));
    let diff = only_diff(&failure);
    assert_eq!((diff.lines.len(), diff.first), (5, 3));
    assert!(matches!(diff.lines[3], DiffLine::Extra { .. }));
    let both = Compare { contains: true, ..any_order() };
    assert!(passes("c\na\n", "x\na\nb\nc\n", &both));
    assert!(!passes("c\nc\n", "x\na\nb\nc\n", &both));
}

#[test]
fn output_that_is_no_text_is_judged_as_bytes() {
    let check = output(b"caf\xc3\xa9\n".to_vec(), Compare::default());
    let failure = failed(&check, &ran(b"caf\xe9\n".to_vec(), "", 0));
    let text = serde_json::to_string(&failure).unwrap();
    assert!(text.contains(r"caf\\xe9"), "{text}");
    assert!(
        judged(&output(b"\xff\xfe\n".to_vec(), Compare::default()), &ran(b"\xff\xfe\n".to_vec(), "", 0))
            .is_passed()
    );
}

#[test]
fn an_exception_comes_first_and_alone_when_the_rest_was_right_so_far() {
    for printed in ["one\n", "one\ntw", "", "one\ntwo\n"] {
        let failure = failed(&output("one\ntwo\n", Compare::default()), &ran(printed, TRACEBACK, 1));
        let [Mismatch::Raised { exception }] = failure.mismatches.as_slice() else { panic!("{failure:?}") };
        assert_eq!(exception.class, "ZeroDivisionError");
        let lines: Vec<u32> = exception.frames.iter().map(|frame| frame.line).collect();
        assert_eq!(lines, [5, 3]);
        assert_eq!(exception.frames[1].source.as_deref(), Some("return 1 / 0"));
        assert_eq!((failure.stdout.as_str(), failure.stderr.as_str()), (printed, ""));
    }
    let failure = failed(&output("one\ntwo\n", Compare::default()), &ran("three\n", TRACEBACK, 1));
    assert_eq!(kinds(&failure.mismatches), ["raised", "output"]);
}

#[test]
fn a_question_without_an_answer_is_one_mistake() {
    let stderr = "Traceback (most recent call last):\n  File \"/job/shape.py\", line 1, in <module>\n    \
                  name = input(\"name? \")\nEOFError: EOF when reading a line\n";
    let failure = failed(&output("one\n", Compare::default()), &ran("name? ", stderr, 1));
    assert_eq!(kinds(&failure.mismatches), ["raised"]);
    assert_eq!((failure.stdout.as_str(), failure.notes.as_slice()), ("name? ", [].as_slice()));
}

#[test]
fn exit_codes_count() {
    let right = failed(&output("a\n", Compare::default()), &ran("a\n", "bye\n", 3));
    assert_eq!(right.mismatches, [Mismatch::ExitCode { expected: 0, actual: 3 }]);
    assert_eq!(right.stderr, "bye\n");
    let wrong = failed(&output("a\n", Compare::default()), &ran("b\n", "", 3));
    assert_eq!(kinds(&wrong.mismatches), ["output", "exit_code"]);
    assert!(judged(&wants_exit(3, "a\n"), &ran("a\n", "", 3)).is_passed());
    assert!(judged(&wants_exit(1, "a\n"), &ran("a\n", TRACEBACK, 1)).is_passed());
    assert!(!judged(&wants_exit(1, "a\n"), &ran("a\n", "", 0)).is_passed());
}

#[test]
fn leaving_early_is_missing_output() {
    let failure = failed(&output("one\ntwo\n", Compare::default()), &ran("one\n", "", 0));
    assert!(matches!(
        only_diff(&failure).lines.as_slice(),
        [DiffLine::Same { .. }, DiffLine::Missing { .. }]
    ));
}

#[test]
fn an_exception_in_a_thread_is_told_after_the_output() {
    let stderr = format!("Exception in thread Thread-1 (work):\n{TRACEBACK}");
    let failure = failed(&output("one\n", Compare::default()), &ran("", &stderr, 0));
    assert_eq!(kinds(&failure.mismatches), ["output", "raised"]);
    assert!(judged(&output("one\n", Compare::default()), &ran("one\n", &stderr, 0)).is_passed());
}

#[test]
fn syntax_and_import_errors_are_their_own_kind() {
    let syntax = "  File \"/job/shape.py\", line 2\n    def f(:\n          ^\nSyntaxError: invalid syntax\n";
    let failure = failed(&output("a\n", Compare::default()), &ran("", syntax, 1));
    let [Mismatch::Syntax { exception }] = failure.mismatches.as_slice() else { panic!("{failure:?}") };
    let details = exception.syntax.as_ref().unwrap();
    assert_eq!((details.file.as_str(), details.line, details.column), ("shape.py", 2, Some(7)));

    let import = "Traceback (most recent call last):\n  File \"/job/shape.py\", line 1, in <module>\n    import shappe\n\
                  ModuleNotFoundError: No module named 'shappe'\n";
    let failure = failed(&output("a\n", Compare::default()), &ran("", import, 1));
    assert_eq!(kinds(&failure.mismatches), ["import"]);

    let eval = "Traceback (most recent call last):\n  File \"/job/shape.py\", line 1, in <module>\n    eval(\"1 +\")\n  \
                File \"<string>\", line 1\n    1 +\nSyntaxError: invalid syntax\n";
    let failure = failed(&output("a\n", Compare::default()), &ran("", eval, 1));
    assert_eq!(kinds(&failure.mismatches), ["raised"]);
}

#[test]
fn truncated_output_is_never_a_pass() {
    let mut execution = ran("a\n", "", 0);
    execution.stdout.dropped = 10;
    execution.stdout.tail = b"z\n".to_vec();
    let contains = Compare { contains: true, ..Compare::default() };
    for compare in [Compare::default(), contains] {
        let failure = failed(&output("a\n", compare), &execution);
        assert_eq!(kinds(&failure.mismatches), ["output_limit"]);
    }
    let failure = failed(&output("b\n", Compare::default()), &execution);
    assert_eq!(only_diff(&failure).dropped, 12);
}

#[test]
fn processes_left_behind_are_said() {
    let mut execution = ran("a\n", "", 0);
    execution.survivors = 2;
    let verdict = judged(&output("a\n", Compare::default()), &execution);
    assert_eq!(verdict, Verdict::Passed { notes: vec![Note::ProcessesLeft] });
    assert_eq!(failed(&output("b\n", Compare::default()), &execution).notes, [Note::ProcessesLeft]);
}

#[test]
fn a_recursion_keeps_its_innermost_frames() {
    let mut stderr = String::from("Traceback (most recent call last):\n");
    for line in 1..=1000 {
        stderr += &format!("  File \"/job/shape.py\", line {line}, in a\n    return b(n + 1)\n");
    }
    stderr += "RecursionError: maximum recursion depth exceeded\n";
    let failure = failed(&output("a\n", Compare::default()), &ran("", &stderr, 1));
    let [Mismatch::Raised { exception }] = failure.mismatches.as_slice() else { panic!("{failure:?}") };
    let lines: Vec<u32> = exception.frames.iter().map(|frame| frame.line).collect();
    assert_eq!(lines, (991..=1000).collect::<Vec<_>>());
}
