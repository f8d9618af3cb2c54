from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")


@pytest.fixture(scope="module")
def repo(tmp_path_factory):
    """The repository, after the script has run."""
    work = scene.build(tmp_path_factory.mktemp("scene"))
    work.before = work.id("export")
    work.ended = work.run(SCRIPT)
    return work


def test_the_script_runs_to_its_end(repo):
    code, printed = repo.ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_the_patch_is_one_commit_on_export(repo):
    assert repo.git("branch", "--show-current") == "export", "you must be on export"
    assert repo.id("export") != repo.before, "export must have a new commit"
    assert repo.parents("export") == [repo.before], (
        "export must have one new commit, on top of what was there"
    )


def test_the_file_is_closed_and_your_change_is_kept(repo):
    code = repo.git("show", "export:orders.py") + "\n"
    assert "<<<<<<<" not in code, "there must be no marks of a conflict in orders.py"
    wanted = scene.MENDED.replace("export(self, path)", "export(self, path: str)")
    assert code == wanted, "orders.py must have Rita's change and yours"


def test_it_is_her_commit(repo):
    author = repo.git("log", "-1", "--format=%an <%ae>", "export")
    assert author == "Rita Reviewer <rita@example.invalid>", (
        "the author of the commit must be who wrote it"
    )
    assert repo.subjects("-1", "export") == ["close the file of an export"], (
        "the commit must have the message that she wrote"
    )


def test_nothing_is_left_half_done(repo):
    assert not (repo.path / ".git" / "rebase-apply").exists(), "git am must be finished"
    assert repo.git("status", "--porcelain") == "", "nothing may be left over"
