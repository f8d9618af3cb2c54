import asyncio
import selectors
from pathlib import Path

import pytest
import timeouts_and_cancel
from timeouts_and_cancel import ask


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


class Server:
    """Connections to it do what the plan says, one step for each of them."""

    def __init__(self, *plan):
        self.plan = list(plan)
        self.log = []

    async def connect(self):
        self.log.append("connect")
        step = self.plan.pop(0)
        if step == "slow to connect":
            await asyncio.sleep(1000)
        if step == "refused":
            raise ConnectionRefusedError("refused")
        return Connection(self, step)


class Connection:
    def __init__(self, server, step):
        self.server = server
        self.step = step

    async def ask(self, question):
        self.server.log.append(f"ask {question}")
        if isinstance(self.step, Exception):
            raise self.step
        if isinstance(self.step, (int, float)):
            await asyncio.sleep(self.step)
        return f"answer after {self.step}"

    async def close(self):
        await asyncio.sleep(0)  # closing takes a moment
        self.server.log.append("close")


async def timed(coroutine):
    """The result or the error, and how many seconds it took; at most 100."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with asyncio.timeout(100):
            result = await coroutine
    except Exception as error:
        result = error
    return result, round(loop.time() - begun, 3)


def outcome(server, *arguments, **options):
    return run(timed(ask(server.connect, "how", *arguments, **options)))


def named(result):
    return type(result).__name__ if isinstance(result, BaseException) else "no error"


def given_up_after_two_seconds():
    _, seconds = outcome(Server(1000), tries=1)
    if seconds != 2:
        pytest.fail("after 2 seconds a silent server must be given up", pytrace=False)


def test_an_answer():
    server = Server(1)
    result, seconds = outcome(server)
    assert (result, seconds) == ("answer after 1", 1), "ask must return the answer"
    assert server.log == ["connect", "ask how", "close"], (
        "one try that succeeds is enough, and its connection must be closed"
    )


def test_tries_again_after_an_error():
    server = Server(ConnectionResetError("gone"), "refused", "a while")
    result, seconds = outcome(server)
    assert result == "answer after a while", "after an OSError ask must try again"
    assert server.log.count("connect") == 3, "each try needs a connection of its own"
    assert seconds == 0, "there must be no pause between two tries"


def test_the_connection_is_closed_after_an_error():
    server = Server(ConnectionResetError("gone"), "a while")
    outcome(server)
    assert server.log == [
        "connect",
        "ask how",
        "close",
        "connect",
        "ask how",
        "close",
    ], "a connection must be closed after an error, before the next try"


def test_a_silent_server_is_given_up():
    server = Server(1000, 1)
    result, seconds = outcome(server)
    assert result == "answer after 1", "when a try takes too long, ask must try again"
    assert seconds == 3, "the first try must be given up after 2 seconds"


def test_the_connection_is_closed_when_the_time_is_over():
    server = Server(1000, 1)
    given_up_after_two_seconds()
    result, _ = outcome(server)
    assert result == "answer after 1", "after a silent server, ask must try again"
    assert server.log == [
        "connect",
        "ask how",
        "close",
        "connect",
        "ask how",
        "close",
    ], "a connection must be closed when the time is over, before the next try"


def test_each_try_has_its_own_time():
    given_up_after_two_seconds()
    server = Server(1000, 1000, 1.5)
    result, seconds = outcome(server)
    assert (result, seconds) == ("answer after 1.5", 5.5), (
        "each try has its own limit of 2 seconds"
    )


def test_connecting_is_limited_as_well():
    given_up_after_two_seconds()
    server = Server("slow to connect", 1)
    result, seconds = outcome(server)
    assert (result, seconds) == ("answer after 1", 3), (
        "connecting is a part of the try, and the limit counts for both"
    )


def test_the_limit_is_that_of_the_caller():
    server = Server(4, 6, 4)
    result, seconds = outcome(server, limit=5)
    assert (result, seconds) == ("answer after 4", 4), "with limit=5, 4 seconds will do"
    result, seconds = outcome(server, limit=5)
    assert (result, seconds) == ("answer after 4", 9), "and 6 seconds are too long"


@pytest.mark.parametrize("tries", [1, 2, None], ids=["one", "two", "default"])
def test_the_last_error_reaches_the_caller(tries):
    given_up_after_two_seconds()
    wanted = tries or 3
    errors = [ConnectionResetError(f"error {number}") for number in range(5)]
    server = Server(*errors)
    result, _ = outcome(server, **({"tries": tries} if tries else {}))
    assert named(result) == "ConnectionResetError", (
        f"when all {wanted} tries fail, the caller must get an error; there was "
        f"{named(result)}"
    )
    assert str(result) == f"error {wanted - 1}", "it must be the error of the last try"
    assert server.log.count("connect") == wanted, "no more tries than asked for"


def test_too_late_is_a_timeout_error():
    result, seconds = outcome(Server(1000, 1000), tries=2)
    assert named(result) == "TimeoutError", (
        "when the last try takes too long, ask must raise TimeoutError"
    )
    assert seconds == 4, "two tries of 2 seconds"


def test_other_errors_are_not_tried_again():
    server = Server(ValueError("no such question"), 1)
    result, _ = outcome(server)
    assert named(result) == "ValueError", (
        "an error that is no OSError is a mistake: it must reach the caller"
    )
    assert server.log == ["connect", "ask how", "close"], (
        "after another error ask must not try again, but close the connection"
    )


async def cancelled(server, after):
    """Cancel ask after so many seconds; return how the task has ended."""
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(ask(server.connect, "how"))
    await asyncio.sleep(after)
    task.cancel()
    before = loop.time()
    await asyncio.wait([task], timeout=1)
    ended = "cancelled" if task.cancelled() else "done" if task.done() else "at work"
    seconds = loop.time() - before
    while not task.done():  # whatever it does, it must end
        task.cancel()
        await asyncio.wait([task], timeout=10)
    return ended, seconds


def why():
    source = Path(timeouts_and_cancel.__file__).read_text(encoding="utf-8")
    limited = "asyncio.timeout" in source
    return "swallowed, although the time is limited" if limited else "swallowed"


def test_a_cancelled_task_is_cancelled():
    server = Server(1000, 1000, 1000)
    ended, seconds = run(cancelled(server, 0.5))
    assert ended == "cancelled", (
        f"a task that is cancelled must end, but the cancellation was {why()}"
    )
    assert seconds == 0, "it must end at once"
    assert server.log.count("connect") == 1, (
        "after a cancellation there is no other try"
    )


def test_the_connection_is_closed_after_a_cancellation():
    server = Server(1000, 1000, 1000)
    run(cancelled(server, 0.5))
    assert server.log == ["connect", "ask how", "close"], (
        "when the task is cancelled, its connection must be closed"
    )


def test_cancelled_while_connecting():
    server = Server("slow to connect", 1, 1)
    ended, _ = run(cancelled(server, 0.5))
    assert ended == "cancelled", (
        "a task that is cancelled while it connects must end, too"
    )
