import re
import subprocess
import sys
import tomllib
from pathlib import Path

import isort as sorting
import pytest

SETTINGS = "pyproject.toml"
NAMES = "alpha, beta, delta, epsilon, eta, gamma, iota, kappa, theta, zeta"


def black(text):
    command = ("black", "--quiet", "--no-cache", "--config", SETTINGS, "-")
    done = subprocess.run(
        [sys.executable, "-m", *command],
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=30,
    )
    if done.returncode != 0:
        pytest.fail(f"black could not run: {done.stderr.strip()}", pytrace=False)
    return done.stdout


def isort(text):
    try:
        settings = sorting.Config(settings_file=SETTINGS)
    except Exception as error:
        pytest.fail(f"isort could not run: {error}", pytrace=False)
    return sorting.code(text, config=settings)


def import_of(length):
    """An import statement of that many characters in one line, and a use of it."""
    statement = f"from greek import {NAMES}"
    return statement + "x" * (length - len(statement)) + "\n"


def test_nothing_is_left_out():
    tools = tomllib.loads(Path(SETTINGS).read_text(encoding="utf-8")).get("tool", {})
    keys = [key for tool in ("black", "isort") for key in tools.get(tool, {})]
    left_out = [key for key in keys if re.search("exclude|skip|filter", key)]
    assert left_out == [], "these settings keep the tools from looking everywhere"
    code = Path("report.py").read_text(encoding="utf-8")
    comments = re.findall(r"#\s*(?:fmt|isort|yapf)\s*:.*", code)
    assert comments == [], "these comments keep the tools from looking everywhere"


def test_black_has_lines_of_100():
    short = "value = " + "x" * 40 + " + " + "y" * 49 + "\n"
    assert black(short) == short, "black must leave a line of 100 characters as it is"
    assert black(short.replace("y\n", "yy\n")).count("\n") > 1, (
        "black must break a line of 101 characters"
    )


def test_isort_has_lines_of_100():
    at_88 = (
        isort(import_of(88)).count("\n") == 1 and isort(import_of(89)).count("\n") > 1
    )
    assert isort(import_of(100)) == import_of(100), (
        "isort must leave an import of 100 characters in one line"
        + (", but it breaks lines at 88, as the profile says" if at_88 else "")
    )
    assert isort(import_of(101)).count("\n") > 1, (
        "isort must break an import of 101 characters"
    )


def test_the_two_agree():
    test_isort_has_lines_of_100()
    messy = (
        "import sys\nfrom lamps import (b, a)\nimport os\n"
        + import_of(130)
        + "from stock import count_of_article\nfrom . import c\n\nprint( 'x' )\n"
    )
    by_isort = isort(black(messy))
    assert black(by_isort) == by_isort, (
        "black must leave the imports as isort lays them out"
    )
    by_black = black(isort(messy))
    assert isort(by_black) == by_black, (
        "isort must leave the imports as black lays them out"
    )
    assert by_isort == by_black, "the order in which the tools run must not matter"
