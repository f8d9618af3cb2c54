import contextlib
import functools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent


@pytest.fixture(params=["fork", "spawn"])
def method(request):
    """Where there is no fork, spawn is tried twice."""
    there = request.param in multiprocessing.get_all_start_methods()
    return request.param if there else "spawn"


# the quicker one, for what does not depend on the start method
ANY = multiprocessing.get_all_start_methods()[0]


@functools.cache
def run(method, workers, word, *texts):
    """Call count_in in a program of its own, and tell what happened."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-s", "-B", "run_with.py", method, workers, word, *texts],
            cwd=HERE,
            env={**os.environ, "LOOK_ON": folder},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            out, errors = process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            stop(process)
            pytest.fail(f"with {method!r}, count_in never comes back", pytrace=False)
        try:
            return SimpleNamespace(**json.loads(out.splitlines()[-1]))
        except (IndexError, ValueError):
            pytest.fail(
                f"with {method!r}, the program failed:\n{errors}", pytrace=False
            )


def stop(process):
    """End the program, and the children that it has left behind."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def worked(done):
    """Say so when an error came out of count_in."""
    if done.error:
        pytest.fail(f"count_in raised {done.error}", pytrace=False)
    return done


TEXTS = ["be be not", "", "Be", "not", "be or be or BE", "bee", "be"]


def test_the_words_are_counted(method):
    done = worked(run(method, "3", "be", *TEXTS))
    assert done.result == [2, 0, 1, 0, 3, 0, 1], (
        "count_in must return the counts, in the order of the texts"
    )
    assert done.left == 0, "when count_in comes back, its children must have ended"


def test_another_word():
    done = worked(run(ANY, "2", "Not", *TEXTS))
    assert done.result == [1, 0, 0, 1, 0, 0, 0], (
        "the word of the caller must be counted"
    )


def test_the_work_is_done_in_children(method):
    done = worked(run(method, "3", "be", *TEXTS))
    assert not done.here, "the counting was done in this very process, not in children"
    assert 1 <= len(done.pids) <= 3, "no more processes than `workers` must be used"


def test_all_workers_work_at_the_same_time(method):
    done = worked(run(method, "3", "meet", "meet 1", "meet 2", "meet 3"))
    if "met nobody" in done.result:
        pytest.fail(
            "three processes must work at the same time: one of them waited for the "
            "others, and met nobody",
            pytrace=False,
        )
    assert done.result == [1, 1, 1], "and each of them must count"


def test_few_parcels(method):
    done = worked(run(method, "3", "be", *TEXTS))
    assert done.parcels <= 3, (
        f"7 texts for 3 workers went out in {done.parcels} parcels, and 3 are enough"
    )
    assert done.parcels == 3, "each worker must get a parcel"


def test_parcels_of_equal_size():
    parcels = [
        worked(run(ANY, "2", "be", *TEXTS[:number])).parcels for number in (4, 5, 1)
    ]
    assert parcels == [2, 2, 1], (
        "4 texts for 2 workers are 2 parcels, 5 texts are 2, and 1 text is 1"
    )


def test_no_texts(method):
    done = worked(run(method, "2", "be"))
    assert done.result == [], "without texts there are no counts"


def test_the_start_method_is_that_of_the_caller(method):
    done = worked(run(method, "3", "be", *TEXTS))
    wanted = [method]
    assert done.methods == wanted, (
        "the pool must use the context of the caller: pass it on as mp_context"
    )


def test_the_defaults():
    done = worked(run("default", "default", "be", *TEXTS))
    assert done.result == [2, 0, 1, 0, 3, 0, 1], "workers and context may be left out"
    assert done.methods == [multiprocessing.get_start_method()], (
        "without a context, the pool uses the default of the system"
    )
    assert done.parcels == 2, "without `workers` there are two"


def test_an_error_reaches_the_caller(method):
    done = run(method, "2", "be", "be", "bad", "be")
    assert done.error == "LookupError: this text cannot be counted", (
        "an error in a child must reach the caller of count_in"
    )
