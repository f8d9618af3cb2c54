import contextlib
import functools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
LIMIT = 20  # seconds; what works is done in a fraction of it
hanging = []


@functools.cache
def program(method, name, *arguments, limit=LIMIT):
    """Call the function in a program of its own; None means that it hangs."""
    command = [sys.executable, "-s", "-B", "run_with.py", method, name]
    process = subprocess.Popen(
        [*command, *(json.dumps(argument) for argument in arguments)],
        cwd=HERE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, errors = process.communicate(timeout=3 if hanging else limit)
    except subprocess.TimeoutExpired:
        hanging.append(name)  # it has failed; the others need not wait so long
        stop(process)
        return None
    lines = out.splitlines()
    try:
        report = json.loads(lines[-1])
    except (IndexError, ValueError):
        pytest.fail(f"with {method!r}, the program failed:\n{errors}", pytrace=False)
    return SimpleNamespace(printed=lines[:-1], **report)


def stop(process):
    """End the program, and the children that it has left behind."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()


def squares(method, *counts):
    done = program(method, "squares", *counts)
    if not done:
        pytest.fail(f"with {method!r}, squares{counts} hangs", pytrace=False)
    return done


def ask(method, *questions):
    done = program(method, "ask", questions)
    if done:
        return done
    first = program(method, "squares", 2)
    if first and first.results == [[0, 1]]:
        pytest.fail(
            f"with {method!r}, ask({list(questions)}) hangs: who waits for whom?",
            pytrace=False,
        )
    pytest.fail(
        f"with {method!r}, ask({list(questions)}) never comes back", pytrace=False
    )


@pytest.fixture(params=["fork", "spawn"])
def method(request):
    """Where there is no fork, spawn is tried twice."""
    there = request.param in multiprocessing.get_all_start_methods()
    return request.param if there else "spawn"


def test_squares(method):
    done = squares(method, 5)
    assert done.results == [[0, 1, 4, 9, 16]], (
        f"with {method!r}, squares must return what the child has computed"
    )
    assert done.left == 0, "when squares comes back, its child must have ended"


def test_no_squares(method):
    assert squares(method, 0).results == [[]], "of no numbers there are no squares"


def test_many_squares(method):
    """More than a pipe can hold while nobody reads."""
    (result,) = squares(method, 50_000).results
    assert (len(result), result[-1:]) == (50_000, [49_999**2]), (
        "squares must return a long list as well"
    )


def test_each_call_begins_anew(method):
    assert squares(method, 2, 3).results == [[0, 1], [0, 1, 4]], (
        "a second call of squares must not find the results of the first"
    )


def test_the_replies(method):
    assert ask(method, "how", "why").results == [["HOW", "WHY"]], (
        "ask must return the reply to each question, in their order"
    )


def test_the_child_ends(method):
    done = ask(method, "how", "why")
    assert done.printed == ["no more questions"], (
        "when the parent closes its end, the child must see the end of the "
        "questions and print its last line"
    )
    assert done.left == 0, "ask must come back when the child has ended"


def test_no_questions(method):
    done = ask(method)
    assert (done.results, done.printed) == ([[]], ["no more questions"]), (
        "without any question, the child must come to its end at once"
    )


def test_a_child_that_dies_is_an_error(method):
    (result,) = ask(method, "how", "die", "why").results
    assert str(result).split()[0] == "EOFError", (
        "when the child dies before it has answered, ask must raise EOFError"
    )


def test_the_work_is_done_in_a_child(method):
    first, second = squares(method, 5), ask(method, "how", "why")
    assert (first.here, second.here) == ([], []), (
        "the work must be done in a child, not in the program itself"
    )
