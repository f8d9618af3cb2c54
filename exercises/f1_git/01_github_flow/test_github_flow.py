from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")


@pytest.fixture(scope="module")
def repos(tmp_path_factory):
    """The server and the clone, after the script has run."""
    origin, work = scene.build(tmp_path_factory.mktemp("scene"))
    origin.main = origin.id("main")
    origin.pull_request = origin.id("refs/pull/7/head")
    work.ended = work.run(SCRIPT)
    return origin, work


def test_the_script_runs_to_its_end(repos):
    code, printed = repos[1].ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_the_farewell_is_on_its_own_branch(repos):
    origin, work = repos
    assert "farewell" in origin.branches(), "the server must have a branch farewell"
    assert origin.subjects("main..farewell") == ["add a farewell"], (
        "farewell must have one commit that main has not, with its message"
    )
    changed = origin.git("diff", "--name-only", "farewell^", "farewell")
    assert changed == "farewell.py", "the commit must have this file and no other"
    assert origin.git("show", "farewell:farewell.py") == scene.FAREWELL.strip(), (
        "the file must be as it was"
    )


def test_the_branch_begins_at_the_newest_main(repos):
    origin, _ = repos
    parent = origin.id("farewell^")
    assert parent, "the server must have a branch farewell"
    assert parent in (origin.main, origin.id("main")), (
        "farewell must begin at the newest main of the server; the clone does not "
        "know that one until it fetches"
    )


def test_the_branch_follows_the_server(repos):
    _, work = repos
    upstream = work.git(
        "for-each-ref", "--format=%(upstream:short)", "refs/heads/farewell"
    )
    assert upstream == "origin/farewell", (
        "farewell must follow the branch of the same name on the server, so that "
        "a plain git push or git pull knows where to go"
    )


def test_the_farewell_is_not_merged(repos):
    origin, _ = repos
    files = origin.git("ls-tree", "--name-only", "main").split()
    assert "farewell.py" not in files, (
        "the farewell has no review yet: it must not be in main"
    )


def test_the_pull_request_is_merged(repos):
    origin, _ = repos
    parents = origin.parents("main")
    assert origin.pull_request in origin.commits("main"), (
        "main on the server must contain pull request 7"
    )
    assert len(parents) == 2, (
        "the newest commit of main must be a merge with two parents, which keeps the "
        "pull request together"
    )
    assert parents == [origin.main, origin.pull_request], (
        "the merge must join the main that was on the server with the pull request, "
        "in this order"
    )
    assert origin.subjects("--max-count=1", "main") == [
        "Merge pull request #7 from polite"
    ], "the merge must have its message"


def test_the_branch_is_deleted_on_the_server(repos):
    origin, _ = repos
    assert origin.pull_request in origin.commits("main"), (
        "main must contain pull request 7 before its branch is deleted"
    )
    assert "polite" not in origin.branches(), (
        "the branch polite is merged: it must be deleted on the server"
    )
    assert sorted(origin.branches()) == ["farewell", "main"], (
        "the server must have these branches and no others"
    )
    assert origin.id("refs/pull/7/head") == origin.pull_request, (
        "the pull request itself must stay"
    )


def test_the_clone_is_in_order(repos):
    origin, work = repos
    assert work.git("branch", "--show-current") == "main", "you must end on main"
    assert work.git("status", "--porcelain") == "", "nothing may be left uncommitted"
    assert work.id("main") == origin.id("main"), (
        "your main must be the same as that of the server"
    )
