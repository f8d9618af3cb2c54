"""Runs the script with a print and a sleep of the test's own: nothing here depends on
how fast the machine is."""

import re
import runpy
import threading
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("three_workers.py")
LAST_LINE = "All threads finished"


def run_script(monkeypatch, show, sleep):
    monkeypatch.setattr(time, "sleep", sleep)
    runpy.run_path(str(SCRIPT), init_globals={"print": show}, run_name="__main__")


def test_the_workers_sleep_at_the_same_time(monkeypatch):
    main = threading.current_thread()
    meeting = threading.Barrier(3)
    met = []
    running_before = set(threading.enumerate())

    def sleep(seconds):
        """Return when three workers are asleep, or after 2 s of being fewer."""
        if threading.current_thread() is main:
            return
        try:
            meeting.wait(2)
            met.append(threading.current_thread())
        except threading.BrokenBarrierError:
            pass

    run_script(monkeypatch, show=lambda *args, **kwargs: None, sleep=sleep)
    for thread in set(threading.enumerate()) - running_before:
        thread.join(5)
    asleep_together = len(met)
    assert asleep_together == 3, (
        "the three workers must sleep at the same time, each in its own thread: "
        "they were never all asleep together"
    )


@pytest.mark.parametrize("slow", [0, 1, 2])
def test_waits_for_a_slow_thread(slow, monkeypatch):
    main = threading.current_thread()
    changed = threading.Condition()
    printed, number_of, joined, main_slept = [], {}, set(), []

    def show(line="", *args, **kwargs):
        with changed:
            printed.append(line)
            if start := re.fullmatch(r"Thread (\d) starting", str(line)):
                number_of[threading.current_thread()] = int(start[1])
            changed.notify_all()

    def sleep(seconds):
        """The slow thread sleeps until somebody waits for it or the last line is out."""
        me = threading.current_thread()
        if me is main:
            main_slept.append(seconds)
        elif number_of.get(me) == slow:
            with changed:
                changed.wait_for(lambda: me in joined or LAST_LINE in printed, 1)

    real_join = threading.Thread.join

    def join(thread, timeout=None):
        if timeout is None:
            with changed:
                joined.add(thread)
                changed.notify_all()
        real_join(thread, timeout)

    monkeypatch.setattr(threading.Thread, "join", join)
    run_script(monkeypatch, show, sleep)
    lines_at_the_end = list(printed)
    for thread in number_of:
        real_join(thread, 5)

    assert LAST_LINE in lines_at_the_end, f"the script must end with '{LAST_LINE}'"
    before = lines_at_the_end[: lines_at_the_end.index(LAST_LINE)]
    how = "; the main thread only slept for a while" if main_slept else ""
    assert f"Thread {slow} finishing" in before, (
        f"'{LAST_LINE}' was printed before thread {slow} was done{how}: "
        "it must wait for every thread, however long that takes"
    )
