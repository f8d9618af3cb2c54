import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    include = sysconfig.get_path("include")
    folder = tmp_path_factory.mktemp("built")
    module = folder / f"pairs{sysconfig.get_config_var('EXT_SUFFIX')}"
    command = ["cc", "-shared", "-fPIC", "-O1", "-Wall", f"-I{include}"]
    if sys.platform == "darwin":
        command += ["-undefined", "dynamic_lookup"]
    built = subprocess.run(
        [*command, "-o", str(module), str(HERE / "pairs.c")],
        capture_output=True,
        text=True,
    )
    if built.returncode != 0:
        pytest.fail(f"pairs.c does not compile:\n{built.stderr}", pytrace=False)
    return folder


@pytest.fixture
def play(folder):
    def run(name):
        done = subprocess.run(
            [sys.executable, str(HERE / "play.py"), str(folder), name],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            if done.returncode > 0:
                why = done.stderr.strip().splitlines()[-1]
            else:
                why = (
                    f"signal {-done.returncode} ended Python: an object was freed that "
                    "is still in use, or NULL was used"
                )
            pytest.fail(f"{name!r} of play.py came to grief: {why}", pytrace=False)
        return json.loads(done.stdout)

    return run


def test_results(play):
    got = play("results")
    assert got == ["7", "IndexError", "TypeError", "('b', 1)", "TypeError"], (
        "first([7, 8]), first([]), first((7, 8)), swapped(1, 'b') and swapped(1) must "
        "give or raise this"
    )


def test_totals(play):
    got = play("totals")
    assert got == ["6", "0", "5050", "7", "-1", str(2**62 + 2**61)], (
        "the sums of [1, 2, 3], [], range(101), [5, -1, 3], [-1] and of two large "
        "numbers: -1 is a number like any other"
    )


def test_errors_reach_the_caller(play):
    got = play("errors")
    wanted = ["TypeError", "TypeError", "OverflowError", "ZeroDivisionError"]
    assert got == [*wanted, "KeyError", "-1"], (
        "total of 5, of [1, 'x'], of [2**80] and of iterators that raise "
        "ZeroDivisionError and KeyError must raise these, and of [-1] it is -1; a "
        "SystemError says that NULL was returned without an exception, or a result with "
        f"one: {', '.join(got)}"
    )


@pytest.mark.parametrize("name", ["first", "first_often"])
def test_first_gives_a_reference_of_its_own(play, name):
    for change in play(name):
        assert change == 0, (
            "after many calls of first there must be as many references as before. "
            "Fewer: what was lent is given away; more: a reference is never given back"
        )


@pytest.mark.parametrize("name", ["swapped", "swapped_often"])
def test_swapped_gives_references_of_its_own(play, name):
    for change in play(name):
        assert change == 0, (
            "after many calls of swapped there must be as many references as before. "
            "Fewer: the tuple has taken over references that were lent; more: a "
            "reference is never given back"
        )


@pytest.mark.parametrize("name", ["total", "total_often"])
def test_total_keeps_no_number(play, name):
    for change in play(name):
        assert change == 0, (
            "after many calls of total there must be as many references to a number as "
            "before: each number that PyIter_Next gives must be given back"
        )


def test_total_keeps_no_iterator(play):
    left = play("total_iterators")
    assert left == 0, (
        "after 1000 calls of total its iterators are still there: the reference that "
        "PyObject_GetIter gives must be given back"
    )


def test_an_error_keeps_no_number(play):
    for change in play("total_refused"):
        assert change == 0, (
            "total was given a list with something that is no number, 500 times: also on "
            "the way out each reference must be given back, and only once; there are "
            f"now {change:+} references"
        )


@pytest.mark.parametrize("name", ["total_refused_iterators", "total_failed_iterators"])
def test_an_error_keeps_no_iterator(play, name):
    left, after_good_calls = play(name)
    assert left == 0, (
        "total ended with an error 1000 times, and its iterators are still there: on "
        "the way out the iterator must be given back too (left over after calls that "
        f"went well: {after_good_calls})"
    )
