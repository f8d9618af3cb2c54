import html
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def exact(n):
    """What steps(n) must be, in Python."""
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy in which the extension was built."""
    copy = tmp_path_factory.mktemp("collatz")
    for name in ("collatz.pyx", "setup.py"):
        shutil.copy(HERE / name, copy)
    built = subprocess.run(
        [sys.executable, "setup.py", "-q", "build_ext", "--inplace"],
        cwd=copy,
        env={**os.environ, "CFLAGS": "-O1"},
        capture_output=True,
        text=True,
    )
    if built.returncode != 0:
        said = [line for line in (built.stdout + built.stderr).splitlines() if line]
        pytest.fail(
            "`python setup.py build_ext --inplace` failed: " + "\n".join(said[-12:]),
            pytrace=False,
        )
    return copy


@pytest.fixture(scope="module")
def collatz(folder):
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    path = folder / f"collatz{suffix}"
    if not path.exists():
        pytest.fail(
            "setup.py built no extension module: ext_modules must hold what cythonize "
            "makes of collatz.pyx",
            pytrace=False,
        )
    spec = importlib.util.spec_from_file_location("collatz", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__


def test_the_extension_is_built(collatz):
    assert callable(collatz.steps), "the module must have the function steps"


@pytest.mark.parametrize("n", [1, 2, 3, 7, 27, 97, 6171, 837799, 63728127])
def test_steps_of_small_numbers(collatz, n):
    assert answer(lambda: collatz.steps(n)) == exact(n), (
        f"from {n} to 1 it must be as many steps as before"
    )


@pytest.mark.parametrize(
    "n",
    [
        pytest.param(2**70, id="2**70"),
        pytest.param(2**63 - 1, id="2**63-1"),
        pytest.param(2**62 + 1, id="2**62+1"),
        pytest.param(2**63, id="2**63"),
        pytest.param((2**63 - 2) // 3, id="the_last_that_fits"),
        pytest.param((2**63 - 2) // 3 + 1, id="one_more"),
        pytest.param((2**63 - 2) // 3 + 2, id="two_more"),
        pytest.param(8528817511, id="small_with_a_large_one_on_the_way"),
        pytest.param(3**60, id="3**60"),
    ],
)
def test_steps_of_large_numbers(collatz, n):
    assert answer(lambda: collatz.steps(n)) == exact(n), (
        f"steps({n}) must be exact, also when numbers on the way need more than 64 bits"
    )


@pytest.mark.parametrize("n", [0, -1, -(2**70)])
def test_numbers_below_one_are_refused(collatz, n):
    assert answer(lambda: collatz.steps(n)) == "ValueError", (
        f"steps({n}) must be a ValueError, as before"
    )


@pytest.mark.parametrize(
    ("limit", "wanted"),
    [(1, (1, 0)), (2, (1, 0)), (3, (2, 1)), (19, (18, 20)), (20_000, (17647, 278))],
)
def test_the_longest_is_found(collatz, limit, wanted):
    assert answer(lambda: collatz.longest(limit)) == wanted, (
        f"below {limit}, the start with most steps must be {wanted[0]}, the smallest of "
        "several"
    )


def loops(folder):
    """The score of each while loop in the report, as (score, first line)."""
    report = folder / "collatz.html"
    if not report.exists():
        pytest.fail(
            "there is no report collatz.html: cythonize writes it with annotate=True",
            pytrace=False,
        )
    scores = {}
    page = report.read_text(encoding="utf-8")
    for score, number, text in re.findall(
        r'class="cython line score-(\d+)"[^>]*>.*?<span class="">0*(\d+)</span>: (.*?)</pre>',
        page,
        re.DOTALL,
    ):
        scores[int(number)] = int(score), html.unescape(re.sub("<[^>]+>", "", text))
    found = []
    for number, (score, text) in scores.items():
        if not text.strip().startswith("while "):
            continue
        depth, total = len(text) - len(text.lstrip()), score
        for inner in range(number + 1, max(scores) + 1):
            score, line = scores[inner]
            if line.strip() and len(line) - len(line.lstrip()) <= depth:
                break
            total += score
        found.append((total, number))
    return found


def test_the_loop_needs_no_python(collatz, folder):
    found = loops(folder)
    assert len(found) > 0, "there must be a while loop in collatz.pyx"
    score, line = min(found)
    assert score <= 5, (
        "one while loop must do without Python; added up over its lines, the scores in "
        f"the report are {score} for the loop in line {line}"
    )
