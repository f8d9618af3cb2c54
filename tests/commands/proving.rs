//! `prolings dev check`: what it finds, and what it need not look for again.

use std::process::Command;

use serde_json::Value;

use super::support::Small;
use super::{assert_says, json, text};

const DOUBLING: &str = "exercises/t1_first/02_doubling";
const GREETING: &str = "exercises/t1_first/01_greeting";

/// Each finding as `exercise rule: what`.
fn findings(proof: &Value) -> Vec<String> {
    let shown = |finding: &Value| {
        format!("{} {}: {}", text(&finding["exercise"]), text(&finding["rule"]), text(&finding["what"]))
    };
    proof["findings"].as_array().expect("a list").iter().map(shown).collect()
}

#[track_caller]
fn assert_found(proof: &Value, wanted: &[&str]) {
    let found = findings(proof);
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (found, wanted) in found.iter().zip(wanted) {
        assert!(found.starts_with(wanted), "{found}\nis not {wanted}");
    }
}

#[test]
fn a_solution_depends_on_nothing_around_it() {
    let course = Small::new();
    course.write(
        "solutions/t1_first/01_greeting/greeting.py",
        "import os\n\nnames = {\"0\": \"Ada\"}\nname = names.get(os.environ[\"PYTHONHASHSEED\"], \"Bob\")\nprint(f\"Hello, {name}!\")\n",
    );
    course.write(
        &format!("{DOUBLING}/test_doubling.py"),
        "from doubling import double\n\ndone = []\n\n\ndef test_numbers():\n    done.append(1)\n    assert double(3) == 6\n\n\n\
         def test_text():\n    assert done\n    assert double(\"ab\") == \"abab\"\n",
    );
    course.write(
        "solutions/t2_second/01_area/area.py",
        "from pathlib import Path\n\n\ndef area(width, height):\n    Path(\"area.log\").write_text(\"called\")\n    return int(width) * int(height)\n",
    );
    let proof = json(&course, &["dev", "check", "--json", "--repeat", "2"]);
    assert_found(
        &proof,
        &[
            "greeting repeat: the solution fails with another hash seed (PYTHONHASHSEED=1)",
            "doubling repeat: the solution fails with its tests in another order",
            "area left_behind: the solution leaves files behind in the learner's folder: area.log.",
        ],
    );
    assert_eq!(proof["sound"], 0);
    assert_eq!(text(&proof["findings"][0]["result"]["status"]), "failed", "the failing run is shown");
}

#[test]
fn a_solution_stays_below_half_of_its_limits() {
    let course = Small::new();
    course.replace(
        &format!("{GREETING}/exercise.yaml"),
        "level: 1",
        "level: 1\nlimits: { time: 5s, memory: 256MiB }",
    );
    course.replace(
        "solutions/t1_first/01_greeting/greeting.py",
        "name = \"Ada\"",
        "import time\n\nspace = b\"x\" * (150 << 20)\ntime.sleep(2.6)\nname = \"Ada\"",
    );
    let proof = json(&course, &["dev", "check", "greeting", "--json", "--repeat", "2"]);
    assert_found(
        &proof,
        &[
            "greeting limits: the solution needs ",
            "greeting repeat: the solution fails with half of its memory limit",
        ],
    );
}

#[test]
fn what_can_be_seen_without_running_is_found() {
    let course = Small::new();
    let manifest = format!("{DOUBLING}/exercise.yaml");
    course.replace(
        &manifest,
        "  - Multiply by two.",
        "  - Write `return double_of(value)`, and FILL IN a third hint.",
    );
    course.replace(
        "solutions/t1_first/02_doubling/doubling.py",
        "value * 2",
        "double_of(value)\n\n\ndef double_of(value):\n    return value * 2",
    );
    course.write(&format!("{DOUBLING}/README.md"), "Double [it](gone.md).\n");
    course.write(&format!("{DOUBLING}/colorsys.py"), "");
    course.write(&format!("{DOUBLING}/pluggy.py"), "");
    course.write("solutions/t1_first/02_doubling/NOTES.md", "# Doubling\n\nSo.\n");
    course.write("exercises/t1_first/README.md", "# First\n\n[nowhere]()\n");
    let proof = json(&course, &["dev", "check", "doubling", "--json", "--repeat", "1"]);
    let found = findings(&proof);
    for wanted in [
        "t1_first links: a link has no address (exercises/t1_first/README.md:3)",
        "doubling placeholder: still to be written: a third hint (exercises/t1_first/02_doubling/exercise.yaml:13)",
        "doubling hints: hint 3 gives a line of the solution away: `return double_of(value)`",
        "doubling prose: exercises/t1_first/02_doubling/README.md does not begin with a heading",
        "doubling prose: exercises/t1_first/02_doubling/README.md says too little: 2 words",
        "doubling prose: solutions/t1_first/02_doubling/NOTES.md says too little: 1 word beside",
        "doubling links: a link leads to a file that is not there: `gone.md`",
        "doubling modules: colorsys.py would be imported by accident in place of the standard library's `colorsys`",
        "doubling modules: pluggy.py would be imported by accident in place of the installed package `pluggy`",
    ] {
        assert!(found.iter().any(|found| found.starts_with(wanted)), "no {wanted:?} in {found:#?}");
    }
}

#[test]
fn a_proof_holds_until_something_changes() {
    let course = Small::new();
    let check = ["dev", "check", "greeting", "--repeat", "1"];
    assert_says(&course.expect(&check, 0), &["✓ 1 exercise proved by 4 runs", "nothing found"]);
    assert_says(&course.expect(&check, 0), &["proved by 0 runs", "1 unchanged since they were proved"]);
    assert_says(&course.expect(&[&check[..], &["--no-cache"]].concat(), 0), &["proved by 4 runs"]);
    assert_says(&course.expect(&["dev", "check", "greeting", "--repeat", "2"], 0), &["proved by 5 runs"]);
    course.replace("solutions/t1_first/01_greeting/mistakes/shouts/greeting.py", "upper", "lower");
    let ran = course.run(&["dev", "check", "greeting", "--repeat", "2"]);
    assert_says(
        &ran.stdout,
        &["mistake `shouts` does not earn its feedback", "0 of 1 exercise proved by 5 runs"],
    );
    let again = course.run(&["dev", "check", "greeting", "--repeat", "2"]);
    assert_eq!(again.code, Some(1), "what was found is no proof");
    assert_says(&course.expect(&["clean"], 0), &["Forgot that 1 of the course's exercises were proved."]);
}

/// Whether tests can be split is known with the proof, and told again with it.
#[cfg(unix)]
#[test]
fn a_proof_remembers_whether_tests_can_be_split() {
    let course = Small::new();
    let check = ["dev", "check", "doubling", "area", "--repeat", "1"];
    let says = "- split  doubling: the solution passes in `mode: split` too: `split: allowed`?";
    assert_says(&course.expect(&check, 0), &[says]);
    assert_says(&course.expect(&check, 0), &[says, "proved by 0 runs"]);
    let notes = |proof: &Value| proof["split"].as_array().expect("a list").clone();
    let again = json(&course, &[&check[..], &["--json"]].concat());
    assert_eq!(notes(&again)[0]["exercise"], "doubling");
    // One is known, the other is run again: both are told, in the order of the course.
    course.replace("solutions/t1_first/02_doubling/doubling.py", "value * 2", "value + value");
    let mixed = json(&course, &[&check[..], &["--json"]].concat());
    assert_eq!(notes(&mixed), notes(&again));
    // Reading the program is what a split run does not have.
    course.write(
        &format!("{DOUBLING}/test_doubling.py"),
        "from pathlib import Path\n\nfrom doubling import double\n\n\ndef test_numbers():\n    assert double(3) == 6\n\n\n\
         def test_text():\n    assert double(\"ab\") == \"abab\"\n    assert Path(\"doubling.py\").exists()\n",
    );
    let says = "- split  doubling: the solution does not pass in `mode: split` (test_text:";
    assert_says(&course.expect(&check, 0), &[says]);
    assert_says(&course.expect(&check, 0), &[says, "proved by 0 runs"]);
}

#[test]
fn what_this_machine_cannot_judge_is_skipped_and_not_proved() {
    let course = Small::new();
    course.replace(&format!("{GREETING}/exercise.yaml"), "level: 1", "level: 1\nneeds: [no_such_program]");
    let said = course.expect(&["dev", "check", "greeting", "doubling", "--repeat", "1"], 0);
    assert_says(
        &said,
        &["skipped  greeting: it needs `no_such_program`", "1 of 2 exercises proved by 5 runs", "1 skipped"],
    );
}

#[test]
fn only_what_has_changed_since_a_commit() {
    let course = Small::new();
    let git = |args: &[&str]| {
        let settings = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        let output =
            Command::new("git").current_dir(course.path()).args(settings).args(args).output().expect("git");
        assert!(output.status.success(), "{output:?}");
    };
    let proof = |reference: &str| {
        json(
            &course,
            &["dev", "check", "--changed-since", reference, "--repeat", "1", "--no-cache", "--json"],
        )
    };
    git(&["init", "-q"]);
    let ran = course.run(&["dev", "check", "--changed-since", "HEAD"]);
    assert_eq!(ran.code, Some(2));
    assert_says(&ran.stderr, &["git does not say what has changed since `HEAD`", "--changed-since main"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "all"]);
    assert_eq!((&proof("HEAD")["exercises"], &proof("HEAD")["runs"]), (&0.into(), &0.into()));
    course.replace("solutions/t1_first/01_greeting/NOTES.md", "signs", "letters");
    assert_eq!(proof("HEAD")["exercises"], 1);
    course.write(&format!("{DOUBLING}/data.txt"), "new");
    assert_eq!(proof("HEAD")["exercises"], 2);
    course.replace("exercises/course.yaml", "title:", "title: Another,");
    assert_eq!(proof("HEAD")["exercises"], 3, "all rest on the course's manifest");
}
