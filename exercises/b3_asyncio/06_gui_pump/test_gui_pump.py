import asyncio
import selectors
import threading

import pytest
from gui_pump import run
from toygui import FRAME, Window


class PlayWindow(Window):
    """A window whose clock jumps from timer to timer; it is closed after a minute."""

    def __init__(self):
        super().__init__()
        self.now = 0.0
        self.calls = 0
        self.stayed_open = False

    def time(self):
        return self.now

    def wait_until(self, when):
        self.calls = self.calls + 1 if when <= self.now else 0
        if self.calls > 500:
            pytest.fail("nothing but your step has a turn any more", pytrace=False)
        self.now = max(self.now, when)
        if self.now > 60_000:
            self.stayed_open = True
            self.quit()


class PlaySelector(selectors.DefaultSelector):
    """Lets the loop use the window's clock, and notes when the loop waits by itself."""

    def __init__(self, window):
        super().__init__()
        self.window = window
        self.waited = []

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready and timeout is None:
            raise RuntimeError("the loop waits for ever, and the window stands still")
        if not ready and timeout > 0:
            self.waited.append(timeout)
            self.window.now += timeout * 1000
        return ready


class Play:
    def __init__(self):
        self.window = PlayWindow()
        self.selector = PlaySelector(self.window)
        self.loop = asyncio.SelectorEventLoop(self.selector)
        self.loop.time = lambda: self.window.now / 1000
        self.tasks = []

    def run(self, coroutine):
        try:
            return run(self.window, self.loop, coroutine)
        finally:
            self.left = asyncio.all_tasks(self.loop)
            if self.window.stayed_open:
                pytest.fail(
                    "the coroutine was done, and the window stayed open", pytrace=False
                )


@pytest.fixture
def play():
    play = Play()
    yield play
    for task in asyncio.all_tasks(play.loop):
        task.cancel()
    if not play.loop.is_closed():
        play.loop.run_until_complete(asyncio.sleep(0))
        play.loop.close()


async def count(number, pause=0.1):
    for _ in range(number):
        await asyncio.sleep(pause)
    return number


def test_no_frame_is_lost(play):
    play.run(count(10))
    waited = sum(play.selector.waited)
    assert waited == 0, (
        "the event loop waited by itself, and meanwhile the window stood still: it must "
        "only do what is ready, and give control back to the window"
    )
    assert play.window.lost == 0, "no frame may be lost"
    assert play.window.frames >= 1000 // FRAME, (
        "while the coroutine counts for a second, the window must draw"
    )


def test_the_result_comes_back(play):
    assert play.run(count(3)) == 3, "run must return the result of the coroutine"


def test_the_coroutine_is_not_late(play):
    late = []

    async def check():
        for pause in (0.1, 0.015, 0.2):
            due = play.loop.time() + pause
            await asyncio.sleep(pause)
            late.append(round((play.loop.time() - due) * 1000))

    play.run(check())
    assert max(late) <= 20, "what is ready in the loop must not wait more than 20 ms"


def test_the_window_and_the_coroutine_can_talk(play):
    log = []

    async def wait_for_click():
        clicked = asyncio.Event()
        play.window.after(500, clicked.set)
        await clicked.wait()
        log.append(play.window.time())
        return "clicked"

    try:
        got = play.run(wait_for_click())
    except RuntimeError as error:
        pytest.fail(f"the coroutine waits for a click, but {error}", pytrace=False)
    assert got == "clicked", (
        "a callback of the window must be able to wake the coroutine"
    )
    assert 500 <= log[0] <= 520, "and that within 20 ms"


def test_several_tasks(play):
    async def both():
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(count(n)) for n in (5, 3)]
        return [task.result() for task in tasks]

    assert play.run(both()) == [5, 3], "the coroutine may make tasks of its own"
    assert play.window.now <= 700, "which run beside each other"


def test_one_thread(play):
    idents = set()

    async def note():
        idents.add(threading.get_ident())
        await asyncio.sleep(0.1)
        idents.add(threading.get_ident())

    play.run(note())
    assert idents == {threading.get_ident()}, (
        "the coroutine must run in the thread of the window"
    )


def test_an_error_comes_out(play):
    async def fail():
        await asyncio.sleep(0.1)
        raise LookupError("nothing there")

    try:
        play.run(fail())
        got = "no error"
    except LookupError as error:
        got = str(error)
    assert got == "nothing there", (
        f"an error of the coroutine must come out of run, but there was {got}"
    )
    assert not play.left, "no task may be left"


def test_a_coroutine_that_is_done_at_once(play):
    assert play.run(count(0)) == 0, "a coroutine need not wait for anything"
    assert play.window.now <= 20, "and then the window is closed at once"


def closed_early(play, log):
    async def work():
        try:
            await asyncio.sleep(10)
            log.append("was not cancelled")
        except asyncio.CancelledError:
            log.append("cancelled")
            raise
        finally:
            await asyncio.sleep(0.1)
            log.append("cleaned up")

    play.window.after(300, play.window.quit)
    try:
        return play.run(work())
    except (asyncio.CancelledError, RuntimeError, IndexError) as error:
        return error


def test_closing_the_window_cancels(play):
    log = []
    result = closed_early(play, log)
    assert log[:1] == ["cancelled"] or play.window.now < 9000 and play.left, (
        "when the window is closed, the coroutine must not go on"
    )
    asked = log[:1] == ["cancelled"] or any(task.cancelling() for task in play.left)
    assert asked, "when the window is closed, the coroutine must be cancelled"
    assert result is None, "when the window is closed first, run returns None"


def test_closing_the_window_lets_it_clean_up(play):
    log = []
    closed_early(play, log)
    asked = log[:1] == ["cancelled"] or any(task.cancelling() for task in play.left)
    assert asked, "when the window is closed, the coroutine must be stopped"
    assert log == ["cancelled", "cleaned up"], (
        "a coroutine that is cancelled must be able to clean up, and run must wait for it"
    )
    assert not play.left, "no task may be left"


def test_an_error_of_the_window(play):
    log = []

    async def work():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0.1)
            log.append("cleaned up")

    def fail():
        raise ZeroDivisionError("in a callback")

    play.window.after(300, fail)
    with pytest.raises(ZeroDivisionError, match="in a callback"):
        play.run(work())
    assert log == ["cleaned up"], (
        "when a callback fails, the coroutine must be cancelled and clean up"
    )


def test_the_loop_is_left_open(play):
    play.run(count(1))
    closed = play.loop.is_closed()
    assert not closed, "the loop belongs to the caller, who may use it again"
    again = Play()
    again.loop.close()
    again.loop, again.window = play.loop, play.window
    assert again.run(count(2)) == 2, "the same loop and window can be used once more"
