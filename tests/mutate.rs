//! `prolings dev mutate`: which changes are made, which of them checks notice, and what a course declares of the rest.

mod support;

use std::fs;

use serde_json::Value;
use support::{Ran, Small, course, prolings, run, write};

/// Functions that nothing calls: every change of them survives.
const UNUSED: &str = r#""""Nothing here is ever called."""
import functools
from typing import TYPE_CHECKING, TypeVar, final

T = TypeVar("T")
if TYPE_CHECKING:
    unseen = 1


def compares(a: int, b: "str" = None) -> int:
    """A docstring is no constant."""
    if a < b and a in b:
        a += b * 2
        self.a = [x for x in b if x]
    elif not a:
        raise ValueError("words") from b
    while a:
        a = f(a, b, key=1)
        break
    return -a


async def waits(lock):
    async with lock as held:
        try:
            await held()
        except OSError:
            assert held
    yield held


@final
@functools.cache
def decorated():
    return f"{1 + 1}"
"#;

const NAMES: &[&str] = &[
    "condition: if a < b and a in b: => if not (a < b and a in b):",
    "boundary: if a < b and a in b: => if a <= b and a in b:",
    "comparison: if a < b and a in b: => if a >= b and a in b:",
    "condition: if a < b and a in b: => if a < b or a in b:",
    "comparison: if a < b and a in b: => if a < b and a not in b:",
    "statement: a += b * 2 => pass",
    "arithmetic: a += b * 2 => a -= b * 2",
    "arithmetic: a += b * 2 => a += b / 2",
    "constant: a += b * 2 => a += b * 3",
    "statement: self.a = [x for x in b if x] => pass",
    "condition: self.a = [x for x in b if x] => self.a = [x for x in b if not (x)]",
    "condition: elif not a: => elif a:",
    "statement: raise ValueError(\"words\") from b => pass",
    "exception: raise ValueError(\"words\") from b => raise Exception(\"mutant\") from b",
    "exception: raise ValueError(\"words\") from b => raise ValueError(\"words\")",
    "condition: while a: => while not (a):",
    "assignment: a = f(a, b, key=1) => a = None",
    "arguments: a = f(a, b, key=1) => a = f(b, a, key=1)",
    "arguments: a = f(a, b, key=1) => a = f(a, b)",
    "constant: a = f(a, b, key=1) => a = f(a, b, key=2)",
    "loop: break => continue",
    "arithmetic: return -a => return a",
    "return: return -a => return None",
    "context: async with lock as held: => async with __import__(\"contextlib\").nullcontext(lock) as held:",
    "await: await held() => held()",
    "statement: await held() => pass",
    "exception: except OSError: => except ():",
    "statement: assert held => pass",
    "statement: yield held => pass",
    "return: yield held => yield None",
    "decorator: @functools.cache =>",
    "constant: return f\"{1 + 1}\" => return \"\"",
    "return: return f\"{1 + 1}\" => return None",
];

const UNUSED_FOLDER: &str = "exercises/t1_first/03_unused";

/// The small course with an exercise whose test only imports the file.
fn with_unused() -> Small {
    let small = Small::new();
    let folder = small.path().join(UNUSED_FOLDER);
    fs::create_dir_all(&folder).expect("a folder");
    fs::create_dir_all(small.path().join("solutions/t1_first/03_unused")).expect("a folder");
    write(&folder, "README.md", "# Unused\n");
    write(&folder, "unused.py", "x = 1\n");
    write(&folder, "test_unused.py", "def test_it():\n    import unused\n\n    assert unused.waits\n");
    write(
        &folder,
        "exercise.yaml",
        "title: Unused\nedit: [unused.py]\nchecks:\n  - pytest: test_unused.py\n    tests: [test_it]\n",
    );
    small.write("solutions/t1_first/03_unused/unused.py", UNUSED);
    small
}

fn mutate(small: &Small, arguments: &[&str]) -> (Ran, Value) {
    let all = [&["dev", "mutate", "--json", "--isolation", "none"], arguments].concat();
    let ran = small.run(&all);
    let report = serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {ran:#?}"));
    (ran, report)
}

fn names(exercise: &Value) -> Vec<String> {
    let survivors = exercise["survivors"].as_array().expect("survivors").iter();
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    survivors.map(|one| format!("{}: {}", text(&one["operator"]), text(&one["mutant"]))).collect()
}

#[test]
fn every_kind_of_change_is_made_and_known_the_next_time() {
    let small = with_unused();
    let (ran, report) = mutate(&small, &["unused"]);
    let unused = &report["exercises"][0];
    assert_eq!(names(unused), NAMES);
    assert_eq!((&unused["killed"], &unused["score"], ran.code), (&0.into(), &0.0.into(), Some(1)));
    let diff = unused["survivors"][2]["diff"].as_str().expect("a diff");
    assert!(diff.contains("-    if a < b and a in b:\n+    if a >= b and a in b:\n"), "{diff}");
    assert_eq!(unused["survivors"][1]["file"], "solutions/t1_first/03_unused/unused.py");
    assert_eq!(unused["survivors"][1]["line"], 12);
    let (_, again) = mutate(&small, &["unused"]);
    assert_eq!((&again["run"], &again["exercises"]), (&0.into(), &report["exercises"]));
    // A check that changes calls all of it into question.
    small.replace(&format!("{UNUSED_FOLDER}/test_unused.py"), "unused.waits", "unused.waits, 'changed'");
    assert_eq!(mutate(&small, &["unused"]).1["run"], NAMES.len());
}

#[test]
fn a_sample_is_always_the_same_and_a_bar_can_be_set() {
    let small = with_unused();
    let (_, one) = mutate(&small, &["unused", "--sample", "3"]);
    let (ran, other) = mutate(&small, &["unused", "--sample", "3", "--no-cache", "--min-score", "0"]);
    assert_eq!(names(&one["exercises"][0]).len(), 3);
    assert_eq!(one["exercises"], other["exercises"]);
    assert_eq!((ran.code, &other["run"]), (Some(0), &3.into()));
}

#[test]
fn declared_equivalents_do_not_count_and_must_be_true() {
    let small = with_unused();
    let manifest = format!("{UNUSED_FOLDER}/exercise.yaml");
    let text = small.read(&manifest);
    let declared = "equivalent:\n\
                    - { mutant: break => continue, why: nothing is called }\n\
                    - { mutant: \"a += b * 2\", why: nothing is called }\n\
                    - { mutant: gone => away, why: it was there once }\n";
    small.write(&manifest, format!("{text}{declared}"));
    let (ran, report) = mutate(&small, &["unused", "--min-score", "0"]);
    let unused = &report["exercises"][0];
    assert_eq!(unused["equivalent"], 5, "one change by its name, and four of a line");
    assert_eq!(unused["survivors"].as_array().map(Vec::len), Some(NAMES.len() - 5));
    let findings = unused["findings"].as_array().expect("findings");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].as_str().is_some_and(|text| text.contains("`gone => away`")), "{findings:?}");
    assert_eq!(ran.code, Some(1), "a stale declaration is a finding");

    let manifest = "exercises/t1_first/02_doubling/exercise.yaml";
    let text = small.read(manifest);
    let declared = "equivalent: [{ mutant: return value * 2, why: it is not true }]\n";
    small.write(manifest, format!("{text}{declared}"));
    let (ran, report) = mutate(&small, &["doubling"]);
    let findings = report["exercises"][0]["findings"].to_string();
    assert!(findings.contains("is noticed by a check"), "{report:#}");
    assert_eq!(ran.code, Some(1));
}

#[test]
fn sound_checks_reach_the_bar() {
    let small = Small::new();
    let (ran, report) = mutate(&small, &[]);
    assert_eq!(ran.code, Some(0), "{report:#}");
    assert!(report["exercises"].as_array().expect("exercises").iter().all(|one| one["killed"] != 0));
    let stats: Value = serde_json::from_str(&small.expect(&["dev", "stats", "--json"], 0)).expect("JSON");
    for (told, kept) in report["exercises"]
        .as_array()
        .into_iter()
        .flatten()
        .zip(stats["exercises"].as_array().into_iter().flatten())
    {
        assert_eq!((&told["exercise"], &told["score"]), (&kept["exercise"], &kept["mutation"]["score"]));
    }
    let screen = small.run(&["dev", "mutate", "--isolation", "none"]);
    assert!(screen.stdout.contains("✓ doubling"), "{}", screen.stdout);
    assert!(screen.stdout.contains(" 0 run in "), "{}", screen.stdout);
    assert!(small.run(&["dev", "mutate", "--min-score", "101"]).stderr.contains("from 0 to 100"));
}

#[test]
fn a_solution_that_does_not_pass_is_a_finding() {
    let small = Small::new();
    small.write("solutions/t1_first/02_doubling/doubling.py", "def double(value):\n    return value\n");
    let (ran, report) = mutate(&small, &["doubling"]);
    assert!(
        report["exercises"][0]["findings"][0].as_str().is_some_and(|text| text.contains("does not pass"))
    );
    assert_eq!(ran.code, Some(1));
    small.write("solutions/t1_first/02_doubling/doubling.py", "def double(:\n");
    let ran = small.run(&["dev", "mutate", "doubling"]);
    assert_eq!(ran.code, Some(2), "{ran:#?}");
    assert!(ran.stderr.contains("solutions/t1_first/02_doubling/doubling.py"), "{}", ran.stderr);
}

/// What tests are worth that a learner writes is their assertions: without any of them something must get through.
#[test]
fn the_tests_of_a_solution_lose_their_assertions() {
    let course = course("mutants");
    let mut command = prolings(course.path());
    let ran = run(command.args(["dev", "mutate", "--json", "--isolation", "none"]));
    let report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let cart = &report["exercises"][0];
    // No wrong version gets the mean of something wrong, and the one that loops for ever does so without the assertion.
    let raises =
        "with pytest.raises(ValueError): => with __import__(\"contextlib\").suppress(BaseException):";
    let assertion = |text: &str| format!("assertion: {text}");
    assert_eq!(names(cart), [assertion(raises), assertion("assert mean([1, 2]) == 1.5 => pass")]);
    assert_eq!(cart["killed"], 2, "{report:#}");
}
