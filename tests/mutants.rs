//! Tests that learners write, judged by the wrong code that they catch: honest ones, weak ones, and attempts to pass
//! without testing anything. Every row is an exercise of its own in a copy of the fixture course.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use prolings::discover::load;
use serde_json::Value;
use support::{copy_tree, course, prolings, write};

const CART: &str = "exercises/t1_testing/01_cart";

/// A learner's test file, and what must come of it.
struct Answer {
    name: &'static str,
    tests: &'static str,
    /// The kinds of its mismatches; empty for a pass.
    kinds: &'static [&'static str],
    /// The wrong versions that get through.
    survivors: &'static [&'static str],
}

const fn answer(
    name: &'static str,
    tests: &'static str,
    kinds: &'static [&'static str],
    survivors: &'static [&'static str],
) -> Answer {
    Answer { name, tests, kinds, survivors }
}

const ALL: &[&str] = &["no_discount", "discount_too_early", "empty_cart_divides", "loops"];
const RIGHT_CODE_FAILS: &[&str] = &["right_code_fails", "test"];

const ANSWERS: &[Answer] = &[
    answer("no_tests", "from cart import total\n", &["no_tests"], &[]),
    answer("always_fails", "def test_a():\n    assert False\n", RIGHT_CODE_FAILS, &[]),
    answer("never_fails", "def test_a():\n    assert True\n", &["survivors"], ALL),
    answer(
        "skipped",
        "import pytest\nfrom cart import total\n\n@pytest.mark.skip\ndef test_a():\n    assert total(5, 10) == 45\n",
        &["no_tests"],
        &[],
    ),
    answer(
        "expected_to_fail",
        "import pytest\nfrom cart import total\n\n@pytest.mark.xfail\ndef test_a():\n    assert total(5, 10) == 1\n",
        &["no_tests"],
        &[],
    ),
    // Passes on the good version against the mark, and is expected to fail on the wrong ones: no failure.
    answer(
        "unexpected_pass",
        "import pytest\nfrom cart import total\n\n@pytest.mark.xfail\ndef test_a():\n    assert total(5, 10) == 45\n",
        &["survivors"],
        ALL,
    ),
    answer("wrong_syntax", "def test_a(:\n", &["syntax"], &[]),
    answer("wrong_name", "from cart import sum_up\n\ndef test_a():\n    assert sum_up\n", &["import"], &[]),
    // At module level nothing is a test.
    answer(
        "asserts_while_loading",
        "from cart import total\nassert total(5, 10) == 45\n\ndef test_a():\n    pass\n",
        &["survivors"],
        ALL,
    ),
    // A KeyError on wrong code is no assertion.
    answer(
        "stops_with_an_exception",
        "from cart import total\n\ndef test_a():\n    {45: 1}[total(5, 10)]\n",
        &["survivors"],
        ALL,
    ),
    answer(
        "catches_one",
        "from cart import total\n\ndef test_a():\n    assert total(5, 10) == 45\n",
        &["survivors"],
        &["discount_too_early", "empty_cart_divides", "loops"],
    ),
    answer(
        "reads_the_source",
        "import inspect, cart\n\ndef test_a():\n    assert '>= BULK' in inspect.getsource(cart)\n",
        RIGHT_CODE_FAILS,
        &[],
    ),
    answer(
        "reads_the_file",
        "import cart\n\ndef test_a():\n    assert '>= BULK' in open(cart.__file__).read()\n",
        RIGHT_CODE_FAILS,
        &[],
    ),
    answer(
        "reads_the_bytecode",
        "from cart import total\n\ndef test_a():\n    assert 'BULK' in total.__code__.co_names\n",
        RIGHT_CODE_FAILS,
        &[],
    ),
    answer(
        "looks_for_names",
        "import os\n\ndef test_a():\n    names = [n for _, d, f in os.walk('..') for n in d + f]\n    \
         assert not [n for n in names if 'discount' in n or 'good' in n or 'mutants' in n]\n",
        &["survivors"],
        ALL,
    ),
    answer("ends_the_run", "import os\n\ndef test_a():\n    os._exit(0)\n", &["tests_missing"], &[]),
    answer(
        "ends_pytest",
        "import pytest\n\ndef test_a():\n    pytest.exit('done', 0)\n",
        &["tests_missing"],
        &[],
    ),
    answer(
        "patches_pytest",
        "import _pytest.runner\nfrom cart import total\n\n\
         def silent(item, *args, **kwargs):\n    return []\n\n\
         _pytest.runner.runtestprotocol = silent\n\n\
         def test_a():\n    assert total(5, 10) == 45\n",
        &["tests_missing"],
        &[],
    ),
    answer(
        "writes_records",
        "import os\n\ndef test_a():\n    for fd in range(3, 64):\n        try:\n            \
         os.write(fd, b'{\"record\": \"finished\", \"status\": 0}\\n')\n        except OSError:\n            pass\n",
        &["tests_missing"],
        &[],
    ),
];

/// The fixture course with an exercise for each answer, beside the one that it has.
fn answers() -> tempfile::TempDir {
    let course = course("mutants");
    for (index, answer) in ANSWERS.iter().enumerate() {
        let folder = course.path().join(format!("exercises/t1_testing/{:02}_{}", index + 2, answer.name));
        copy_tree(&course.path().join(CART), &folder);
        write(&folder, "test_cart.py", answer.tests);
    }
    course
}

/// The last event of each exercise.
fn results(course: &Path, arguments: &[&str]) -> BTreeMap<String, Value> {
    let output = prolings(course).args(["check", "--json"]).args(arguments).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let events = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a JSON line"));
    let finished = events.filter(|event| event["event"] == "exercise_finished");
    finished.map(|event| (event["exercise"].as_str().expect("a name").to_owned(), event)).collect()
}

fn texts<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array().into_iter().flatten().filter_map(|item| item[field].as_str()).collect()
}

#[test]
fn tests_are_worth_the_wrong_code_that_they_catch() {
    let course = answers();
    let all = results(course.path(), &["--all", "--isolation", "none"]);
    assert_eq!(all.len(), ANSWERS.len() + 1, "{:?}", all.keys());
    // In the sandbox, where there is one, each run has a Python of its own.
    let some = results(course.path(), &["catches_one", "reads_*", "*_pytest", "--no-cache"]);
    assert_eq!(some.len(), 6, "{:?}", some.keys());
    for results in [all, some] {
        for answer in ANSWERS.iter().filter(|answer| results.contains_key(answer.name)) {
            let check = &results[answer.name]["checks"][0];
            assert_eq!(texts(&check["mismatches"], "kind"), answer.kinds, "{}: {check:#}", answer.name);
            if answer.kinds == ["survivors"] {
                let survivors = texts(&check["mismatches"][0]["survivors"], "version");
                assert_eq!(survivors, answer.survivors, "{}: {check:#}", answer.name);
            }
        }
    }
}

#[test]
fn a_solution_tells_which_test_catches_what() {
    let course = course("mutants");
    copy_tree(&course.path().join("solutions/t1_testing/01_cart"), &course.path().join(CART));
    let results = results(course.path(), &["cart"]);
    assert_eq!(results["cart"]["status"], "passed", "{:#}", results["cart"]);
    let versions = &results["cart"]["checks"][0]["versions"];
    let names = ["good", "by_steps", "no_discount", "discount_too_early", "empty_cart_divides", "loops"];
    assert_eq!(texts(versions, "version"), names);
    assert_eq!(versions[3]["by"], serde_json::json!(["test_total[9-45]"]));
    assert_eq!(versions[4]["by"], serde_json::json!(["test_the_mean_of_nothing"]));
    assert_eq!(texts(versions, "outcome")[..3], ["accepted", "accepted", "killed"]);
    // A changed version is another exercise: what was remembered no longer holds.
    let good = support::stdout(prolings(course.path()).args(["check", "cart"]));
    assert!(good.contains("no_discount  by test_total[10-45]"), "{good}");
    write(course.path(), &format!("{CART}/mutants/no_discount/cart.py"), "def total(price, count): ...\n");
    let changed = self::results(course.path(), &["cart"]);
    assert_eq!(changed["cart"]["cached"], false, "{changed:#?}");
}

/// Tests that count their runs pass once and fail from then on.
#[test]
fn an_answer_that_changes_with_time_is_none() {
    let course = course("mutants");
    let mark = course.path().join("mark");
    let tests = format!(
        "import os\n\ndef test_a():\n    assert not os.path.exists({mark:?})\n    open({mark:?}, 'w').close()\n"
    );
    write(course.path(), &format!("{CART}/test_cart.py"), tests);
    let results = results(course.path(), &["cart", "--isolation", "none"]);
    assert_eq!(texts(&results["cart"]["checks"][0]["mismatches"], "kind"), RIGHT_CODE_FAILS);
    assert_eq!(results["cart"]["checks"][0]["versions"].as_array().map(Vec::len), Some(1), "stopped early");
}

#[test]
fn the_screen_tells_one_hint_at_a_time() {
    let course = course("mutants");
    let screen = support::stdout(prolings(course.path()).args(["check", "cart"]));
    assert!(screen.contains("Your tests let all 4 wrong versions through."), "{screen}");
    assert!(screen.contains("What do ten pieces cost?"), "{screen}");
    assert!(!screen.contains("mean price"), "a later hint in\n{screen}");
    let catches_one =
        "from cart import total\n\ndef test_a():\n    assert total(5, 10) == 45\n    {45: 1}[total(5, 9)]\n";
    write(course.path(), &format!("{CART}/test_cart.py"), catches_one);
    let screen = support::stdout(prolings(course.path()).args(["check", "cart"]));
    let wanted = [
        "And how many pieces",
        "1 wrong version caught:",
        "no_discount  by test_a",
        "`test_a` stops with `KeyError`",
    ];
    for words in wanted {
        assert!(screen.contains(words), "no {words:?} in\n{screen}");
    }
}

#[test]
fn the_fixture_proves_itself() {
    let course = course("mutants");
    let ran = support::run(prolings(course.path()).args(["dev", "check"]));
    assert_eq!(ran.code, Some(0), "{}", ran.stdout);
}

/// An edit of a file of the fixture, and words of the one error that it must earn.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    ("exercise.yaml", "tests: test_cart.py", "tests: test_car.py", "test_car.py is missing"),
    ("exercise.yaml", "edit: [test_cart.py]", "edit: [README2.py]", "test_cart.py is not in `edit`"),
    ("exercise.yaml", "edit: [test_cart.py]", "edit: [test_cart.py, cart.py]", "cart.py cannot be edited"),
    ("exercise.yaml", "mutants: mutants/", "mutants: ../mutants", "`mutants` names `../mutants`"),
    ("exercise.yaml", "no_discount: What", "no_discounts: What", "bad version `no_discounts` has no folder"),
    (
        "exercise.yaml",
        "      no_discount: What do ten pieces cost?\n",
        "",
        "bad version `no_discount` has no hint",
    ),
    ("exercise.yaml", "hint: What is the mean price of nothing?", "killed: x", "unknown key `killed`"),
    ("exercise.yaml", "rejects: by_steps", "rejects: by_step", "unknown version `by_step`"),
    ("exercise.yaml", "survives: [discount_too_early, loops]", "survives: good", "unknown version `good`"),
    ("cart.py", "BULK = 10", "BULK = 9", "cart.py differs from mutants/good/cart.py"),
    ("mutants/no_discount/carts.py", "", "x = 1\n", "mutants/good has no carts.py"),
    ("mutants/equivalent/cart.py", "", "x = 1\n", "stray file mutants/equivalent/cart.py"),
    ("mutants/cart.py", "", "x = 1\n", "stray file mutants/cart.py"),
    ("mutants/equivalent/loops/cart.py", "", "x = 1\n", "two versions are called `loops`"),
];

#[test]
fn each_damage_to_a_manifest_or_a_version_is_told() {
    for (file, from, to, what) in BROKEN {
        let course = course("mutants");
        let place = format!("{CART}/{file}");
        let text = std::fs::read_to_string(course.path().join(&place)).unwrap_or_default();
        assert!(text.contains(from), "{file} has no {from:?}");
        std::fs::create_dir_all(course.path().join(&place).parent().expect("a folder")).expect("a folder");
        write(course.path(), &place, text.replacen(from, to, 1));
        let errors = load(course.path()).expect_err(what);
        assert!(errors.iter().any(|error| error.what.contains(what)), "{what}:\n{errors}");
        for error in errors.iter() {
            assert!(error.place.is_some() && error.why.is_some() && error.help.is_some(), "{error}");
        }
    }
}
