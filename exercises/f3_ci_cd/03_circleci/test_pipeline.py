import re

import pipeline
import pytest

CONFIG = pipeline.load()
INSTALLING = ("restore_cache", "save_cache")


class Runs(dict):
    """The runs of the jobs by their names; one that is missing fails the test."""

    def __missing__(self, name):
        pytest.fail(
            f"there must be a run {name}; there are {list(self)}", pytrace=False
        )


@pytest.fixture
def runs():
    try:
        return Runs(pipeline.runs(CONFIG))
    except pipeline.Wrong as error:
        pytest.fail(f"CircleCI would refuse the file: {error}", pytrace=False)


def raw_steps(name):
    """The steps of a job or command as they are written, as (name, details)."""
    section = "commands" if name == "install" else "jobs"
    if name not in CONFIG.get(section, {}):
        pytest.fail(f"there must be {name} under {section}", pytrace=False)
    steps = CONFIG[section][name]["steps"]
    return [(s, {}) if isinstance(s, str) else next(iter(s.items())) for s in steps]


def names(steps):
    return [name for name, _ in steps]


def command_of(details):
    return details.get("command") if isinstance(details, dict) else details


def installs(step):
    name, details = step
    return name in INSTALLING or (
        name == "run" and "requirements.txt" in str(command_of(details))
    )


def test_install_is_written_once():
    assert names(raw_steps("install")) == ["restore_cache", "run", "save_cache"], (
        "the command install must look into the cache, install, and fill the cache"
    )
    for job in CONFIG["jobs"]:
        written = [
            name for name, details in raw_steps(job) if installs((name, details))
        ]
        assert written == [], f"the job {job} has steps that belong into install"


@pytest.mark.parametrize("job", ["lint", "test", "package"])
def test_every_job_installs(job):
    steps = raw_steps(job)
    assert names(steps)[:2] == ["checkout", "install"], (
        f"{job} must check out the code and then use the command install"
    )


def test_one_job_for_all_pythons(runs):
    assert sorted(CONFIG["jobs"]) == ["lint", "package", "test"], (
        "there must be three jobs: a matrix makes several runs of one"
    )
    images = {name: run["image"] for name, run in runs.items()}
    assert images == {
        "lint": "cimg/python:3.13",
        "test-3.12": "cimg/python:3.12",
        "test-3.13": "cimg/python:3.13",
        "package": "cimg/python:3.13",
    }, "these jobs must run, in these images"


def test_versions_are_texts(runs):
    entries = next(iter(CONFIG["workflows"].values()))["jobs"]
    tests = [e["test"] for e in entries if isinstance(e, dict) and "test" in e]
    if not tests or "matrix" not in tests[0]:
        pytest.fail("test must have a matrix in the workflow", pytrace=False)
    (versions,) = tests[0]["matrix"]["parameters"].values()
    assert versions == ["3.12", "3.13"], (
        "versions must be texts, in quotes: 3.10 would be read as the number 3.1"
    )


def test_caches(runs):
    keys = {}
    for name, run in runs.items():
        for step, details in run["steps"]:
            if step in INSTALLING:
                keys.setdefault(name, []).append(details.get("key"))
    right = all(len(set(found)) == 1 for found in keys.values())
    assert right, "a cache must be looked for under the key under which it is saved"
    assert keys["test-3.12"] != keys["test-3.13"], (
        "each Python must have a cache of its own: packages may be built for one of them"
    )
    assert keys["lint"] == keys["test-3.13"], "the same Python may share its cache"
    for found in keys.values():
        assert re.search(r'\{\{\s*checksum\s+"requirements.txt"\s*\}\}', found[0]), (
            "a cache is never changed once it is saved, so the key must change with "
            "requirements.txt: it needs the checksum of that file"
        )


def test_what_the_jobs_do(runs):
    def ran(name):
        steps = runs[name]["steps"]
        return [command_of(details) for step, details in steps if step == "run"]

    install = "pip install -r requirements.txt"
    assert ran("lint") == [install, "ruff check ."], "lint must do what it did before"
    assert ran("package") == [install, "python -m build"], "package must do what it did"
    for name in ("test-3.12", "test-3.13"):
        assert ran(name) == [install, "pytest --junitxml=results/report.xml"], (
            f"{name} must install and run pytest, with a report"
        )
        assert ("store_test_results", {"path": "results"}) in runs[name]["steps"], (
            f"{name} must hand its results to CircleCI"
        )
    assert ("store_artifacts", {"path": "dist"}) in runs["package"]["steps"], (
        "the package must be kept"
    )


def test_the_order(runs):
    for name in ("lint", "test-3.12", "test-3.13"):
        assert runs[name]["requires"] == [], f"{name} must not wait for anything"
    required = set(runs["package"]["requires"])
    assert "lint" in required, "package must wait for lint"
    assert "test" in required or {"test-3.12", "test-3.13"} <= required, (
        "package must wait for the tests of all versions"
    )


def test_package_on_main_only(runs):
    only = runs["package"]["filters"].get("branches", {}).get("only")
    assert only in ("main", ["main"]), "package must run on main only"
    others = [
        name for name, run in runs.items() if run["filters"] and name != "package"
    ]
    assert others == [], "the other jobs must run on every branch"
