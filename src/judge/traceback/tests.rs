//! Tracebacks as CPython prints them, taken from real runs.

use std::path::Path;

use super::*;

fn read(text: &str) -> Tracebacks {
    Tracebacks::read(text.as_bytes(), Path::new("/job"))
}

fn main_exception(text: &str) -> PyException {
    let tracebacks = read(text);
    tracebacks.of_main().unwrap().exception.clone()
}

/// `file:line function | source` for each frame.
fn frames(exception: &PyException) -> Vec<String> {
    let source = |frame: &crate::model::record::Frame| frame.source.clone().unwrap_or_default();
    exception
        .frames
        .iter()
        .map(|frame| format!("{}:{} {} | {}", frame.file, frame.line, frame.function, source(frame)))
        .collect()
}

/// 3.11.7.
const CHAIN: &str = r#"Traceback (most recent call last):
  File "/job/chain.py", line 6, in load
    return parse(text)
           ^^^^^^^^^^^
  File "/job/chain.py", line 2, in parse
    return int(text)
           ^^^^^^^^^
ValueError: invalid literal for int() with base 10: 'x'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/job/chain.py", line 11, in <module>
    load("x")
  File "/job/chain.py", line 8, in load
    raise RuntimeError("bad\nconfig") from error
RuntimeError: bad
config

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/job/chain.py", line 13, in <module>
    {}["k"]
    ~~^^^^^
KeyError: 'k'
"#;

#[test]
fn a_chain_ends_in_what_was_raised_last() {
    let exception = main_exception(CHAIN);
    assert_eq!((exception.class.as_str(), exception.message.as_str()), ("KeyError", "'k'"));
    assert_eq!(frames(&exception), [r#"chain.py:13 <module> | {}["k"]"#]);
    let cause = exception.cause.unwrap();
    assert_eq!((cause.class.as_str(), cause.message.as_str()), ("RuntimeError", "bad\nconfig"));
    let first = cause.cause.unwrap();
    assert_eq!(first.class, "ValueError");
    assert_eq!(
        frames(&first),
        ["chain.py:6 load | return parse(text)", "chain.py:2 parse | return int(text)"]
    );
}

#[test]
fn expressions_over_several_lines_show_their_first() {
    // 3.13.0 with carets below each line.
    let exception = main_exception(
        r#"Traceback (most recent call last):
  File "/job/multi.py", line 3, in <module>
    x = f(
        1,
        0,
    )
  File "/job/multi.py", line 2, in f
    return a / b
           ~~^~~
ZeroDivisionError: division by zero
"#,
    );
    assert_eq!(frames(&exception), ["multi.py:3 <module> | x = f(", "multi.py:2 f | return a / b"]);
}

#[test]
fn messages_of_several_lines_and_notes_are_kept() {
    let exception = main_exception(
        "Traceback (most recent call last):\n  File \"/job/note.py\", line 3, in <module>\n    raise e\n\
         ValueError: first\n\nthird\na note\n",
    );
    assert_eq!(exception.message, "first\n\nthird\na note");
}

#[test]
fn an_exception_may_have_no_message_and_a_local_class() {
    let exception = main_exception(
        "Traceback (most recent call last):\n  File \"/job/local.py\", line 3, in f\n    raise Odd\nf.<locals>.Odd\n",
    );
    assert_eq!((exception.class.as_str(), exception.message.as_str()), ("f.<locals>.Odd", ""));
}

#[test]
fn syntax_errors_of_the_script_have_no_header() {
    let exception = main_exception(
        "  File \"/job/syn.py\", line 2\n    def f(:\n          ^\nSyntaxError: invalid syntax\n",
    );
    assert_eq!(exception.class, "SyntaxError");
    assert_eq!(exception.message, "invalid syntax");
    let syntax = exception.syntax.unwrap();
    assert_eq!((syntax.file.as_str(), syntax.line), ("syn.py", 2));
    assert_eq!((syntax.column, syntax.end_column), (Some(7), Some(8)));
    assert_eq!(syntax.text.as_deref(), Some("def f(:"));

    let exception = main_exception(
        "  File \"/job/indent.py\", line 3\n    return 1\n    ^^^^^^\n\
         IndentationError: expected an indented block after 'if' statement on line 2\n",
    );
    let syntax = exception.syntax.unwrap();
    assert_eq!((syntax.column, syntax.end_column), (Some(1), Some(7)));
}

#[test]
fn syntax_errors_of_a_module_follow_the_import() {
    let exception = main_exception(
        r#"Traceback (most recent call last):
  File "/job/impsyn.py", line 1, in <module>
    import syn
  File "/job/syn.py", line 2
    def f(:
          ^
SyntaxError: invalid syntax
"#,
    );
    assert_eq!(frames(&exception), ["impsyn.py:1 <module> | import syn"]);
    assert_eq!(exception.syntax.unwrap().file, "syn.py");
}

#[test]
fn files_that_are_no_text_have_a_place_too() {
    let exception = main_exception(
        "SyntaxError: Non-UTF-8 code starting with '\\xff' in file /job/utf.py on line 2, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details\n",
    );
    let syntax = exception.syntax.unwrap();
    assert_eq!((syntax.file.as_str(), syntax.line, syntax.text), ("utf.py", 2, None));
    assert!(exception.message.contains("in file utf.py"), "{}", exception.message);

    let nul = main_exception(
        "  File \"/job/nul.py\", line 2\n    print(\nSyntaxError: source code cannot contain null bytes\n",
    );
    assert_eq!(nul.syntax.unwrap().column, None);
}

/// 3.11.7.
const GROUP: &str = r#"  + Exception Group Traceback (most recent call last):
  |   File "/job/group.py", line 9, in <module>
  |     raise ExceptionGroup("several", errors + [ExceptionGroup("inner", [KeyError("k")])])
  | ExceptionGroup: several (3 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/job/group.py", line 6, in <module>
    |     x()
    |   File "/job/group.py", line 2, in f
    |     raise TypeError("t")
    | TypeError: t
    +---------------- 2 ----------------
    | Traceback (most recent call last):
    |   File "/job/group.py", line 6, in <module>
    |     x()
    |   File "/job/group.py", line 4, in <lambda>
    |     for x in (f, lambda: int("x")):
    |                          ^^^^^^^^
    | ValueError: invalid literal for int() with base 10: 'x'
    +---------------- 3 ----------------
    | ExceptionGroup: inner (1 sub-exception)
    +-+---------------- 1 ----------------
      | KeyError: 'k'
      +------------------------------------
"#;

#[test]
fn groups_tell_their_members() {
    let exception = main_exception(&format!("before\n{GROUP}"));
    assert_eq!(exception.class, "ExceptionGroup");
    assert_eq!(
        exception.message,
        "several (3 sub-exceptions)\n  TypeError: t\n  ValueError: invalid literal for int() with base 10: 'x'\n  \
         ExceptionGroup: inner (1 sub-exception)"
    );
    assert_eq!(exception.frames[0].line, 9);
    let tracebacks = read(&format!("before\n{GROUP}"));
    assert_eq!(tracebacks.without(tracebacks.of_main().unwrap()), "before\n");
}

#[test]
fn threads_and_finalisers_are_not_the_main_thread() {
    // 3.13.0.
    let text = r#"Exception in thread Thread-1 (work):
Traceback (most recent call last):
  File "/usr/lib/python3.13/threading.py", line 1041, in _bootstrap_inner
    self.run()
    ~~~~~~~~^^
  File "/job/thr.py", line 3, in work
    raise ValueError("in thread")
ValueError: in thread
"#;
    let tracebacks = read(text);
    assert!(tracebacks.of_main().is_none());
    assert_eq!(tracebacks.of_background().unwrap().exception.class, "ValueError");

    let text = r#"Exception ignored in: <function A.__del__ at 0x7f6ec27347c0>
Traceback (most recent call last):
  File "/job/del.py", line 2, in __del__
    def __del__(self): raise ValueError("in del")
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^
ValueError: in del
Traceback (most recent call last):
  File "/job/del.py", line 5, in <module>
    raise KeyError(1)
KeyError: 1
"#;
    assert_eq!(main_exception(text).class, "KeyError");
    assert_eq!(read(text).printed.len(), 2);
}

#[test]
fn a_process_pool_shows_the_callers_exception() {
    let text = r#"concurrent.futures.process._RemoteTraceback: 
"""
Traceback (most recent call last):
  File "/job/proc.py", line 2, in bad
    def bad(n): return 1/n
                       ~^~
ZeroDivisionError: division by zero
"""

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/job/proc.py", line 5, in <module>
    list(p.map(bad, [0]))
ZeroDivisionError: division by zero
"#;
    let exception = main_exception(text);
    assert_eq!(frames(&exception), ["proc.py:5 <module> | list(p.map(bad, [0]))"]);
    assert_eq!(exception.cause.unwrap().message, "division by zero");
}

#[test]
fn a_thousand_frames_are_read() {
    let mut text = String::from("Traceback (most recent call last):\n");
    for _ in 0..500 {
        text += "  File \"/job/rec.py\", line 2, in a\n    return b(n + 1)\n";
        text += "  File \"/job/rec.py\", line 4, in b\n    return a(n + 1)\n";
    }
    text += "  [Previous line repeated 996 more times]\nRecursionError: maximum recursion depth exceeded\n";
    let exception = main_exception(&text);
    assert_eq!((exception.class.as_str(), exception.frames.len()), ("RecursionError", 1000));
}

#[test]
fn what_is_no_traceback_is_none() {
    for text in
        ["", "no good\n", "Traceback (most recent call last):\n", "  File \"x\", line 1, in y\n", "\n\n"]
    {
        assert!(read(text).of_main().is_none(), "{text:?}");
    }
    // Cut in the middle.
    assert!(
        read("Traceback (most recent call last):\n  File \"/job/a.py\", line 1, in f\n    x")
            .of_main()
            .is_none()
    );
}
