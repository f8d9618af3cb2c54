import subprocess
import sys
from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")


@pytest.fixture(scope="module")
def repo(tmp_path_factory):
    """The repository, after the script has run."""
    work = scene.build(tmp_path_factory.mktemp("scene"))
    work.sides = [work.id("main"), work.id("currency")]
    work.ended = work.run(SCRIPT)
    return work


def value(repo, module, expression):
    """What an expression gives, in the merged project."""
    code = f"from {module} import *; print({expression})"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=repo.path,
        capture_output=True,
        encoding="utf-8",
        timeout=20,
    )
    return run.stdout.strip() or run.stderr.strip().splitlines()[-1]


def test_the_script_runs_to_its_end(repo):
    code, printed = repo.ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_no_mark_of_a_conflict_is_left(repo):
    marked = [
        path.name
        for path in sorted(repo.path.iterdir())
        if path.is_file() and "<<<<<<<" in path.read_text(encoding="utf-8")
    ]
    assert marked == [], "these files have the marks of a conflict inside"


def test_main_has_one_merge_commit(repo):
    assert repo.git("branch", "--show-current") == "main", "you must be on main"
    assert not (repo.path / ".git" / "MERGE_HEAD").exists(), (
        "the merge must be committed"
    )
    assert repo.parents("main") == repo.sides, (
        "the newest commit of main must be a merge, with the old main and currency as "
        "its parents"
    )
    assert repo.id("currency") == repo.sides[1], "currency must be as it was"
    assert repo.git("status", "--porcelain") == "", "nothing may be left uncommitted"


@pytest.mark.parametrize(
    ("call", "cents"),
    [
        pytest.param('price("tea", 2)', "700", id="few"),
        pytest.param('price("tea", 10)', "3150", id="ten"),
        pytest.param('price("salt", 9)', "810", id="nine"),
        pytest.param('price("tea", 2, rate=1.5)', "1050", id="rate"),
        pytest.param('price("tea", 2, 0.25)', "175", id="low_rate"),
        pytest.param('price("salt", 20, rate=1.5)', "2430", id="ten_and_rate"),
    ],
)
def test_price_does_what_both_wanted(repo, call, cents):
    got = value(repo, "prices", call)
    assert got == cents, (
        "price must have the discount of main and the rate of currency, but "
        f"{call} gives {got}"
    )


def test_the_report_works(repo):
    files = {path.name for path in repo.path.iterdir()}
    assert "layout.py" in files, (
        "layout.py must be there: the report of main uses it, so the reason for "
        "removing it no longer holds"
    )
    assert "util.py" not in files, "util.py has another name now: it must be gone"
    assert value(repo, "report", "report(10)") == (
        "['tea       3150', 'salt      810']"
    ), "the report must work as it did on main"
    layout = (repo.path / "layout.py").read_text(encoding="utf-8")
    assert layout == scene.PAD, "layout.py must be as it was"


def test_all_packages_are_required(repo):
    text = (repo.path / "requirements.txt").read_text(encoding="utf-8")
    assert sorted(text.split()) == ["attrs", "babel", "flask", "requests"], (
        "requirements.txt must have the packages of both sides, each once"
    )


def test_the_lock_fits(repo):
    test_all_packages_are_required(repo)
    path = repo.path / "requirements.lock"
    committed = path.read_text(encoding="utf-8").splitlines()
    scene.lock(repo)
    made = path.read_text(encoding="utf-8").splitlines()
    repo.git("checkout", "--", "requirements.lock")
    assert committed == made, (
        "requirements.lock must be what make_lock.py makes of requirements.txt"
    )
    make_lock = (repo.path / "make_lock.py").read_text(encoding="utf-8")
    assert make_lock == scene.MAKE_LOCK, "make_lock.py must be as it was"
