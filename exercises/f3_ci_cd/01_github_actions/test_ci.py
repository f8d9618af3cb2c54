import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

WORKFLOW = yaml.safe_load(
    Path(__file__).with_name("ci.yml").read_text(encoding="utf-8")
)
# YAML reads the word `on` as true
EVENTS = WORKFLOW.get("on", WORKFLOW.get(True))
JOBS = WORKFLOW["jobs"]


def settings_of(event):
    """The filters of an event, or None if the workflow does not listen to it."""
    if isinstance(EVENTS, dict):
        return (EVENTS[event] or {}) if event in EVENTS else None
    return {} if event in ([EVENTS] if isinstance(EVENTS, str) else EVENTS) else None


def runs_on_push(kind, name):
    """Whether a push to a branch or of a tag starts the workflow."""
    filters = settings_of("push")
    if filters is None:
        return False
    other = "tags" if kind == "branches" else "branches"
    if kind in filters:
        return any(fnmatch(name, pattern) for pattern in filters[kind])
    if f"{kind}-ignore" in filters:
        return not any(fnmatch(name, pattern) for pattern in filters[f"{kind}-ignore"])
    return other not in filters


def job(name):
    assert name in JOBS, f"there must be a job {name}"
    return JOBS[name]


def needs(name):
    found = job(name).get("needs", [])
    return [found] if isinstance(found, str) else found


def commands(name):
    steps = job(name)["steps"]
    return [line.strip() for step in steps for line in step.get("run", "").splitlines()]


def setup_of(name):
    """What is given to setup-python in a job."""
    for step in job(name)["steps"]:
        if step.get("uses", "").startswith("actions/setup-python@"):
            return step.get("with", {})
    pytest.fail(f"the job {name} must set up Python", pytrace=False)


@pytest.mark.parametrize(
    ("kind", "name", "runs"),
    [
        pytest.param("branches", "main", True, id="main"),
        pytest.param("branches", "feature", False, id="other_branch"),
        pytest.param("tags", "v1.0", False, id="tag"),
    ],
)
def test_push(kind, name, runs):
    does = "must" if runs else "must not"
    assert runs_on_push(kind, name) == runs, (
        f"a push to {name} {does} start the workflow: only main counts, since a branch "
        "with a pull request would be tested twice"
    )


def test_pull_request():
    filters = settings_of("pull_request")
    assert filters is not None, "a pull request must start the workflow"
    assert set(filters) <= {"branches"}, "every pull request must start the workflow"
    assert "main" in filters.get("branches", ["main"]), "pull requests for main, too"


@pytest.mark.parametrize("name", ["lint", "test"])
def test_the_code_may_be_read_and_nothing_else(name):
    rights = job(name).get("permissions", WORKFLOW.get("permissions"))
    assert rights == {"contents": "read"}, (
        f"the job {name} must have the right to read the contents, and no other"
    )


def test_lint_comes_first():
    assert needs("lint") == [], "lint must not wait for anything"
    assert needs("test") == ["lint"], "test must wait for lint"
    assert "ruff check ." in commands("lint"), "lint must run ruff as before"


def test_both_versions_are_tested():
    matrix = job("test").get("strategy", {}).get("matrix", {})
    wanted = setup_of("test").get("python-version", "")
    name = re.fullmatch(r"\$\{\{\s*matrix\.([\w-]+)\s*\}\}", str(wanted))
    assert name, "the version must come from the matrix"
    versions = matrix.get(name[1], [])
    right = all(isinstance(version, str) for version in versions)
    assert right, (
        f"versions must stand in quotes, but YAML has read numbers: {versions}; "
        "3.10 would have become 3.1"
    )
    assert sorted(versions) == ["3.12", "3.13"], "Python 3.12 and 3.13 must be tested"
    assert set(matrix) == {name[1]}, "each version must be tested once"


def test_one_version_does_not_stop_the_other():
    strategy = job("test").get("strategy", {})
    assert strategy.get("fail-fast", True) is False, (
        "if 3.12 fails, 3.13 must go on: by default GitHub stops the others"
    )


def test_downloads_are_kept():
    assert setup_of("test").get("cache") == "pip", (
        "test must keep the downloads of pip, with the cache of setup-python"
    )


def test_the_tests_are_run():
    lines = commands("test")
    assert "pytest" in lines, "test must run pytest"
    assert "pip install -r requirements.txt" in lines[: lines.index("pytest")], (
        "the requirements must be installed before pytest runs"
    )
    hidden = [name for name in JOBS if "continue-on-error" in str(JOBS[name])]
    assert hidden == [], "a job that fails must be seen to fail"
    skipped = [name for name in JOBS if "if" in JOBS[name]]
    assert skipped == [], "both jobs must run whenever the workflow runs"


def test_the_title_is_shown_and_not_run():
    shown = []
    for step in job("test")["steps"]:
        run = step.get("run", "")
        assert "${{" not in run, (
            "what stands in ${{ }} is put into the script before the shell reads it: "
            "pass it by an environment variable"
        )
        for name, value in {
            **job("test").get("env", {}),
            **step.get("env", {}),
        }.items():
            if "github.event.pull_request.title" in str(value):
                shown += re.findall(rf"\$\{{?{name}\b", run)
    assert shown, "the title must be shown, by an environment variable"
