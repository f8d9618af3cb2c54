import ast
import os
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")
PHASES = ["red", "green", "refactor"]
OLD_TEST = "test_every_fourth_year_is_a_leap_year"


@pytest.fixture(scope="module")
def repo(tmp_path_factory):
    """The repository, after the script has run."""
    work = scene.build(tmp_path_factory.mktemp("scene"))
    work.start = work.id("main")
    work.ended = work.run(SCRIPT)
    return work


@pytest.fixture(scope="module")
def phases(repo):
    """{phase: commit}, if there are three commits in a row."""
    commits = repo.commits(f"{repo.start}..main")
    assert len(commits) == 3, (
        f"there must be three new commits on main, not {len(commits)}: red, green, "
        "refactor"
    )
    return dict(zip(PHASES, commits, strict=True))


def run_tests(folder, years, tests):
    """Run tests on a version of years.py: {test: (outcome, message)}."""
    (folder / "years.py").write_text(years, encoding="utf-8")
    (folder / "test_years.py").write_text(tests, encoding="utf-8")
    (folder / "settings.ini").write_text("[pytest]\n", encoding="utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("-c", "settings.ini", "--rootdir", ".", "--junitxml=report.xml"),
            "test_years.py",
        ],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        timeout=30,
    )
    found = {}
    for case in xml.parse(folder / "report.xml").iter("testcase"):
        parts = [part for part in case if part.tag in ("failure", "error", "skipped")]
        outcome = parts[0].tag if parts else "passed"
        found[case.get("name")] = (
            outcome,
            parts[0].get("message", "") if parts else "",
        )
    return found


@pytest.fixture(scope="module")
def results(repo, phases, tmp_path_factory):
    """{phase: {test: (outcome, message)}}, from a run of each commit's tests."""
    return {
        phase: run_tests(
            tmp_path_factory.mktemp(phase),
            repo.git("show", f"{commit}:years.py"),
            repo.git("show", f"{commit}:test_years.py"),
        )
        for phase, commit in phases.items()
    }


def outcomes(tests):
    return {name: outcome for name, (outcome, _) in tests.items()}


def test_the_script_runs_to_its_end(repo):
    code, printed = repo.ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_messages(repo, phases):
    subjects = repo.subjects(f"{repo.start}..main")
    begin = [subject.partition(":")[0] for subject in subjects]
    assert begin == PHASES, "the messages must begin with red:, green: and refactor:"
    assert all(subject.partition(":")[2].strip() for subject in subjects), (
        "behind the colon each message must say something"
    )
    assert repo.git("status", "--porcelain") == "", "nothing may be left uncommitted"


@pytest.mark.parametrize(
    ("phase", "file"),
    [("red", "test_years.py"), ("green", "years.py"), ("refactor", "years.py")],
)
def test_what_a_commit_changes(repo, phases, phase, file):
    commit = phases[phase]
    changed = repo.git("diff", "--name-only", f"{commit}^", commit).split()
    assert changed == [file], f"{phase} must change {file} and nothing else"


def test_red_fails_for_the_right_reason(results):
    tests = results["red"]
    assert outcomes(tests).get(OLD_TEST) == "passed", (
        "the old test must still be there in red, and pass"
    )
    failed = [name for name, (outcome, _) in tests.items() if outcome == "failure"]
    assert failed != [], (
        "in red at least one test must fail: one that passes at once proves nothing"
    )
    wrong = [
        name
        for name, (outcome, message) in tests.items()
        if outcome == "error"
        or outcome == "failure"
        and not message.startswith(("assert", "AssertionError"))
    ]
    assert wrong == [], (
        "in red a test must fail by its assertion, because of what is_leap returns; "
        "these fail for another reason"
    )


@pytest.mark.parametrize("phase", ["green", "refactor"])
def test_all_pass(results, phase):
    tests = outcomes(results[phase])
    assert set(tests) == set(results["red"]), f"{phase} must have the tests of red"
    failed = [name for name, outcome in tests.items() if outcome != "passed"]
    assert failed == [], f"in {phase} all tests must pass"


def function(repo, commit):
    """is_leap of a commit, and how many lines of code the file has."""
    code = repo.git("show", f"{commit}:years.py")
    names = {}
    exec(compile(code, "years.py", "exec"), names)
    lines = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.stmt):
            lines |= set(range(node.lineno, node.end_lineno + 1))
    return names["is_leap"], len(lines)


@pytest.mark.parametrize("phase", ["green", "refactor"])
def test_every_year_is_right(repo, phases, phase):
    is_leap, _ = function(repo, phases[phase])
    wrong = [
        year
        for year in (1600, 1700, 1896, 1900, 1904, 1999, 2000, 2023, 2024, 2100, 2400)
        if bool(is_leap(year)) != (year % 4 == 0 and year % 100 != 0 or year % 400 == 0)
    ]
    assert wrong == [], f"in {phase} is_leap must be right for every year"


def test_the_tests_know_both_rules(repo, phases, tmp_path):
    tests = repo.git("show", f"{phases['red']}:test_years.py")
    forgetful = scene.YEARS.replace("== 0", "== 0 and year % 100 != 0")
    found = outcomes(run_tests(tmp_path, forgetful, tests))
    failed = [name for name, outcome in found.items() if outcome == "failure"]
    assert failed != [], (
        "the new tests must also notice a version that takes no century for a leap "
        "year, as if 2000 had been none"
    )


def test_refactoring_makes_it_shorter(repo, phases):
    (_, before), (_, after) = (function(repo, phases[name]) for name in PHASES[1:])
    assert after < before, (
        f"the refactored file must have fewer lines of code than the {before} of green"
    )
