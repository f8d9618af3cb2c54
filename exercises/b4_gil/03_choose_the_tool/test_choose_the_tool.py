import asyncio
import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from choose_the_tool import answer_all, choose
from jobs import JOBS, Job

HERE = Path(__file__).parent
LIMIT = 5  # seconds; nothing that works ever waits so long


def chosen(job, *arguments, wanted, why):
    got = choose(job, *arguments)
    assert got == wanted, f"{why}: {wanted!r} is right, and {got!r} was chosen"


@pytest.mark.parametrize(
    ("name", "wanted", "why"),
    [
        ("crawler", "asyncio", "thousands wait, with a library made for it"),
        ("old_database", "threads", "twenty wait, with a library that blocks"),
        ("simulation", "processes", "Python code computes for a long time"),
        ("numpy_product", "threads", "the code that computes releases the GIL"),
        ("add_two_numbers", "none", "sending takes a hundred times longer"),
        ("one_long_sum", "none", "there is one piece, and nothing to share out"),
        (
            "one_request",
            "none",
            "there is one piece, and nothing to wait for meanwhile",
        ),
        ("hash_files", "threads", "hashing releases the GIL"),
    ],
    ids=list(JOBS),
)
def test_eight_jobs(name, wanted, why):
    chosen(JOBS[name], wanted=wanted, why=f"{name}: {why}")


def test_what_costs_more_to_send_than_to_compute():
    chosen(
        Job(10, computing=1, sending=2),
        wanted="none",
        why="sending takes longer than computing",
    )
    chosen(
        Job(10, computing=1, sending=1),
        wanted="none",
        why="sending takes as long as computing",
    )
    chosen(
        Job(10, computing=1.01, sending=1),
        wanted="processes",
        why="computing takes longer than sending",
    )


def test_without_gil():
    chosen(
        Job(8, waits=True, made_for_asyncio=True),
        False,
        wanted="asyncio",
        why="waiting has nothing to do with the GIL",
    )
    chosen(
        Job(8, computing=30, sending=0.01),
        False,
        wanted="threads",
        why="without a GIL, threads compute at the same time",
    )
    chosen(
        Job(8, computing=0.01, sending=30),
        False,
        wanted="threads",
        why="without a GIL, threads compute, and need not send anything",
    )
    chosen(Job(8, waits=True), False, wanted="threads", why="the library blocks")
    chosen(Job(1, computing=9), False, wanted="none", why="there is one piece")


def test_one_piece_or_none():
    for pieces in (0, 1):
        chosen(Job(pieces, waits=True), wanted="none", why=f"{pieces} pieces")
    chosen(Job(2, waits=True), wanted="threads", why="two pieces that wait")
    chosen(Job(2, computing=2, sending=1), wanted="processes", why="two pieces")


def test_code_that_waits_may_release_the_gil_too():
    chosen(
        Job(9, waits=True, made_for_asyncio=True, releases_gil=True),
        wanted="asyncio",
        why="it waits, which the second rule decides",
    )


class Heart:
    """Beats in the event loop; others can wait in their threads until it has beaten."""

    def __init__(self):
        self.beats = 0
        self.changed = threading.Condition()

    async def beat(self):
        while True:
            with self.changed:
                self.beats += 1
                self.changed.notify_all()
            await asyncio.sleep(0.001)

    def beats_on(self, limit):
        with self.changed:
            wanted = self.beats + 3
            return self.changed.wait_for(lambda: self.beats >= wanted, limit)


def answers(questions, make_compute, workers=3):
    heart = Heart()

    async def main():
        beating = asyncio.create_task(heart.beat())
        await asyncio.sleep(0)
        try:
            return await answer_all(questions, make_compute(heart), executor)
        finally:
            beating.cancel()

    with ThreadPoolExecutor(workers) as executor:
        return asyncio.run(main())


def goes_on():
    """Whether the heart beats while something is computed."""
    return answers([1], lambda heart: lambda question: heart.beats_on(2))[0]


def test_the_loop_goes_on():
    assert goes_on(), (
        "while answers are computed, the heart stands still: computing stops the loop"
    )


def test_all_questions_are_at_work_at_the_same_time():
    everybody = threading.Barrier(3)
    limit = LIMIT if goes_on() else 0.1

    def compute(question):
        try:
            everybody.wait(limit)
            return "met"
        except threading.BrokenBarrierError:
            return "alone"

    got = answers([1, 2, 3], lambda heart: compute)
    if "alone" in got:
        note = "although the loop goes on" if limit == LIMIT else "in the loop"
        pytest.fail(
            f"three questions must be at work at the same time; they come one after the "
            f"other, {note}",
            pytrace=False,
        )


def test_the_order_is_that_of_the_questions():
    done = [threading.Event() for _ in range(4)]
    done[3].set()
    limit = LIMIT if goes_on() else 0.1

    def compute(question):
        done[question + 1].wait(limit)
        done[question].set()
        return question * 10

    assert list(answers([0, 1, 2], lambda heart: compute)) == [0, 10, 20], (
        "the answers must be in the order of the questions, whichever is done first"
    )


def test_the_executor_of_the_caller_is_used():
    names = answers([1, 2], lambda heart: lambda question: threading.current_thread())
    here = threading.main_thread() in names
    assert not here, "the executor must do the computing"
    used = {thread.name.startswith("ThreadPoolExecutor") for thread in names}
    assert used == {True}, "the executor of the caller must be used, and no other"


def test_the_executor_is_left_open():
    async def main(executor):
        await answer_all([1], str, executor)
        return await answer_all([2], str, executor)

    with ThreadPoolExecutor(1) as executor:
        try:
            got = asyncio.run(main(executor))
        except RuntimeError as error:
            pytest.fail(f"the executor belongs to the caller: {error}", pytrace=False)
    assert list(got) == ["2"], "the executor must be usable again"


def test_an_error_reaches_the_caller():
    def fail(question):
        raise LookupError("no answer")

    with pytest.raises(LookupError, match="no answer"):
        answers([1], lambda heart: fail)


def test_no_questions():
    assert list(answers([], lambda heart: str)) == [], "no questions, no answers"


def test_processes_compute_beside_the_loop():
    done = subprocess.run(
        [sys.executable, "-s", "-B", "run_in_processes.py"],
        cwd=HERE,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=40,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        pytest.fail(f"run_in_processes.py failed:\n{done.stderr}", pytrace=False)
    assert report["here"] is False, "processes of the executor must do the computing"
    assert list(report["answers"]) == [300_000**2, 200**2], (
        "the answers of the processes must come back"
    )
    assert report["beats"] > 3, "meanwhile the heart must go on"
