import importlib
import sys
import time

import pytest


class FakeTime:
    """Clocks that move only when a test says so."""

    def __init__(self):
        self.steady = 1_000.0  # a stopwatch: nobody can set it
        self.wall = 1_700_000_000.0  # the clock on the wall: it can be set
        self.cpu = 5.0  # only counts while this process computes

    def pass_by(self, seconds):
        """Let time pass; the process computes for a quarter of a second of it."""
        self.steady += seconds
        self.wall += seconds
        self.cpu += 0.25


@pytest.fixture
def clock(monkeypatch):
    fake = FakeTime()
    for name, read in {
        "perf_counter": lambda: fake.steady,
        "monotonic": lambda: fake.steady,
        "time": lambda: fake.wall,
        "process_time": lambda: fake.cpu,
        "thread_time": lambda: fake.cpu,
    }.items():
        monkeypatch.setattr(time, name, read)
        monkeypatch.setattr(time, f"{name}_ns", lambda read=read: round(read() * 1e9))
    return fake


@pytest.fixture
def timer(clock, monkeypatch):
    """Your timer, imported anew so that it reads the fake clocks."""
    monkeypatch.delitem(sys.modules, "timer", raising=False)
    return importlib.import_module("timer").timer


def test_prints_the_label_and_the_seconds(timer, clock, capsys):
    with timer("Block execution"):
        clock.pass_by(1.5)
    printed = capsys.readouterr().out
    assert printed == "Block execution: 1.500s\n", (
        "the block took 1.5 s (it computed for 0.25 s and waited for the rest), "
        f"but the timer printed {printed!r}"
    )


def test_setting_the_wall_clock_changes_nothing(timer, clock, capsys):
    with timer("Block execution"):
        clock.pass_by(2)
        clock.wall -= 3600
    printed = capsys.readouterr().out
    assert printed == "Block execution: 2.000s\n", (
        "the block took 2 s, and meanwhile somebody set the computer's clock back "
        f"by an hour, which must not matter: the timer printed {printed!r}"
    )


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_prints_when_the_block_raises(timer, clock, capsys, error):
    try:
        with timer("Failing block"):
            clock.pass_by(0.5)
            raise error
    except error:
        pass
    printed = capsys.readouterr().out
    assert printed, (
        f"nothing was printed when the block ended with {error.__name__}: "
        "the time is wanted however the block ends"
    )
    assert printed == "Failing block: 0.500s\n", (
        f"the block took 0.5 s and ended with {error.__name__}"
    )


def test_the_error_reaches_the_caller(timer):
    raised, arrived = ValueError("no such row"), None
    try:
        with timer("Failing block"):
            raise raised
    except ValueError as error:
        arrived = error
    assert arrived is raised, (
        "a timer only measures: the block's own error must reach the code around "
        "the with statement"
    )


def test_timers_can_be_nested(timer, clock, capsys):
    with timer("outer"):
        clock.pass_by(1)
        with timer("inner"):
            clock.pass_by(2)
        clock.pass_by(3)
    printed = capsys.readouterr().out
    assert printed == "inner: 2.000s\nouter: 6.000s\n", (
        "each with statement measures its own block"
    )
