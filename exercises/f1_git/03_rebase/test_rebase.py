import subprocess
import sys
from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")

CALLS = {
    'greet("Ada")': "Hello, Ada",
    'greet("Ada", greeting="Hi")': "Hi, Ada",
    'greet("Ada", shout=True)': "HELLO, ADA",
    'greet("Ada", greeting="Hi", shout=True)': "HI, ADA",
}


@pytest.fixture(scope="module")
def repos(tmp_path_factory):
    """The server and the clone, after the script has run."""
    origin, work = scene.build(tmp_path_factory.mktemp("scene"))
    origin.main = origin.id("main")
    work.before = work.clock
    work.ended = work.run(SCRIPT)
    return origin, work


def the_commits(repos):
    """The commits of feature that main has not, if they are in a straight line."""
    origin, work = repos
    commits = work.commits(f"{origin.main}..feature")
    right = all(len(work.parents(commit)) == 1 for commit in commits)
    assert right, "there is a merge commit in feature: a rebase makes a straight line"
    return commits


def test_the_script_runs_to_its_end(repos):
    code, printed = repos[1].ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_nothing_is_left_half_done(repos):
    _, work = repos
    assert not list((work.path / ".git").glob("rebase-*")), (
        "the rebase must be finished"
    )
    assert work.git("status", "--porcelain") == "", "nothing may be left uncommitted"
    assert work.git("branch", "--show-current") == "feature", "you must be on feature"


def test_main_is_as_it_was(repos):
    origin, _ = repos
    assert origin.id("main") == origin.main, "main on the server must be as it was"


def test_feature_begins_at_the_newest_main(repos):
    origin, work = repos
    assert work.git("merge-base", "feature", origin.main) == origin.main, (
        "feature must begin at the newest main of the server"
    )
    assert the_commits(repos) != [], "feature must have commits of its own"


def test_two_commits_are_left(repos):
    origin, work = repos
    the_commits(repos)
    assert work.id("feature~2") == origin.main, (
        "feature must be two commits on top of the newest main"
        if work.git("merge-base", "feature", origin.main) != origin.main
        or len(work.commits(f"{origin.main}..feature")) != 3
        else "feature must be two commits: the fixup must be folded into its commit"
    )
    assert work.subjects(f"{origin.main}..feature") == [
        "add shout",
        "document shout",
    ], "the fixup must be folded into the commit that it mends"


def test_author_and_date_are_kept(repos):
    origin, work = repos
    times = work.git("log", "--format=%at", f"{origin.main}..feature").split()
    assert times, "feature must have commits of its own"
    assert max(map(int, times)) < work.before - 3600, (
        "a rebase keeps who wrote a commit and when; these have been made anew"
    )


def test_each_commit_works(repos):
    _, work = repos
    for commit in the_commits(repos):
        subject = work.subjects("--max-count=1", commit)[0]
        files = work.git("ls-tree", "--name-only", commit).split()
        assert "test_greet.py" in files, (
            f"the test must be there in {subject!r}: the fixup comes with the commit"
        )
        code = work.git("show", f"{commit}:greet.py")
        assert "<<<<<<<" not in code and ">>>>>>>" not in code, (
            f"greet.py in {subject!r} has the marks of a conflict inside"
        )
        for call, wanted in CALLS.items():
            run = subprocess.run(
                [sys.executable, "-c", f"{code}\nprint({call})"],
                capture_output=True,
                encoding="utf-8",
                timeout=20,
            )
            got = run.stdout.strip() or run.stderr.strip().splitlines()[-1]
            assert got == wanted, f"{call} after {subject!r} must do what both wanted"


def test_the_document_is_there(repos):
    _, work = repos
    text = work.git("show", "feature:README.md")
    assert text == "# greet\n\nshout=True: in capitals", "README.md must be as it was"


def test_the_branch_is_pushed(repos):
    origin, work = repos
    assert origin.id("feature") == work.id("feature"), (
        "the server must have the new feature"
    )


def test_nothing_could_be_overwritten(repos):
    _, work = repos
    pushes = [command for command in work.commands() if "push" in command]
    forced = [
        " ".join(["git", *push])
        for push in pushes
        if {"--force", "-f", "--mirror"} & set(push)
        or any(word.startswith("+") for word in push)
        or "--delete" in push
    ]
    assert forced == [], (
        "this overwrites whatever is on the server, also what somebody has pushed a "
        "minute ago"
    )
