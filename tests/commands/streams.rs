//! Terminals, pipes and colour: escape codes only where they are wanted, and readers that go away.

use std::io::{BufRead, BufReader, pipe};
use std::process::Stdio;

use super::support::{GREETING, Ran, Small, prolings_std, run};

const REPORTS: [&[&str]; 8] = [
    &["check"],
    &["check", "--all"],
    &["list"],
    &["next"],
    &["hint", "greeting"],
    &["solution", "greeting", "--force"],
    &["doctor"],
    &["dev", "check", "greeting"],
];

fn has_escapes(ran: &Ran) -> bool {
    ran.stdout.contains('\u{1b}') || ran.stderr.contains('\u{1b}')
}

#[test]
fn a_pipe_gets_plain_text() {
    let course = Small::new();
    for args in REPORTS {
        let ran = course.run(args);
        assert!(!has_escapes(&ran), "{args:?}: {ran:#?}");
        assert!(!ran.stdout.is_empty(), "{args:?}");
    }
    assert!(!has_escapes(&course.run(&["check", "nobody"])));
}

#[test]
fn colour_is_switched_by_arguments_and_environment() {
    let course = Small::new();
    let colored = course.run(&["list", "--color", "always"]);
    assert!(has_escapes(&colored));
    let always = run(course.command(&["list", "--color", "always"]).env("NO_COLOR", "1"));
    assert!(has_escapes(&always), "an argument outranks the environment");
    for args in [&["list", "--no-color"][..], &["list", "--color", "never"], &["list", "--color", "auto"]] {
        assert_eq!(course.run(args).stdout, course.run(&["list"]).stdout, "{args:?}");
    }
    let plain = run(course.command(&["list"]).env("NO_COLOR", "1"));
    assert!(!has_escapes(&plain));
    assert_eq!(course.run(&["list", "--no-color", "--color", "always"]).code, Some(2));
    let error = course.run(&["check", "nobody", "--color", "always"]);
    assert!(error.stderr.contains('\u{1b}'), "{error:#?}");
}

#[test]
fn what_a_learner_prints_obeys_nobody_even_in_colour() {
    let course = Small::new();
    course.write(GREETING, "print('\\x1b[2J\\x1b]0;title\\x07Hello')\nraise ValueError('\\x1b[31mred')\n");
    for color in ["always", "never"] {
        let said = course.expect(&["check", "greeting", "--color", color], 1);
        for harmful in ["\u{1b}[2J", "\u{1b}]0;", "\u{7}", "\u{1b}[31mred"] {
            assert!(!said.contains(harmful), "{harmful:?} in {said}");
        }
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_a_normal_end() {
    let course = Small::new();
    let reports = REPORTS.into_iter().chain([
        &["list", "--json"][..],
        &["next", "--json"],
        &["check", "--json"],
        &["hint", "greeting", "--json"],
        &["completions", "bash"],
        &["--help"],
    ]);
    for args in reports {
        let (reader, writer) = pipe().expect("a pipe");
        drop(reader);
        let mut command = prolings_std(course.path());
        let child = command.args(args).stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).spawn();
        drop(command);
        let output = child.expect("started").wait_with_output().expect("an end");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), said.as_ref()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn one_line_of_a_list_is_enough() {
    let course = Small::new();
    let mut command = prolings_std(course.path());
    let mut child = command.arg("list").stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    assert_eq!(line, "Small\n");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn a_verdict_needs_no_reader() {
    let course = Small::new();
    let mut command = prolings_std(course.path());
    let status =
        command.arg("check").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert_eq!(status.expect("an end").code(), Some(1));
}
