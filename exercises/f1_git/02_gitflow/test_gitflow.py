from pathlib import Path

import pytest
import scene

SCRIPT = Path(__file__).with_name("solve.sh")


@pytest.fixture(scope="module")
def repo(tmp_path_factory):
    """The repository, after the script has run."""
    work = scene.build(tmp_path_factory.mktemp("scene"))
    work.old = {name: work.id(name) for name in ("main", "develop", "feature/search")}
    work.ended = work.run(SCRIPT)
    return work


def file_of(repo, name, path):
    return repo.git("show", f"{name}:{path}", check=False)


def files_of(repo, name):
    return sorted(repo.git("ls-tree", "--name-only", name, check=False).split())


def version(repo, number):
    """The commit with a tag; every version must have one."""
    commit = repo.id(f"v{number}")
    assert commit, f"there must be a tag v{number}"
    return commit


def branch_commit(repo, subject):
    """The one commit with this message, wherever it is."""
    found = repo.git("log", "--all", "--format=%H %s").splitlines()
    ids = [line.split()[0] for line in found if line.partition(" ")[2] == subject]
    assert len(ids) == 1, (
        f"there must be one commit {subject!r}: it is merged, not redone"
    )
    return ids[0]


def test_the_script_runs_to_its_end(repo):
    code, printed = repo.ended
    assert code == 0, f"solve.sh stopped with exit code {code}: {printed.strip()}"


def test_the_hotfix_begins_at_the_version_of_the_customers(repo):
    fix = branch_commit(repo, "mend the total")
    assert files_of(repo, fix) == ["VERSION", "shop.py"], (
        "customers of 1.0.0 must get the fix and nothing else, but with it come files "
        "that belong to the next release"
    )
    assert repo.parents(fix) == [repo.old["main"]], (
        "the hotfix must begin at version 1.0.0, which is what the customers have"
    )


def test_version_1_0_1(repo):
    commit = version(repo, "1.0.1")
    assert file_of(repo, commit, "VERSION") == "1.0.1", "VERSION of v1.0.1"
    assert file_of(repo, commit, "shop.py") == scene.MENDED.strip(), (
        "v1.0.1 must have the mended total"
    )
    assert files_of(repo, commit) == ["VERSION", "shop.py"], (
        "v1.0.1 must have nothing of the next release"
    )


def test_version_1_1_0(repo):
    commit = version(repo, "1.1.0")
    assert files_of(repo, commit) == ["VERSION", "search.py", "shop.py", "sort.py"], (
        "v1.1.0 must have all that was developed"
    )
    assert file_of(repo, commit, "VERSION") == "1.1.0", "VERSION of v1.1.0"
    assert file_of(repo, commit, "shop.py") == scene.MENDED.strip(), (
        "v1.1.0 must not have the old fault again: the hotfix belongs into develop, too"
    )
    assert file_of(repo, commit, "search.py") == scene.SEARCH.strip(), "the search"


def test_main_is_a_row_of_versions(repo):
    row = repo.commits("--first-parent", "main")
    assert len(row) == 3, (
        "main must have three commits in its first line: 1.0.0, and a merge for each "
        "version after it"
    )
    assert row == [repo.old["main"], version(repo, "1.0.1"), version(repo, "1.1.0")], (
        "each of the commits of main must be a version with its tag"
    )
    merged = [repo.parents(commit)[1:] for commit in row[1:]]
    assert merged == [
        [branch_commit(repo, "mend the total")],
        [branch_commit(repo, "version 1.1.0")],
    ], "the versions on main must be merges of the hotfix and of the release branch"


def test_the_feature_is_merged_into_develop(repo):
    merges = repo.git("rev-list", "--merges", "--parents", "develop").splitlines()
    joined = [line.split()[1:] for line in merges]
    assert [repo.old["develop"], repo.old["feature/search"]] in joined, (
        "the feature must be joined to develop by a merge commit"
    )


def test_the_hotfix_is_merged_into_develop(repo):
    fix = branch_commit(repo, "mend the total")
    develop = repo.commits("--first-parent", "develop")
    joined = [repo.parents(commit)[1:] for commit in develop]
    joins = [[fix], [version(repo, "1.0.1")]]
    right = any(join in joined for join in joins)
    assert right, "the hotfix must be merged into develop as well"


def test_the_release_is_merged_back(repo):
    release = branch_commit(repo, "version 1.1.0")
    develop = repo.commits("--first-parent", "develop")
    assert repo.parents(release)[0] in develop, "the release must begin at develop"
    joined = [repo.parents(commit)[1:] for commit in develop]
    joins = [[release], [version(repo, "1.1.0")]]
    right = any(join in joined for join in joins)
    assert right, "the release must be merged back into develop"
    assert file_of(repo, "develop", "VERSION") == "1.1.0", "VERSION of develop"


@pytest.mark.parametrize("tag", ["v1.0.1", "v1.1.0"])
def test_tags_are_annotated(repo, tag):
    kind = repo.git("cat-file", "-t", tag, check=False)
    assert kind == "tag", (
        f"{tag} must be an annotated tag, which tells who made it and when"
    )


def test_only_main_and_develop_are_left(repo):
    assert sorted(repo.branches()) == ["develop", "main"], (
        "branches that are merged must be deleted"
    )
    assert repo.git("status", "--porcelain") == "", "nothing may be left uncommitted"
