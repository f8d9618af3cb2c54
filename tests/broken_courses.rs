//! Broken courses: each kind of damage is done to a small valid course, and must be reported with file, line, what,
//! why and help, and nothing else with it.
#![expect(clippy::disallowed_methods, reason = "the files are a test's own, in a temporary folder")]
#![expect(clippy::unwrap_used, reason = "a test that cannot write its files fails")]

#[path = "broken_courses/course.rs"]
mod course;
#[path = "broken_courses/manifests.rs"]
mod manifests;
#[path = "broken_courses/several.rs"]
mod several;

use std::fs;

use course::*;
use prolings::discover::{find_root, load};
use prolings::model::exercise::Fails;
use tempfile::TempDir;

#[test]
fn the_good_course_is_good() {
    let course = good_course();
    assert_eq!(shown(&errors_of(course.path())), "");
}

#[test]
#[rustfmt::skip] // one row a line
fn folders_and_files() {
    const T: &str = "exercises/b_more/01_timer";
    each_alone(&[
        (Remove(COURSE), COURSE, 0, "no course here", "change into"),
        (Remove("exercises/a_basics/02_area/test_area.py"), AREA, 9, "test_area.py is missing", "add the file"),
        (Remove("exercises/a_basics/01_hello/README.md"), "exercises/a_basics/01_hello/README.md", 0, "`hello` has no README.md", "add"),
        (Remove("exercises/requirements/quality.txt"), COURSE, 10, "group `quality` has no lock", "uv pip compile"),
        (Remove("exercises/requirements/core.txt"), COURSE, 8, "group `core` has no lock", "uv pip compile"),
        (Remove("exercises/b_more"), COURSE, 6, "topic `b_more` has no folder", "add the folder"),
        (Remove(T), "exercises/b_more", 0, "has no exercises", "add an exercise"),
        (Edit(COURSE, "  - b_more\n", ""), "exercises/b_more", 0, "`b_more` is not in the course's path", "- b_more"),
        (Content("exercises/notes.txt", b""), "exercises/notes.txt", 0, "stray file notes.txt", "move it away"),
        (Content("exercises/course.yml", b""), "exercises/course.yml", 0, "stray file", "did you mean `course.yaml`?"),
        (Content("exercises/drafts/x", b""), "exercises/drafts", 0, "stray folder drafts", "move it away"),
        (Content("exercises/b_more/todo.md", b""), "exercises/b_more/todo.md", 0, "stray file todo.md", "move it away"),
        (Content("exercises/b_more/02_x/x.py", b""), "exercises/b_more/02_x", 0, "02_x has no exercise.yaml", "add"),
        (Rename(T, "exercises/b_more/timer"), "exercises/b_more/timer", 0, "not named like `02_my_meta`", "rename"),
        (Rename(T, "exercises/b_more/01_My-T"), "exercises/b_more/01_My-T", 0, "not named like", "rename"),
    ]);
}

#[test]
fn leftovers_are_nobodys_mistake() {
    let course = good_course();
    let leftovers = [
        "exercises/.DS_Store",
        "exercises/b_more/.idea/x",
        "exercises/b_more/05_gone/__pycache__/x.pyc",
        "exercises/b_more/01_timer/timer.py~",
        "exercises/b_more/01_timer/timer.py.bak",
        "exercises/b_more/01_timer/__pycache__/timer.pyc",
    ];
    for path in leftovers {
        write(course.path(), path, "");
    }
    let loaded = load(course.path()).unwrap();
    assert_eq!(loaded.exercise("timer").unwrap().protected, []);
}

#[test]
#[rustfmt::skip] // one row a line
fn manifests_that_cannot_be_read() {
    each_alone(&[
        (Content(TIMER, b""), TIMER, 1, "is empty", "write it"),
        (Content(TIMER, b"# later\n"), TIMER, 1, "is empty", "write it"),
        (Content(TIMER, b"title: x\nedit: \xff\xfe\n"), TIMER, 2, "is not UTF-8", "save it as UTF-8"),
        (Content(TIMER, b"title: x\nhints:\n  - `this` first\n"), TIMER, 3, "not valid YAML", "needs quotes"),
        (Content(TIMER, b"title: x\nedit: [a.py\nchecks: 1\n"), TIMER, 3, "not valid YAML", "brackets"),
        (Content(TIMER, b"title: x\n\tedit: y\n"), TIMER, 2, "not valid YAML", "spaces, not tabs"),
        (Content(TIMER, b"title: x\n---\ntitle: y\n"), TIMER, 2, "not valid YAML", "remove the `---`"),
        (Content(TIMER, b"- one\n- two\n"), TIMER, 1, "an exercise has the wrong type", "title:"),
        (Content(COURSE, b"format: 1\npath: [a\n"), COURSE, 3, "not valid YAML", "brackets"),
        (Remove("exercises/a_basics/01_hello/exercise.yaml"), "exercises/a_basics/01_hello", 0, "no exercise.yaml", "add"),
    ]);
    edits(COURSE, &[("format: 1", "format: 2", 1, "the course has format 2", "newer prolings")]);
    let course = good_course();
    write(course.path(), TIMER, vec![b'#'; 1 << 20]);
    assert_error(&errors_of(course.path())[0], TIMER, 0, "is too large", "stdout_file");
}

#[test]
#[rustfmt::skip] // one row a line
fn keys_and_types() {
    edits(HELLO, &[
        ("level: 1", "levle: 1", 2, "unknown key `levle`", "did you mean `level`?"),
        ("title: Hello\n", "", 1, "an exercise has no `title`", "title: "),
        ("title: Hello", "title: ''", 1, "`title` is empty", "title: "),
        ("title: Hello", "title: 3.12", 1, "`title` has the wrong type", "in quotes"),
        ("level: 1", "title: Again", 2, "`title` is given twice", "keep one"),
        ("level: 1", "level: 6", 2, "`level` is 6", "level: 2"),
        ("level: 1", "level: hard", 2, "`level` has the wrong type", "level: 2"),
        ("level: 1", "level: 1.0", 2, "`level` has the wrong type", "level: 2"),
        ("level: 1", "points: -1", 2, "`points` is -1", "points: 1"),
        ("level: 1", "7: x", 2, "a key has the wrong type", "in quotes"),
        ("  - Look closely.", "  - Look: closely.", 10, "an item of `hints` has the wrong type", "quotes"),
        ("  - Look closely.", "  - { text: Look., wen: { mistake: comma } }", 10, "unknown key `wen` in a hint", "did you mean `when`?"),
        ("  - Look closely.", "  - { when: { mistake: comma } }", 10, "a hint has no `text`", "text:"),
        ("  - Look closely.", "  - { text: Look., when: { mistake: coma } }", 10, "unknown mistake `coma`", "did you mean `comma`?"),
        ("  - Look closely.", "  - { text: Look., when: { test: test_x } }", 10, "unknown test `test_x`", "tests"),
        ("  - Look closely.", "  - { text: Look., when: { test: a, mistake: comma } }", 10, "`when` of a hint wants one condition", "`test` or `mistake`"),
        ("hints:\n  - Look closely.", "hints: []", 9, "`hints` is empty", "hints:"),
        ("hints:\n  - Look closely.", "hints:", 9, "`hints` has the wrong type", "hints:"),
    ]);
    edits(TIMER, &[("[quality]", "[qualty]", 3, "unknown group `qualty`", "did you mean `quality`?")]);
    edits(HELLO, &[
        ("level: 1", "python: 3.12", 2, "`python` has the wrong type", "quotes"),
        ("level: 1", "python: '3.12'", 2, "`python: 3.12` cannot be", ">=3.12"),
        ("level: 1", "python: '>=3.15'", 2, "`python: >=3.15` cannot be", ">=3.11,<3.15"),
        ("level: 1", "python: '>=3.10'", 2, "`python: >=3.10` cannot be", ">=3.11,<3.15"),
    ]);
    edits(COURSE, &[
        (">=3.11,<3.15", ">=3.8", 3, "`python: >=3.8` cannot be", ">=3.11"),
        ("  - b_more", "  - b_more\n  - a_basics", 7, "in the path twice", "remove one"),
        ("  - b_more", "  - b_more\n  - ../x", 7, "cannot be called `../x`", "a1_metaclasses"),
        ("  quality:\n", "  quality:\n    sumary: x\n", 11, "unknown key `sumary`", "`summary`?"),
        ("  quality:\n", "  quality:\n    preload: [no-name]\n", 11, "`no-name` is no module", "matplotlib.pyplot"),
        ("  quality:\n", "  quality:\n    preload: [numpy, numpy]\n", 11, "`numpy` is given twice", "keep one"),
        ("  quality:\n", "  quality:\n    preload: numpy\n", 11, "`preload`", "preload: [numpy]"),
    ]);
}

#[test]
#[rustfmt::skip] // one row a line
fn limits() {
    let rows = [
        ("time: 5", "`time: 5` has no unit", "time: 5s"),
        ("time: 5sec", "`time: 5sec` has no known unit", "did you mean `s`?"),
        ("time: 0s", "`time: 0s` is too small", "time: 5s"),
        ("time: 2000m", "`time: 2000m` is too large", "time: 5s"),
        ("time: fast", "`time: fast` has no known unit", "time: 5s"),
        ("time: 1.2.3s", "`time: 1.2.3s` is not a number", "time: 5s"),
        ("memory: 512MB", "`memory: 512MB` has no known unit", "did you mean `MiB`?"),
        ("memory: 1KiB", "`memory: 1KiB` is too small", "memory: 512MiB"),
        ("memory: 99999999999999999999GiB", "is not a number", "memory: 512MiB"),
        ("processes: 0", "`processes` is 0", "processes: 64"),
        ("cpu: 10ms", "`cpu: 10ms` is too small", "cpu: 20s"),
        ("open_files: 3", "`open_files` is 3", "open_files: 512"),
        ("file_size: 5", "`file_size: 5` has no unit", "file_size: 64MiB"),
        ("written: 1KiB", "`written: 1KiB` is too small", "written: 256MiB"),
        ("files: many", "`files`", "files: 10000"),
        ("cores: 0", "`cores` is 0", "cores: 2"),
        ("output: 0B", "`output: 0B` is too small", "output: 1MiB"),
        ("network: all", "`network` cannot be `all`", "network: none"),
        ("tiem: 5s", "unknown key `tiem` in `limits`", "did you mean `time`?"),
    ];
    for (limit, what, help) in rows {
        let course = good_course();
        Edit(TIMER, "time: 5s", limit).apply(course.path());
        let errors = errors_of(course.path());
        assert_eq!(errors.len(), 1, "{limit}:\n{}", shown(&errors));
        assert_error(&errors[0], TIMER, 4, what, help);
    }
}

#[test]
#[rustfmt::skip] // one row a line
fn editable_files() {
    const TASK: &str = "exercises/a_basics/02_area";
    edits(AREA, &[
        ("edit: [area.py]", "edit: []", 2, "`edit` is empty", "edit: "),
        ("edit: [area.py]\n", "", 1, "an exercise has no `edit`", "edit: "),
        ("edit: [area.py]", "edit: area.py", 2, "`edit` has the wrong type", "edit: ["),
        ("edit: [area.py]", "edit: [/etc/passwd]", 2, "`edit` names `/etc/passwd`", "from the exercise's folder"),
        ("edit: [area.py]", "edit: [../01_hello/hello.py]", 2, "`edit` names `../", "from the exercise's"),
        ("edit: [area.py]", "edit: [./area.py]", 2, "`edit` names `./area.py`", "from the exercise's"),
        ("edit: [area.py]", "edit: [arae.py]", 2, "arae.py is missing", "did you mean `area.py`?"),
        ("edit: [area.py]", "edit:\n  - area.py\n  - area.py", 4, "listed twice", "remove one"),
        ("edit: [area.py]", "edit: [area.py, test_area.py]", 2, "test_area.py cannot be edited", "remove it"),
        ("edit: [area.py]", "edit: [area.py, exercise.yaml]", 2, "exercise.yaml cannot be edited", "remove it"),
        ("edit: [area.py]", "edit: [area.py, README.md]", 2, "README.md cannot be edited", "remove it"),
    ]);
    let course = good_course();
    write(course.path(), &format!("{TASK}/data/x.txt"), "x");
    write(course.path(), &format!("{TASK}/queue.py"), "x");
    Edit(AREA, "edit: [area.py]", "edit:\n  - area.py\n  - data\n  - queue.py").apply(course.path());
    let errors = errors_of(course.path());
    assert_eq!(errors.len(), 2, "{}", shown(&errors));
    assert_error(&errors[0], AREA, 4, "data is a folder", "each of its files");
    assert_error(&errors[1], AREA, 5, "queue.py would shadow the standard library's `queue`", "rename it");
}

#[cfg(unix)]
#[test]
#[rustfmt::skip] // one row a line
fn symbolic_links() {
    use Damage::Link;
    each_alone(&[
        (Link("exercises/a_basics/02_area/data"), "exercises/a_basics/02_area/data", 0, "data is a symbolic link", "remove it"),
        (Link(TIMER), TIMER, 0, "exercise.yaml is not taken", "regular file"),
        (Link("exercises/c_link"), "exercises/c_link", 0, "c_link is a symbolic link", "remove it"),
        (Link("exercises/a_basics/README.md"), "exercises/a_basics/README.md", 0, "is a symbolic link", "remove it"),
    ]);
    let course = good_course();
    Link("exercises/a_basics/01_hello/hello.py").apply(course.path());
    let errors = errors_of(course.path());
    assert_eq!(errors.len(), 2, "`edit` and `output` name it:\n{}", shown(&errors));
    assert_error(&errors[0], HELLO, 3, "hello.py is a symbolic link", "regular file");
}

#[test]
#[rustfmt::skip] // one row a line
fn output_checks() {
    const EXPECTED: &str = "    stdout: |\n      hello\n      world 42\n";
    edits(HELLO, &[
        (EXPECTED, "", 5, "`hello` has no expected output", "with what the solution prints"),
        ("    stdout:", "    stdout_file: hello.py\n    stdout:", 6, "given twice", "keep one"),
        (EXPECTED, "    stdout_file: out.txt\n", 6, "out.txt is missing", "add the file"),
        (EXPECTED, "    stdout_file: hello.py\n", 3, "hello.py cannot be edited", "remove it"),
        ("- output: hello.py", "- output: helo.py", 5, "helo.py is missing", "did you mean `hello.py`?"),
        ("- output: hello.py", "- ouput: hello.py", 5, "does not say what it checks", "did you mean `output`?"),
        ("- output: hello.py", "- output: hello.py\n    pytest: x.py", 5, "of several kinds", "of its own"),
        ("    stdout:", "    exit_code: 256\n    stdout:", 6, "`exit_code` is 256", "exit_code: 0"),
        ("    stdout:", "    args: [3]\n    stdout:", 6, "an item of `args` has the wrong type", "`\"3\"`"),
        ("    stdout:", "    compare: { case: lower }\n    stdout:", 6, "`case` cannot be `lower`", "case: ignore"),
        ("    stdout:", "    compare: { floats: { abs: -1 } }\n    stdout:", 6, "`abs` is -1", "abs: 1e-9"),
        ("    stdout:", "    compare: { pattern: yes }\n    stdout:", 6, "`pattern` has the wrong type", "true"),
        ("    stdout:", "    compare:\n      order: exact\n      before: [[a, b]]\n    stdout:", 8, "beside `order: exact`", "order: any"),
        ("    stdout:", "    compare:\n      before:\n        - [a, b, c]\n    stdout:", 8, "not a pair", "before: [["),
        ("    stdout:", "    compare:\n      before: [[a, '{{in}}']]\n    stdout:", 7, "bad pattern `{{in}}`", "`int`?"),
        ("    stdout: |\n      hello\n      world 42", "    compare: { pattern: true }\n    stdout: |\n      hello\n      {{inte}} 42", 9, "bad pattern in the expected line", "did you mean `int`?"),
        ("    stdout: |\n      hello\n      world 42", "    compare: { pattern: true }\n    stdout: '{{re:(}}'", 7, "bad pattern in the expected line", "regular expression"),
    ]);
}

#[test]
fn bad_patterns_in_a_file_of_output_are_found_there() {
    const FILE: &str = "exercises/a_basics/01_hello/out.txt";
    let course = good_course();
    write(course.path(), FILE, "fine\n{{any}}\n{{what}}\n");
    let to = "    stdout_file: out.txt\n    compare: { pattern: true }\n";
    Edit(HELLO, "    stdout: |\n      hello\n      world 42\n", to).apply(course.path());
    let errors = errors_of(course.path());
    assert_eq!(errors.len(), 1, "{}", shown(&errors));
    assert_error(&errors[0], FILE, 3, "{{what}}", "use one of these");
}

#[test]
#[rustfmt::skip] // one row a line
fn other_checks() {
    edits(HELLO, &[
        ("checks:\n  - output: hello.py\n    stdout: |\n      hello\n      world 42\n", "", 1, "`hello` has no checks", "add `checks:`"),
        ("hints:\n", "equivalent: [{ mutant: a => b }]\nhints:\n", 9, "an equivalent mutant has no `why`", "add `why"),
        ("hints:\n", "equivalent: [{ mutant: a, why: b }, { mutant: a, why: c }]\nhints:\n", 9, "`a` is declared twice", "remove one"),
    ]);
    edits(TIMER, &[
        ("checks:\n  - tool: [mypy, --strict, timer.py]", "checks: []", 5, "`checks` is empty", "checks:"),
        ("[mypy, --strict, timer.py]", "mypy --strict", 6, "`tool` has the wrong type", "tool: ["),
        ("tool: [mypy, --strict, timer.py]", "mutants: mutants/\n    tests: timer.py\n    bad: {}", 6, "mutants/ has no files", "mutants: mutants/"),
    ]);
    edits(AREA, &[
        ("- pytest: test_area.py", "- pytest: test_area.py\n    mode: split\n    split: allowed", 11, "`split: allowed` beside `mode: split`", "remove"),
        ("- pytest: test_area.py", "- pytest: test_area.py\n    classes: [Area]", 10, "`classes` without a split run", "split: allowed"),
        ("- pytest: test_area.py", "- pytest: test_area.py\n    mode: split\n    classes: [area.Area]", 11, "`area.Area` is no name", "write `Vector`"),
        ("    tests:\n      - test_area\n      - test_volume[int]\n", "", 9, "`area` has no locked tests", "prolings dev bless area"),
        ("    tests:\n      - test_area\n      - test_volume[int]\n", "    tests: []\n", 10, "no locked tests", "prolings dev bless area"),
        ("- test_volume[int]", "- test_area", 12, "`test_area` is listed twice", "remove one"),
        ("- test_volume[int]", "- test_area.py::test_x", 12, "names the file", "write `test_x`"),
        ("    table:\n      - { call: area, args: [2, 3], returns: 6 }\n      - { call: area, args: [-1, 3], raises: ValueError }\n", "", 5, "a `cases` check has no `table`", "table:"),
        (", returns: 6", "", 7, "does not say what must come of the call", "returns:"),
        ("returns: 6", "returns: 6, raises: KeyError", 7, "both `returns` and `raises`", "keep one"),
        ("returns: 6", "returns: 6, message: x", 7, "`message` without `raises`", "raises:"),
        ("call: area, args: [2", "args: [2", 7, "a case has no `call`", "call: area"),
        ("call: area", "call: area(2)", 7, "`call` cannot be `area(2)`", "call: area"),
        ("returns: 6", "returns: !tupel [6]", 7, "unknown tag `!tupel`", "did you mean `tuple`?"),
        ("returns: 6", "returns: !bytes \"0g\"", 7, "`!bytes` cannot be `0g`", "00ff"),
        ("returns: 6", "returns: !set [[1]]", 7, "is a list, set or dict", "!tuple"),
        ("returns: 6", "returns: {1: a, 1: b}", 7, "a key of a dict is repeated", "remove one"),
        ("returns: 6", "kwargs: {a b: 1}, returns: 6", 7, "`a b` cannot be an argument's name", "kwargs:"),
    ]);
}

#[test]
#[rustfmt::skip] // one row a line
fn names_across_the_course() {
    each_alone(&[
        (Edit(HELLO, "level: 1", "after: [area]"), AREA, 3, "`area` comes after itself", "remove"),
        (Rename("exercises/b_more/01_timer", "exercises/a_basics/03_timer"), "exercises/b_more", 0, "`b_more` has no exercises", "add an exercise"),
        (Rename("exercises/a_basics/02_area", "exercises/a_basics/01_area"), "exercises/a_basics/01_hello", 0, "the same number", "another number"),
    ]);
    edits(AREA, &[
        ("[hello]", "[helo]", 3, "unknown exercise `helo`", "did you mean `hello`?"),
        ("[hello]", "[area]", 3, "`area` comes after itself", "remove"),
    ]);
    edits(HELLO, &[
        ("level: 1", "aliases: [timer]", 2, "alias `timer` is taken", "remove"),
        ("level: 1", "aliases: [01_hi]", 2, "cannot be called `01_hi`", "without the number"),
    ]);
    let course = good_course();
    Rename("exercises/b_more/01_timer", "exercises/b_more/01_hello").apply(course.path());
    let errors = errors_of(course.path());
    assert_eq!(errors.len(), 1, "{}", shown(&errors));
    assert_error(&errors[0], "exercises/b_more/01_hello", 0, "two exercises are called `hello`", "rename");
    assert!(errors[0].why.as_deref().unwrap().contains("exercises/a_basics/01_hello"), "{}", errors[0]);
}

#[test]
#[rustfmt::skip] // one row a line
fn mistakes() {
    let second = "  - name: comma\n    feedback: Again.\n  - name: comma";
    each_alone(&[
        (Edit(HELLO, "  - name: comma", second), HELLO, 14, "two mistakes are called `comma`", "rename"),
    ]);
    edits(HELLO, &[
        ("diff: \",\"", "diff: \"(\"", 14, "`diff` is not a regular expression", "backslash"),
        ("{ diff: \",\" }", "{}", 14, "`when` is empty", "add a condition"),
        ("diff: \",\"", "difference: x", 14, "unknown key `difference`", "did you mean `diff`?"),
        ("    feedback: Mind the comma.\n", "", 12, "a mistake has no `feedback`", "feedback:"),
        ("name: comma", "name: ../comma", 12, "cannot be called `../comma`", "forgot_super"),
        ("diff: \",\"", "test: test_x", 14, "unknown test `test_x`", "name one of those"),
    ]);
    edits(AREA, &[
        ("{ test: test_area }", "{ test: [test_area, test_volume] }", 16, "unknown test `test_volume`", "did you mean `test_volume[int]`?"),
    ]);
}

#[test]
#[rustfmt::skip] // one row a line
fn starters() {
    edits(AREA, &[
        ("after: [hello]", "starter: { fails: everything }", 3, "`fails` cannot be `everything`", "name one of those"),
        ("after: [hello]", "starter: { fails: test_aera }", 3, "`fails` cannot be `test_aera`", "did you mean `test_area`?"),
        ("after: [hello]", "starter: { fails: output }", 3, "`fails` cannot be `output`", "name one of those"),
        ("after: [hello]", "starter: { fails: [test_area, cases] }", 3, "unknown test `cases`", "name one of those"),
        ("after: [hello]", "starter: { fails: [] }", 3, "`fails` is empty", "fails: test_area"),
        ("after: [hello]", "starter: { raises: TypeError }", 3, "`starter` has no `fails`", "fails: test_area"),
        ("after: [hello]", "starter: { fails: cases, message: \"(\" }", 3, "`message` is not a regular expression", "backslash"),
        ("after: [hello]", "starter: { fails: cases, raise: X }", 3, "unknown key `raise`", "did you mean `raises`?"),
        ("after: [hello]", "starter: test_area", 3, "`starter` has the wrong type", "fails: test_area"),
        ("after: [hello]", "style: fre", 3, "`style` cannot be `fre`", "did you mean `free`?"),
    ]);
    each_alone(&[
        (Edit(HELLO, "level: 1\nedit: [hello.py]\nchecks:\n  - output: hello.py\n    stdout:", "starter: { fails: output }\nedit: [hello.py]\nchecks:\n  - output: hello.py\n    stdin:"), HELLO, 5, "`hello` has no expected output", "stdout"),
    ]);
    let course = good_course();
    Edit(AREA, "after: [hello]", "starter: { fails: [test_area, 'test_volume[int]'] }").apply(course.path());
    let loaded = load(course.path()).unwrap();
    let starter = loaded.exercise("area").unwrap().starter.clone().unwrap();
    assert!(matches!(starter.fails, Fails::Tests(tests) if tests.len() == 2));
}

#[test]
fn curricula() {
    const LIST: &str = "exercises/curriculum.yaml";
    let with = |list: &[u8], covers: &'static str| {
        let course = good_course();
        write(course.path(), LIST, list);
        Edit(HELLO, "level: 1", covers).apply(course.path());
        course
    };
    let course = with(b"B1: First\nA2: Then\n", "covers: [A2, B1]");
    let loaded = load(course.path()).map_err(|errors| errors.to_string()).unwrap();
    let ids: Vec<_> = loaded.curriculum.unwrap().items.into_iter().map(|item| item.id).collect();
    assert_eq!(ids, ["B1", "A2"], "in the order of the file");
    for (list, covers, file, line, what, help) in [
        ("A1: x\n", "covers: [A11]", HELLO, 2, "unknown item `A11` in `covers`", "did you mean `A1`?"),
        ("A1: x\n", "covers: [A1, A1]", HELLO, 2, "`A1` is listed twice", "remove one"),
        ("A1: x\nA1: y\n", "covers: [A1]", LIST, 2, "item `A1` is given twice", "another id"),
        ("A 1: x\n", "covers: [A1]", LIST, 1, "cannot be called `A 1`", "A1.2"),
        ("A1:\n", "covers: [A1]", LIST, 1, "an item's title has the wrong type", "A1.2"),
        ("- A1\n", "covers: [A1]", LIST, 1, "the curriculum has the wrong type", "A1.2"),
        ("A1: [\n", "covers: [A1]", LIST, 2, "not valid YAML", "brackets"),
    ] {
        let course = with(list.as_bytes(), covers);
        let errors = errors_of(course.path());
        assert_eq!(errors.len(), 1, "{list} {covers}:\n{}", shown(&errors));
        assert_error(&errors[0], file, line, what, help);
    }
}

#[test]
fn the_root_is_found_from_anywhere_inside() {
    let course = good_course();
    for inside in [
        "",
        "exercises",
        "exercises/a_basics/01_hello",
        "exercises/a_basics/01_hello/hello.py",
        "solutions/x",
    ] {
        assert_eq!(find_root(&course.path().join(inside)).unwrap(), course.path(), "{inside}");
    }
    let elsewhere = TempDir::new().unwrap();
    let error = find_root(elsewhere.path()).unwrap_err();
    assert!(error.why.is_some() && error.help.is_some(), "{error}");
    fs::create_dir(elsewhere.path().join("exercises")).unwrap();
    let error = find_root(elsewhere.path()).unwrap_err();
    assert!(error.to_string().contains("has no course.yaml"), "{error}");
}
