//! The small valid course that the tests damage, the kinds of damage, and what an error must say.

use std::fs;
use std::path::{Path, PathBuf};

use prolings::discover::load;
use prolings::error::{Place, UserError};
use tempfile::TempDir;

pub(crate) const COURSE: &str = "exercises/course.yaml";
pub(crate) const HELLO: &str = "exercises/a_basics/01_hello/exercise.yaml";
pub(crate) const AREA: &str = "exercises/a_basics/02_area/exercise.yaml";
pub(crate) const TIMER: &str = "exercises/b_more/01_timer/exercise.yaml";

pub(crate) const GOOD: &[(&str, &str)] = &[
    (
        COURSE,
        r#"format: 1
title: A small course
python: ">=3.11,<3.15"
path:
  - a_basics
  - b_more
groups:
  core:
    summary: pytest
  quality:
limits: { time: 10s, memory: 512MiB }
"#,
    ),
    ("exercises/README.md", "# A small course\n"),
    ("exercises/requirements/core.txt", "pytest==9.0.2\n"),
    ("exercises/requirements/quality.txt", "mypy==1.19.1\n"),
    ("exercises/a_basics/README.md", "# Basics\n"),
    ("exercises/a_basics/01_hello/README.md", "Say hello.\n"),
    ("exercises/a_basics/01_hello/hello.py", "print('hello')\n"),
    (
        HELLO,
        r#"title: Hello
level: 1
edit: [hello.py]
checks:
  - output: hello.py
    stdout: |
      hello
      world 42
hints:
  - Look closely.
mistakes:
  - name: comma
    feedback: Mind the comma.
    when: { diff: "," }
"#,
    ),
    ("exercises/a_basics/02_area/README.md", "Compute areas.\n"),
    ("exercises/a_basics/02_area/area.py", "def area(a, b): ...\n"),
    ("exercises/a_basics/02_area/test_area.py", "import area\n"),
    (
        AREA,
        r#"title: Area
edit: [area.py]
after: [hello]
checks:
  - cases: area.py
    table:
      - { call: area, args: [2, 3], returns: 6 }
      - { call: area, args: [-1, 3], raises: ValueError }
  - pytest: test_area.py
    tests:
      - test_area
      - test_volume[int]
mistakes:
  - name: sum
    feedback: Areas are products.
    when: { test: test_area }
"#,
    ),
    ("exercises/b_more/01_timer/README.md", "Measure time.\n"),
    ("exercises/b_more/01_timer/timer.py", "x: int = ''\n"),
    (
        TIMER,
        r#"title: Timer
edit: [timer.py]
groups: [quality]
limits: { time: 5s }
checks:
  - tool: [mypy, --strict, timer.py]
"#,
    ),
];

/// A small valid course: three exercises with each kind of check.
pub(crate) fn good_course() -> TempDir {
    let course = TempDir::new().unwrap();
    for (path, text) in GOOD {
        write(course.path(), path, text);
    }
    course
}

pub(crate) fn write(root: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// What is done to the good course.
#[derive(Clone, Copy)]
pub(crate) enum Damage {
    /// In a file, the first text becomes the second.
    Edit(&'static str, &'static str, &'static str),
    /// A file gets this content; it is added when it is not there.
    Content(&'static str, &'static [u8]),
    /// A path is removed.
    Remove(&'static str),
    /// The first path becomes the second.
    Rename(&'static str, &'static str),
    /// A path becomes a symbolic link.
    #[cfg(unix)]
    Link(&'static str),
}
pub(crate) use Damage::{Content, Edit, Remove, Rename};

impl Damage {
    pub(crate) fn apply(self, root: &Path) {
        match self {
            Edit(file, from, to) => {
                let text = fs::read_to_string(root.join(file)).unwrap();
                assert!(text.contains(from), "{file} holds no {from:?}");
                write(root, file, text.replacen(from, to, 1));
            }
            Content(file, bytes) => write(root, file, bytes),
            Remove(path) if root.join(path).is_dir() => fs::remove_dir_all(root.join(path)).unwrap(),
            Remove(path) => fs::remove_file(root.join(path)).unwrap(),
            Rename(from, to) => {
                fs::create_dir_all(root.join(to).parent().unwrap()).unwrap();
                fs::rename(root.join(from), root.join(to)).unwrap();
            }
            #[cfg(unix)]
            Damage::Link(path) => {
                let _ = fs::remove_file(root.join(path));
                std::os::unix::fs::symlink("/etc/hostname", root.join(path)).unwrap();
            }
        }
    }
}

/// Damage; the file and line that the error must name (line 0: none); parts of what it says and of its help.
pub(crate) type Row = (Damage, &'static str, usize, &'static str, &'static str);

/// An edit of one file: the first text becomes the second; then as in [`Row`].
pub(crate) type EditRow = (&'static str, &'static str, usize, &'static str, &'static str);

/// Makes each row's edit of `file` in a fresh course, which must then report that error alone, in that file.
pub(crate) fn edits(file: &'static str, rows: &[EditRow]) {
    for (from, to, line, what, help) in rows {
        each_alone(&[(Edit(file, from, to), file, *line, what, help)]);
    }
}

/// Does each row's damage to a fresh course, which must then report that error alone.
pub(crate) fn each_alone(rows: &[Row]) {
    for (damage, file, line, what, help) in rows {
        let course = good_course();
        damage.apply(course.path());
        let errors = errors_of(course.path());
        assert_eq!(errors.len(), 1, "{what}:\n{}", shown(&errors));
        assert_error(&errors[0], file, *line, what, help);
    }
}

pub(crate) fn assert_error(error: &UserError, file: &str, line: usize, what: &str, help: &str) {
    let place = Place { path: PathBuf::from(file), line: (line > 0).then_some(line) };
    assert_eq!(error.place.as_ref(), Some(&place), "{error}");
    assert!(error.what.contains(what), "{what:?} is not what it says:\n{error}");
    assert!(!error.why.as_deref().unwrap_or_default().is_empty(), "no why:\n{error}");
    let given = error.help.as_deref().unwrap_or_default();
    assert!(!given.is_empty() && given.contains(help), "{help:?} is not the help:\n{error}");
}

pub(crate) fn errors_of(root: &Path) -> Vec<UserError> {
    load(root).err().map(|errors| errors.iter().cloned().collect()).unwrap_or_default()
}

pub(crate) fn shown(errors: &[UserError]) -> String {
    errors.iter().map(|error| format!("{error}\n")).collect()
}

/// A manifest with every key that an exercise may have, but for those of `pytest` checks.
pub(crate) const EVERY_KEY: &str = r#"
title: Hello
covers: [A1.2, A1.ex]
level: 5
edit: [hello.py]
groups: [quality]
needs: [git]
after: [timer]
aliases: [hallo]
starter: { fails: output, raises: TypeError, message: must not }
style: free
python: ">=3.12,<3.14"
points: 3
limits: { time: 1.5s, processes: 8, output: 64KiB, network: loopback }
start: cold
checks:
  - output: hello.py
    args: [--count, "3"]
    stdin: |
      in
    stdout: ""
    exit_code: 2
    compare:
      whitespace: any
      case: ignore
      order: any
      before: [["a {{int}}", b]]
      floats: { abs: 1e-9, rel: 1e-6 }
      pattern: false
      contains: true
  - output: hello.py
    stdout_file: expected.txt
    compare: { pattern: true }
    always: true
    start: cold
  - cases: hello.py
    floats: { abs: 0.1 }
    table:
      - call: Shop.make
        args: [1, true]
        kwargs: { unit: cm }
        returns:
          t: !tuple [1, 1.0]
          s: !set [1]
          f: !frozenset [2]
          b: !bytes "00FF"
          n: null
          big: 1000000000000000000000000000000000000000000
        stdout: "made\n"
      - { call: sell, raises: shop.OutOfStock, message: none left }
  - tool: [mypy, hello.py]
hints:
  - Look closely.
mistakes:
  - name: comma
    feedback: Mind the comma.
    when: { raises: TypeError, message: x, stdout: y, stderr: z, diff: "," }
  - name: other
    feedback: No condition.
"#;
