import gc
import sys
import weakref

import pytest
from reference_counts import PREDICTIONS, Register
from steps import STEPS, Thing


@pytest.fixture
def counts_only():
    """Only reference counting frees anything."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def errors(monkeypatch):
    """Errors in callbacks of weak references: nobody can catch them."""
    seen = []
    monkeypatch.setattr(
        sys,
        "unraisablehook",
        lambda args: seen.append(f"{args.exc_type.__name__}: {args.exc_value}"),
    )
    return seen


def holders(thing):
    """What refers to the thing, apart from the running functions."""
    names = {"dict": "a dict", "list": "a list", "cell": "a variable of a function"}
    kinds = {type(holder).__name__ for holder in gc.get_referrers(thing)} - {"frame"}
    return ", ".join(sorted(names.get(kind, kind) for kind in kinds)) or "nobody"


def change(step):
    thing = Thing("lamp")
    before = sys.getrefcount(thing)
    kept = step(thing)
    after = sys.getrefcount(thing)
    del kept
    return after - before


@pytest.mark.parametrize("name", list(STEPS))
def test_the_change_is_predicted(name):
    real, predicted = change(STEPS[name]), PREDICTIONS.get(name)
    assert predicted is not None, f"PREDICTIONS must say something about {name}"
    right = predicted == real
    assert right, (
        f"{name} adds {'more' if predicted < real else 'fewer'} references to the "
        f"thing than you say: not {predicted}"
    )


def test_nothing_else_is_predicted():
    assert set(PREDICTIONS) <= set(STEPS), "each prediction must be about a step"


def test_things_are_known_by_name(counts_only):
    register = Register()
    lamp, chair = Thing("lamp"), Thing("chair")
    register.add(lamp)
    register.add(chair)
    assert register.get("lamp") is lamp, "get must give the thing that was added"
    assert register.get("chair") is chair, "get must give the thing that was added"
    assert register.get("desk") is None, "what was never added must give None"
    assert register.names() == ["lamp", "chair"], (
        "names must list the things that are alive, in the order of add"
    )
    assert register.ended == [], "nothing has ended while both things are alive"


def test_the_register_keeps_nothing_alive(counts_only):
    register, lamp = Register(), Thing("lamp")
    register.add(lamp)
    alive = weakref.ref(lamp)
    del lamp
    freed = alive() is None
    assert freed, (
        "the register must not keep the lamp alive when nobody else does; it is still "
        f"held by {holders(alive())}"
    )
    assert register.get("lamp") is None, "a thing that is gone must give None"
    assert register.names() == [], "a thing that is gone must not be listed"


def test_the_end_is_noted_at_once(counts_only, errors):
    register = Register()
    lamp, chair, desk = Thing("lamp"), Thing("chair"), Thing("desk")
    for thing in (lamp, chair, desk):
        register.add(thing)
    alive = weakref.ref(chair)
    del thing, chair
    state = "gone" if alive() is None else f"held by {holders(alive())}"
    assert register.ended == ["chair"], (
        "when a thing is freed, its name must be appended to ended; the chair is "
        f"{', '.join([state, *errors])}"
    )
    del lamp
    assert register.ended == ["chair", "lamp"], (
        "ended must list the names in the order in which the things ended"
    )
    assert register.names() == ["desk"], "the desk is alive and must be listed"


def test_a_name_may_be_used_again(counts_only):
    register, first, second = Register(), Thing("lamp"), Thing("lamp")
    register.add(first)
    register.add(second)
    del first
    assert register.get("lamp") is second, (
        "the end of the first lamp must not take away the second, which has its name"
    )


def test_two_registers_know_of_each_other_nothing(counts_only):
    one, other, lamp = Register(), Register(), Thing("lamp")
    one.add(lamp)
    other.add(Thing("chair"))
    assert (one.ended, other.ended) == ([], ["chair"]), (
        "each register must note the end of its own things"
    )


def test_a_register_can_go_before_its_things(counts_only):
    register, lamp = Register(), Thing("lamp")
    register.add(lamp)
    del register
    describe = lamp.describe()
    del lamp
    assert describe == "a thing called lamp", "a thing must work without its register"
