import importlib
import sys
import threading
from pathlib import Path

import pytest
import source

DEFAULTS = {"colour": "blue", "size": 10}


@pytest.fixture
def settings(monkeypatch):
    """Your class Settings, imported anew, so that no object was made yet."""
    monkeypatch.delitem(sys.modules, "singleton", raising=False)
    return importlib.import_module("singleton").Settings


@pytest.fixture
def module(monkeypatch):
    """Your module app_settings, imported anew."""
    monkeypatch.delitem(sys.modules, "app_settings", raising=False)
    return importlib.import_module("app_settings")


@pytest.fixture
def loads(monkeypatch):
    """A list that grows with each load of the defaults."""
    calls = []

    def load_defaults():
        calls.append("load")
        return dict(DEFAULTS)

    monkeypatch.setattr(source, "load_defaults", load_defaults)
    return calls


def in_threads(*calls):
    """Run each call in a thread of its own; return the results, or the errors."""
    results = [None] * len(calls)

    def run(place, call):
        try:
            results[place] = call()
        except BaseException as error:
            results[place] = error

    threads = [
        threading.Thread(target=run, args=pair, daemon=True)
        for pair in enumerate(calls)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(4)
        if thread.is_alive():
            pytest.fail("a thread waits for ever in Settings()", pytrace=False)
    return results


def why(settings):
    """What a look at the class says about two threads."""
    code = getattr(settings.__new__, "__code__", None)
    locked = code is not None and "_lock" in code.co_names
    if "__init__" in vars(settings):
        if locked:
            return "__new__ is locked, but __init__ is called after it, each time"
        return "no lock is used, and __init__ is called each time"
    if locked:
        return "both may pass the `if` before one of them has the lock"
    return "nothing keeps the second one out while the first one is busy"


def test_every_call_gives_the_same_object(settings):
    first, second = settings(), settings()
    assert first is second, "Settings() must give the same object every time"
    assert type(first) is settings, "Settings() must give an object of the class"


def test_the_defaults_are_loaded(settings):
    assert settings().values == DEFAULTS, "new settings must hold the defaults"


def test_changes_are_kept(settings):
    settings().values["colour"] = "red"
    assert settings().values == {"colour": "red", "size": 10}, (
        "what was changed must still be there when Settings() is called again"
    )


def test_the_defaults_are_loaded_once(settings, loads):
    for _ in range(3):
        settings()
    assert len(loads) == 1, (
        "the defaults must be loaded when the object is made, and never again"
    )


def test_nothing_is_made_before_it_is_asked_for(loads, settings):
    assert loads == [], "nothing must be loaded until somebody calls Settings()"
    settings()
    assert loads == ["load"], "the first call of Settings() must load the defaults"


def test_two_threads_get_the_same_object(settings, monkeypatch):
    """Loading takes until a second thread is loading too, or none comes."""
    loading = threading.Barrier(2)
    loads = []

    def load_defaults():
        loads.append("load")
        try:
            loading.wait(0.3)
        except threading.BrokenBarrierError:
            pass  # nobody else came in, as it should be
        return dict(DEFAULTS)

    monkeypatch.setattr(source, "load_defaults", load_defaults)
    first, second = in_threads(settings, settings)
    assert len(loads) == 1, (
        "two threads called Settings() at the same moment, and both loaded the "
        f"defaults: {why(settings)}"
    )
    assert first is second, "both threads must get the same object"


def test_a_switch_after_any_line_does_no_harm(settings, loads):
    """Two threads go through singleton.py in step, as far as they let each other."""
    file = Path(sys.modules["singleton"].__file__)
    both_are_here = threading.Barrier(2)
    moved = threading.Condition()
    lines_done = {1: 0, 2: 0}

    def follow(me):
        def trace(frame, event, argument):
            if Path(frame.f_code.co_filename) != file:
                return None
            if event == "line":
                with moved:
                    lines_done[me] += 1
                    moved.notify_all()
                    # not for ever: the other one may be waiting for the lock
                    moved.wait_for(
                        lambda: min(lines_done.values()) >= lines_done[me], 0.15
                    )
            return trace

        return trace

    def ask(me):
        both_are_here.wait(5)
        sys.settrace(follow(me))
        try:
            return settings()
        finally:
            sys.settrace(None)
            with moved:
                lines_done[me] = sys.maxsize
                moved.notify_all()

    first, second = in_threads(lambda: ask(1), lambda: ask(2))
    assert first is second, (
        "two threads went through Settings() taking turns after every line, and got "
        f"two objects: {why(settings)}"
    )
    assert len(loads) == 1, "only one of the two threads may load the defaults"


def test_nobody_gets_an_unfinished_object(settings, monkeypatch):
    """While one thread is loading, another one asks."""
    asked, answered = threading.Event(), threading.Event()

    def load_defaults():
        asked.set()
        answered.wait(0.3)  # comes only when the other thread need not wait
        return dict(DEFAULTS)

    def ask_meanwhile():
        asked.wait(2)
        found = dict(getattr(settings(), "values", {}))
        answered.set()
        return found

    monkeypatch.setattr(source, "load_defaults", load_defaults)
    found = in_threads(settings, ask_meanwhile)[1]
    assert found == DEFAULTS, (
        "a thread got the object while another one was still loading its values"
    )


def test_a_failed_load_can_be_repeated(settings, monkeypatch):
    def no_defaults():
        raise OSError("no such file")

    with monkeypatch.context() as broken:
        broken.setattr(source, "load_defaults", no_defaults)
        error = in_threads(settings)[0]
    assert type(error) is OSError, (
        "when the defaults cannot be loaded, the caller of Settings() must hear of it"
    )
    found = in_threads(lambda: getattr(settings(), "values", None))[0]
    assert found == DEFAULTS, (
        "after a load that failed, the next call must try again and get the defaults"
    )


def test_everybody_has_the_same_values(module):
    from app_settings import values

    module.values["colour"] = "red"
    assert values["colour"] == "red", "all who import `values` must see each change"


def test_reset_reaches_everybody(module):
    values = module.values
    values["colour"] = "red"
    module.reset()
    assert values == DEFAULTS, (
        "reset() must put the defaults into the dict that others have imported"
    )
    assert module.values is values, "the module must keep its dict"


def test_reset_removes_what_was_added(module):
    module.values["font"] = "Mono"
    module.reset()
    assert module.values == DEFAULTS, (
        "after reset() there must be the defaults and nothing else"
    )


def test_reset_loads_the_defaults(module, monkeypatch):
    monkeypatch.setattr(source, "load_defaults", lambda: {"colour": "green"})
    module.values["colour"] = "red"
    module.reset()
    assert module.values == {"colour": "green"}, (
        "reset() must load the defaults as they are now"
    )
