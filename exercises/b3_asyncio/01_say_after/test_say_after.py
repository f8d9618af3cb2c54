import asyncio
import importlib
import selectors
import sys
import time

import pytest


class Clock(selectors.DefaultSelector):
    """Lets an event loop jump to its next timer instead of waiting for it."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("the program waits for something that never comes")
            self.now += timeout
        return ready


class Rehearsal:
    """Runs coroutines of your script by a clock that jumps, and notes what happens."""

    def __init__(self, monkeypatch):
        self.clock = Clock()
        self.said = []  # (second, text)
        self.asked_for_time = []  # the seconds at which the script read the clock
        self.blocked = []  # the seconds for which nothing else could run

        monkeypatch.setattr(time, "sleep", self.sleep)
        monkeypatch.setattr(time, "strftime", self.strftime)
        monkeypatch.delitem(sys.modules, "say_after", raising=False)
        self.script = importlib.import_module("say_after")
        monkeypatch.setattr(self.script, "print", self.print, raising=False)

    def second(self):
        return round(self.clock.now, 3)

    def print(self, *texts, **options):
        self.said.append((self.second(), " ".join(map(str, texts))))

    def sleep(self, seconds):
        self.blocked.append(seconds)
        self.clock.now += seconds

    def strftime(self, *arguments):
        self.asked_for_time.append(self.second())
        return "12:00:00"

    def run(self, coroutine):
        with asyncio.Runner(loop_factory=self.new_loop) as runner:
            runner.run(coroutine)
        seconds_blocked = sum(self.blocked)
        assert seconds_blocked == 0, (
            "time.sleep stopped the whole event loop: while say_after waits, other "
            "coroutines must be able to run"
        )

    def new_loop(self):
        loop = asyncio.SelectorEventLoop(self.clock)
        loop.time = lambda: self.clock.now
        return loop


@pytest.fixture
def rehearsal(monkeypatch):
    return Rehearsal(monkeypatch)


def test_say_after_waits(rehearsal):
    rehearsal.run(rehearsal.script.say_after(3, "tick"))
    said = rehearsal.said
    assert said == [(3.0, "tick")], (
        "say_after(3, 'tick') must print 'tick' once, when 3 seconds have passed"
    )


def test_others_run_while_say_after_waits(rehearsal):
    async def both():
        say_after = rehearsal.script.say_after
        await asyncio.gather(say_after(2, "slow"), say_after(1, "fast"))

    rehearsal.run(both())
    said = rehearsal.said
    assert said == [(1.0, "fast"), (2.0, "slow")], (
        "say_after(2, 'slow') and say_after(1, 'fast') were started together, so "
        "'fast' comes after 1 second and 'slow' after 2"
    )


def test_main_takes_as_long_as_the_longer_task(rehearsal, monkeypatch):
    say_after, begun = rehearsal.script.say_after, []

    async def noted(*arguments, **named):
        begun.append(rehearsal.second())
        await say_after(*arguments, **named)

    monkeypatch.setattr(rehearsal.script, "say_after", noted)
    rehearsal.run(rehearsal.script.main())
    said = [(second, text.split()[0]) for second, text in rehearsal.said]
    end = rehearsal.second()
    assert end == 0.4, (
        f"main was done after {end} s: waiting 0.2 s and 0.4 s at the same time takes "
        "0.4 s"
    )
    assert begun == [0.0, 0.0], (
        "main must begin both tasks at once: one must not wait for the other to end"
    )
    assert said == [
        (0.0, "started"),
        (0.2, "hello"),
        (0.4, "world"),
        (0.4, "finished"),
    ], "main prints four lines, each in its second"


def test_main_reads_the_time_when_it_prints_it(rehearsal):
    rehearsal.run(rehearsal.script.main())
    asked_for_time, end = rehearsal.asked_for_time, rehearsal.second()
    assert asked_for_time == [0.0, end], (
        "main must call time.strftime twice: at the start for the line 'started at' "
        f"and at the end, after {end} s, for the line 'finished at'"
    )
