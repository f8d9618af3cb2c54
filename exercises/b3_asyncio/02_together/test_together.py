import asyncio
import selectors
from pathlib import Path

import pytest
import together
from together import Failed, load_page

NAMES = ["head", "news", "ads", "foot"]


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


def run(coroutine):
    """Run it by a clock that jumps: whatever it waits for, no time goes by."""
    clock = Clock()
    loop = asyncio.SelectorEventLoop(clock)
    loop.time = lambda: clock.now
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        return runner.run(coroutine)


def why():
    """What a look at the file says."""
    source = Path(together.__file__).read_text(encoding="utf-8")
    if "create_task" in source:
        return "each as a task, but one after the other"
    return "one after the other"


def test_all_sections_are_under_way_at_the_same_time():
    async def main():
        everybody = asyncio.Barrier(len(NAMES))

        async def fetch(name):
            await everybody.wait()
            return name

        return await asyncio.wait_for(load_page(fetch, NAMES), 5)

    try:
        page = run(main())
    except TimeoutError:
        pytest.fail(
            "each section waits until all of them are being fetched, and that never "
            f"happens: they are fetched {why()}",
            pytrace=False,
        )
    assert page == {name: name for name in NAMES}, "all sections must be in the page"


def test_the_order_is_that_of_the_names():
    async def main():
        turns = {name: asyncio.Event() for name in NAMES}
        turns["foot"].set()

        async def fetch(name):
            try:
                await asyncio.wait_for(turns[name].wait(), 5)
            except TimeoutError:
                pass  # the test above tells
            before = NAMES[NAMES.index(name) - 1]
            turns[before].set()
            return name.upper()

        return await load_page(fetch, NAMES)

    page = run(main())
    assert list(page.items()) == [(name, name.upper()) for name in NAMES], (
        "the page must be in the order of the names, although the last section came first"
    )


def test_no_sections():
    async def fetch(name):
        return name

    assert run(load_page(fetch, [])) == {}, "a page without sections is empty"


def test_each_section_is_fetched_once():
    calls = []

    async def fetch(name):
        calls.append(name)
        return len(calls)

    run(load_page(fetch, NAMES))
    assert sorted(calls) == sorted(NAMES), "each section must be fetched exactly once"


async def failing(log, kind=ConnectionError):
    """Load a page of which one section fails while the others are under way."""
    begun = asyncio.Barrier(3)

    async def meet():
        try:
            await asyncio.wait_for(begun.wait(), 5)
        except TimeoutError:
            pass  # one after the other; another test tells

    async def fetch(name):
        await meet()
        if name == "news":
            raise kind("no news")
        try:
            await asyncio.sleep(1000)
        except asyncio.CancelledError:
            await asyncio.sleep(0)  # cleaning up takes a moment
            log.append(f"{name} was stopped")
            raise

    try:
        await asyncio.wait_for(load_page(fetch, ["head", "news", "foot"]), 100)
    finally:
        log.append("load_page is done")


def outcome(log, kind=ConnectionError):
    try:
        run(failing(log, kind))
    except TimeoutError:
        pytest.fail(
            "when one section fails, load_page must not wait for the others",
            pytrace=False,
        )
    except BaseException as error:
        return error
    return None


def test_a_failure_is_reported():
    error = outcome([])
    kind = type(error).__name__ if error else "no error"
    assert kind == "Failed", (
        f"when a section cannot be fetched, load_page must raise Failed, but there was {kind}"
    )
    assert isinstance(error.__cause__, ConnectionError), (
        "the cause of Failed must be the error of the fetch, not a group of errors"
    )
    assert str(error.__cause__) == "no news", "the cause must be the error itself"


def test_when_one_fails_the_others_are_stopped():
    log = []
    outcome(log)
    stopped = sorted(entry for entry in log if str(entry).endswith("stopped"))
    done = log.index("load_page is done")
    before = sorted(entry for entry in log[:done] if str(entry).endswith("stopped"))
    assert before == ["foot was stopped", "head was stopped"], (
        "when one section fails, the others must be stopped, and load_page must wait "
        "until they have ended"
        + ("; when it came out they were still at work" if stopped != before else "")
    )


def test_other_errors_are_not_hidden():
    error = outcome([], ZeroDivisionError)
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    assert type(error).__name__ == "ZeroDivisionError", (
        "an error that is no OSError must come out, alone or in a group"
    )


def test_several_failures():
    async def fetch(name):
        raise ConnectionError(name)

    with pytest.raises(Failed) as caught:
        run(load_page(fetch, NAMES))
    assert isinstance(caught.value.__cause__, ConnectionError), (
        "when several sections fail, the cause of Failed must be one of their errors"
    )
