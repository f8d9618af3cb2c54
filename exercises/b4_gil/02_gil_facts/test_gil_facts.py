import sys
import threading
import time

import gil_facts
import pytest
from gil_facts import FACTS, cpu_per_second, gil_is_enabled, switch_interval


def test_this_python():
    wanted = getattr(sys, "_is_gil_enabled", lambda: True)()
    assert gil_is_enabled() is wanted, (
        "gil_is_enabled must tell whether this Python has a GIL that is switched on"
    )


def test_a_python_without_gil(monkeypatch):
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: False, raising=False)
    got = gil_is_enabled()
    assert got is False, (
        "when sys._is_gil_enabled says False, there is no GIL, whatever the version"
    )


def test_a_python_with_gil(monkeypatch):
    monkeypatch.setattr(sys, "_is_gil_enabled", lambda: True, raising=False)
    assert gil_is_enabled() is True, (
        "when sys._is_gil_enabled says True, there is a GIL"
    )


def test_a_python_that_cannot_be_asked(monkeypatch):
    monkeypatch.delattr(sys, "_is_gil_enabled", raising=False)
    try:
        got = gil_is_enabled()
    except AttributeError as error:
        pytest.fail(
            f"before 3.13 nobody can be asked: AttributeError: {error}", pytrace=False
        )
    assert got is True, "before 3.13 every CPython has a GIL"


class Clocks:
    """Clocks that only the test moves on."""

    def __init__(self, monkeypatch):
        self.wall = 100.0
        self.cpu = 50.0
        self.jumps = 0.0
        self.lock = threading.Lock()
        monkeypatch.setattr(time, "perf_counter", lambda: self.wall)
        monkeypatch.setattr(time, "monotonic_ns", lambda: int(self.wall * 1e9))
        monkeypatch.setattr(time, "process_time", lambda: self.cpu)
        monkeypatch.setattr(time, "thread_time", lambda: 7.0)
        monkeypatch.setattr(time, "time", lambda: self.wall + self.jumps)

    def work(self, wall, cpu):
        def work():
            with self.lock:
                self.wall += wall
                self.cpu += cpu

        return work


def test_all_threads_work_at_the_same_time():
    everybody = threading.Barrier(3)
    met = []

    def work():
        try:
            everybody.wait(3)
            met.append(True)
        except threading.BrokenBarrierError:
            pass

    try:
        cpu_per_second(work, 3)
    except ZeroDivisionError:
        pass
    if len(met) < 3:
        pytest.fail(
            "three threads must be at work at the same time; they came one after the "
            "other",
            pytrace=False,
        )


def test_the_cpu_time_of_all_threads_counts(monkeypatch):
    clocks = Clocks(monkeypatch)
    got = cpu_per_second(clocks.work(wall=0.5, cpu=0.75), 2)
    assert got == 1.5, (
        "two threads have used 0.75 CPU seconds each while 1 second went by: that is "
        f"1.5, and you got {got:g}"
    )


def test_four_threads(monkeypatch):
    clocks = Clocks(monkeypatch)
    got = cpu_per_second(clocks.work(wall=0.5, cpu=0.25), 4)
    assert got == 0.5, "four threads: 1 CPU second while 2 seconds went by is 0.5"


def test_only_the_time_of_the_work_counts(monkeypatch):
    clocks = Clocks(monkeypatch)
    clocks.cpu = 1000.0
    got = cpu_per_second(clocks.work(wall=2, cpu=2), 1)
    assert got == 1, "what was used before the call must not count"


def test_the_wall_clock_may_be_set(monkeypatch):
    clocks = Clocks(monkeypatch)

    def work():
        clocks.work(wall=1, cpu=1)()
        clocks.jumps = 3600  # summer time begins

    assert cpu_per_second(work, 1) == 1, (
        "somebody may set the clock meanwhile: use one that only goes forward"
    )


def test_no_thread_is_left():
    before = set(threading.enumerate())
    go_on = threading.Event()

    def work():
        go_on.wait(0.05)
        sum(range(100_000))

    cpu_per_second(work, 3)
    left = set(threading.enumerate()) - before
    go_on.set()
    assert left == set(), "cpu_per_second must wait for all of its threads"


def compute():
    number = 0
    for n in range(1_500_000):
        number += n


def test_the_gil_itself():
    """Other load only lowers the ratio, so a busy machine cannot break the bound."""
    got = cpu_per_second(compute, 2)
    if getattr(sys, "_is_gil_enabled", lambda: True)():
        assert got < 1.25, "with the GIL, two threads compute no more than one"
    assert got > 0, "the threads have computed"


def test_the_interval_is_set_in_the_block():
    before = sys.getswitchinterval()
    with switch_interval(0.25):
        assert sys.getswitchinterval() == pytest.approx(0.25), (
            "in the block the interval must be the one that was asked for"
        )
    after = sys.getswitchinterval()
    sys.setswitchinterval(before)
    assert after == pytest.approx(before), "after the block it must be as before"


def test_the_interval_is_put_back_after_an_error():
    before = sys.getswitchinterval()
    with switch_interval(0.25):
        pass
    restored = sys.getswitchinterval()
    sys.setswitchinterval(before)
    assert restored == pytest.approx(before), "the interval must be put back"
    try:
        with switch_interval(0.25):
            raise LookupError("nothing there")
    except LookupError:
        pass
    else:
        pytest.fail("the error of the block must not be swallowed", pytrace=False)
    after = sys.getswitchinterval()
    sys.setswitchinterval(before)
    assert after == pytest.approx(before), (
        "after an error, too, the interval must be as before"
    )


def test_blocks_inside_each_other():
    before = sys.getswitchinterval()
    with switch_interval(0.25):
        with switch_interval(0.5):
            pass
        between = sys.getswitchinterval()
    sys.setswitchinterval(before)
    assert between == pytest.approx(0.25), (
        "after the inner block the interval must be that of the outer one"
    )


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        pytest.param(
            "The GIL keeps the interpreter's own data sound, such as reference counts.",
            True,
            id="what_it_is_for",
        ),
        pytest.param(
            "The GIL makes `count += 1` safe when several threads do it.",
            False,
            id="your_data",
        ),
        pytest.param(
            "With the GIL, two threads that compute are about as fast as one.",
            True,
            id="computing",
        ),
        pytest.param(
            "A thread that waits for the network keeps the GIL meanwhile.",
            False,
            id="waiting",
        ),
        pytest.param("Two processes share one GIL.", False, id="processes"),
        pytest.param("Every Python has a GIL.", False, id="every_python"),
    ],
)
def test_a_fact(statement, wanted):
    answer = FACTS.get(statement)
    if not isinstance(answer, bool):
        pytest.fail(f"{statement} True or False?", pytrace=False)
    if answer is not wanted:
        pytest.fail(f"{statement} That is not {answer}", pytrace=False)


def test_nothing_else_was_changed():
    assert gil_facts.sys is sys and gil_facts.time is time, (
        "sys and time must be the modules"
    )
