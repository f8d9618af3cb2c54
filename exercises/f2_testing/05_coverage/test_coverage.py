import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def coverage(tmp_path_factory):
    """What coverage.py says of parcel.py, when your tests have run."""
    folder = tmp_path_factory.mktemp("coverage")
    settings = folder / "settings.ini"
    settings.write_text("[run]\nbranch = true\n", encoding="utf-8")
    environment = {
        **os.environ,
        "COVERAGE_FILE": str(folder / "data"),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "coverage", *arguments],
            cwd=HERE,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=40,
        )

    rcfile = f"--rcfile={settings}"
    tests = run(
        *("run", rcfile, f"--include={HERE / 'parcel.py'}"),
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(HERE)),
        *("-c", str(settings), str(HERE / "test_parcel.py")),
    )
    report = run("json", rcfile, "--quiet", "-o", str(folder / "report.json"))
    if report.returncode != 0:
        pytest.fail(
            f"no line of parcel.py was run: {tests.stdout}{tests.stderr}", pytrace=False
        )
    files = json.loads((folder / "report.json").read_text(encoding="utf-8"))["files"]
    (parcel,) = files.values()
    return tests, parcel


def test_your_tests_pass(coverage):
    tests, _ = coverage
    assert tests.returncode == 0, f"your tests must pass: {tests.stdout}"


def test_every_line_is_run(coverage):
    _, parcel = coverage
    assert parcel["missing_lines"] == [], (
        "every line of parcel.py must be run; these are not"
    )


def test_every_branch_is_taken(coverage):
    _, parcel = coverage
    assert parcel["missing_lines"] == [], "first, every line must be run"
    missing = [
        f"{start} to {end}" if end > 0 else f"{start} to the end"
        for start, end in parcel["missing_branches"]
    ]
    assert missing == [], "every way must be taken; these, from line to line, are not"
