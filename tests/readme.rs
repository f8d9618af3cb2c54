//! The `console` blocks of README and docs/authoring.md are run in copies of the repository's course, by a shell, as
//! they stand.
//!
//! A line that starts with `$ ` is a command, what follows is what it prints on both streams. A line `...` stands for
//! any lines, one that ends in ` ...` for any end of that line. Runs of spaces inside a line count as one, so that a new exercise with a long name leaves the README true.

#![cfg(unix)]

mod support;

use std::path::Path;
use std::process::Command;

const README: &str = include_str!("../README.md");
const AUTHORING: &str = include_str!("../docs/authoring.md");

/// Between the outputs of two commands.
const BORDER: char = '\u{1e}';

struct Step<'a> {
    command: &'a str,
    wanted: Vec<&'a str>,
}

#[test]
fn the_readmes_examples_are_true() {
    let blocks = blocks(README);
    assert!(blocks.len() >= 3, "the README's examples were not found");
    for block in blocks {
        assert_true(&block, course().path());
    }
}

/// The worked example of docs/authoring.md, in one copy of the course: files are written where their first line says,
/// commands are run in between.
#[test]
fn the_worked_example_for_authors_is_true() {
    let course = course();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // What the course's manifests and tools rest on.
    support::copy_tree(&root.join("docs/schema"), &course.path().join("docs/schema"));
    for settings in ["ruff.toml", "_typos.toml"] {
        std::fs::copy(root.join(settings), course.path().join(settings)).expect("a copy");
    }
    let mut files = 0;
    for part in AUTHORING.split("\n```").skip(1).step_by(2) {
        let (language, body) = part.split_once('\n').expect("a block");
        if language == "console" {
            assert_true(&body.lines().collect::<Vec<_>>(), course.path());
            continue;
        }
        let (first, text) = body.split_once('\n').expect("a file");
        let file = first.trim_start_matches("# ").trim_start_matches("<!-- ").trim_end_matches(" -->");
        assert!(file.starts_with("exercises/") || file.starts_with("solutions/"), "{first} names no file");
        std::fs::create_dir_all(course.path().join(file).parent().expect("a folder")).expect("a folder");
        support::write(course.path(), file, format!("{text}\n"));
        files += 1;
    }
    assert_eq!(files, 8, "the files of the example were not found");
}

/// Runs a block and compares what it prints.
#[track_caller]
fn assert_true(block: &[&str], course: &Path) {
    let steps = steps(block);
    let printed = run(&steps, course);
    assert_eq!(printed.len(), steps.len(), "{printed:#?}");
    for (step, printed) in steps.iter().zip(&printed) {
        let lines: Vec<&str> = printed.trim_end_matches('\n').lines().collect();
        assert!(
            fits(&step.wanted, &lines),
            "`$ {}` prints:\n{printed}\nand the document says:\n{}",
            step.command,
            step.wanted.join("\n")
        );
    }
}

/// The lines of each `console` block.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let parts = text.split("\n```console\n").skip(1);
    parts.map(|part| part.split("\n```").next().unwrap_or("").lines().collect()).collect()
}

fn steps<'a>(block: &[&'a str]) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::new();
    for line in block {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step { command, wanted: Vec::new() }),
            (None, Some(step)) => step.wanted.push(line),
            (None, None) => panic!("output before the first command: {line}"),
        }
    }
    steps
}

/// A copy of the repository's course, and the environment that its examples need.
fn course() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let copy = tempfile::tempdir().expect("a temporary folder");
    for folder in ["exercises", "solutions"] {
        support::copy_tree(&root.join(folder), &copy.path().join(folder));
    }
    // Making the environment says so once, on whichever run comes first: not on the one that is compared.
    let ready = support::prolings(copy.path()).args(["check", "first_run"]).output().expect("it runs");
    assert_eq!(ready.status.code(), Some(1), "{}", String::from_utf8_lossy(&ready.stderr));
    copy
}

/// What each step prints. One shell runs all of them, so that `$?` is what it is for a reader who types along.
fn run(steps: &[Step<'_>], course: &Path) -> Vec<String> {
    let script: String = steps
        .iter()
        .map(|step| format!("{}\nlast=$?; printf '\\036'; (exit $last)\n", step.command))
        .collect();
    let programs = Path::new(env!("CARGO_BIN_EXE_prolings")).parent().expect("a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([programs.to_path_buf()].into_iter().chain(std::env::split_paths(&path)));
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{script}")])
        .current_dir(course)
        .env("PATH", path.expect("a path"))
        .env("PROLINGS_ENV_DIR", support::environments())
        .env_remove("PROLINGS_PYTHON")
        .output()
        .expect("a shell");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    let mut parts: Vec<String> = printed.split(BORDER).map(str::to_owned).collect();
    assert_eq!(parts.pop().as_deref(), Some(""), "what follows the last border");
    parts
}

/// Whether the lines are the wanted ones, with `...` for any number of them.
fn fits(wanted: &[&str], lines: &[&str]) -> bool {
    match wanted {
        [] => lines.is_empty(),
        ["...", rest @ ..] => (0..=lines.len()).any(|skipped| fits(rest, &lines[skipped..])),
        [first, rest @ ..] => match lines {
            [line, others @ ..] => is_like(first, line) && fits(rest, others),
            [] => false,
        },
    }
}

/// Whether a line is the wanted one; ` ...` at the end of that stands for anything.
fn is_like(wanted: &str, line: &str) -> bool {
    match wanted.strip_suffix(" ...") {
        Some(start) => line.starts_with(start),
        None => squeezed(wanted) == squeezed(line),
    }
}

/// The line's margin, and its words.
fn squeezed(line: &str) -> (usize, Vec<&str>) {
    (line.len() - line.trim_start().len(), line.split_whitespace().collect())
}

#[test]
fn dots_stand_for_any_lines() {
    assert!(fits(&["a", "...", "d"], &["a", "b", "c", "d"]));
    assert!(fits(&["a", "..."], &["a"]));
    assert!(fits(&["a  b"], &["a      b"]));
    assert!(fits(&["in ..."], &["in 3 s"]) && !fits(&["in ..."], &["on 3 s"]));
    assert!(!fits(&["a"], &["  a"]));
    assert!(!fits(&["a", "...", "d"], &["a", "b"]));
    assert!(!fits(&["a"], &["a", "b"]));
}
