import functools
import gc
import weakref

import pytest
from observer import Event


class Window:
    def __init__(self, calls, name="window"):
        self.calls = calls
        self.name = name

    def redraw(self, *args):
        self.calls.append((self.name, *args))

    def close(self, *args):
        self.calls.append((self.name, "close", *args))


@pytest.fixture
def calls():
    return []


@pytest.fixture
def event():
    return Event()


def listener(calls, name, then=lambda: None):
    """A function that writes down its calls, and then does something."""

    def listen(*args):
        calls.append((name, *args))
        then()

    return listen


def called(event, calls, *args):
    """Notify, and return the names of those who were called."""
    calls.clear()
    event.notify(*args)
    return [call[0] for call in calls]


def test_all_listeners_are_called(event, calls):
    window = Window(calls)
    event.subscribe(listener(calls, "function"))
    event.subscribe(window.redraw)
    event.subscribe(window.close)
    event.notify(1, "a")
    window_is_called = ("window", 1, "a") in calls
    assert window_is_called, "a method of an object that is alive was not called"
    assert calls == [
        ("function", 1, "a"),
        ("window", 1, "a"),
        ("window", "close", 1, "a"),
    ], "all listeners must be called with the arguments, in the order of subscription"


def test_a_function_is_kept(event, calls):
    event.subscribe(listener(calls, "kept"))
    event.subscribe(functools.partial(calls.append, ("partial",)))
    gc.collect()
    assert called(event, calls) == ["kept", "partial"], (
        "a function that nobody else holds must be kept by the event"
    )


def test_who_unsubscribes_itself_does_not_disturb_the_others(event, calls):
    once = listener(calls, "once", lambda: event.unsubscribe(once))
    for each in (once, listener(calls, "second"), listener(calls, "third")):
        event.subscribe(each)
    first = called(event, calls)
    assert first == ["once", "second", "third"], (
        "when one listener unsubscribes itself, the next one must still be called"
    )
    assert called(event, calls) == ["second", "third"], "and it is gone the next time"


def test_who_is_unsubscribed_meanwhile_is_not_called(event, calls):
    victim = listener(calls, "victim")
    event.subscribe(listener(calls, "first", lambda: event.unsubscribe(victim)))
    event.subscribe(victim)
    event.subscribe(listener(calls, "last"))
    assert called(event, calls) == ["first", "last"], (
        "a listener who was unsubscribed before its turn must not be called"
    )


def test_who_was_called_already_may_be_unsubscribed(event, calls):
    first = listener(calls, "first")
    event.subscribe(first)
    event.subscribe(listener(calls, "second", lambda: event.unsubscribe(first)))
    event.subscribe(listener(calls, "third"))
    assert called(event, calls) == ["first", "second", "third"], (
        "taking out one who was called already must not change who comes next"
    )


def test_who_subscribes_meanwhile_is_called_next_time(event, calls):
    late = listener(calls, "late")

    def invite():
        if len(calls) < 10:
            event.subscribe(late)

    once = listener(calls, "once", lambda: event.unsubscribe(once))
    event.subscribe(once)
    event.subscribe(listener(calls, "host", invite))
    first = called(event, calls)
    assert "host" in first, "nobody may be left out because another one has gone"
    assert first == ["once", "host"], (
        "who subscribes during a notification is called from the next notification on"
    )
    assert called(event, calls) == ["host", "late"], "and then it must be called"


def test_who_comes_back_meanwhile_is_called_once(event, calls):
    again = listener(calls, "again")

    def turn():
        event.unsubscribe(again)
        event.subscribe(again)

    event.subscribe(again)
    event.subscribe(listener(calls, "turner", turn))
    event.notify()
    assert [call[0] for call in calls] == ["again", "turner"], (
        "each listener is called once in a notification"
    )
    assert len(event) == 2, "who has subscribed again is a listener again"


def test_an_event_does_not_keep_objects_alive(event, calls):
    window, other = Window(calls), Window(calls, "other")
    event.subscribe(window.redraw)
    event.subscribe(other.redraw)
    del window
    gc.collect()
    assert called(event, calls) == ["other"], (
        "the window is gone: its method must not be called any more, and the event must "
        "not keep it alive"
    )


def test_the_dead_are_not_counted(event, calls):
    windows = [Window(calls) for _ in range(3)]
    for window in windows:
        event.subscribe(window.redraw)
    event.subscribe(listener(calls, "function"))
    assert len(event) == 4, "len(event) must be the number of listeners"
    alive = weakref.ref(windows[0])
    del windows[0], window
    gc.collect()
    assert alive() is None, "the event must not keep the windows alive"
    assert len(event) == 3, "listeners whose objects are gone must not be counted"
    windows.clear()
    gc.collect()
    event.notify()
    assert len(event) == 1, "listeners whose objects are gone must not be counted"


def test_an_object_may_die_during_a_notification(event, calls):
    windows = [Window(calls)]
    event.subscribe(listener(calls, "first", windows.clear))
    event.subscribe(windows[0].redraw)
    event.subscribe(listener(calls, "last"))
    assert called(event, calls) == ["first", "last"], (
        "an object that is gone before its turn must be left out, and no one else"
    )


def test_subscribing_twice_is_the_same_as_once(event, calls):
    window = Window(calls)
    function = listener(calls, "function")
    for _ in range(2):
        event.subscribe(window.redraw)
        event.subscribe(function)
    assert called(event, calls) == ["window", "function"], (
        "who subscribes twice must be called once"
    )
    assert len(event) == 2, "who subscribes twice is one listener"


def test_unsubscribing(event, calls):
    window, other = Window(calls), Window(calls, "other")
    function = listener(calls, "function")
    for each in (window.redraw, other.redraw, function):
        event.subscribe(each)
    event.unsubscribe(window.redraw)
    assert called(event, calls) == ["other", "function"], (
        "window.redraw, written again, must unsubscribe what was subscribed by that name"
    )
    event.unsubscribe(function)
    event.unsubscribe(other.redraw)
    assert (called(event, calls), len(event)) == ([], 0), "now all are gone"


def test_unsubscribing_a_stranger_does_nothing(event, calls):
    window = Window(calls)
    event.subscribe(window.redraw)
    try:
        event.unsubscribe(window.close)
        event.unsubscribe(print)
    except Exception as error:
        pytest.fail(
            f"unsubscribing a stranger must do nothing, but raised {error!r}",
            pytrace=False,
        )
    assert called(event, calls) == ["window"], "the others must stay"


def test_events_are_apart(calls):
    first, second = Event(), Event()
    first.subscribe(listener(calls, "first"))
    assert called(second, calls) == [], "each event must have its own listeners"


def test_an_error_reaches_who_notifies(event):
    def fail():
        raise LookupError("nothing there")

    event.subscribe(fail)
    with pytest.raises(LookupError, match="nothing there"):
        event.notify()
