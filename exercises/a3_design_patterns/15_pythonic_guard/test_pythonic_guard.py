import pytest
import pythonic_guard
from safe import Safe


class Thing:
    """Writes down what is done with it; `lock` fails if it is told to."""

    def __init__(self, log, name, failure=None):
        self.log = log
        self.name = name
        self.failure = failure

    def lock(self):
        self.log.append(f"lock {self.name}")
        if self.failure:
            raise self.failure

    def unlock(self):
        self.log.append(f"unlock {self.name}")


@pytest.fixture
def log():
    return []


def guard(name, *things):
    """Call guarded or guarded_all, and say so when that is refused."""
    if not hasattr(pythonic_guard, name):
        pytest.fail(f"pythonic_guard.py must define {name}", pytrace=False)
    manager = getattr(pythonic_guard, name)(*things)
    if not hasattr(type(manager), "__exit__"):
        pytest.fail(f"{name} must give a context manager", pytrace=False)
    return manager


def names():
    return ["guarded", "guarded_all"]


@pytest.mark.parametrize("name", names())
def test_locked_inside_and_only_there(name, log):
    with guard(name, Thing(log, "a")):
        log.append("block")
    assert log == ["lock a", "block", "unlock a"], (
        "the thing must be locked once before the block, and unlocked once after it"
    )


def test_nothing_happens_before_the_with(log):
    guard("guarded", Thing(log, "a"))
    guard("guarded_all", Thing(log, "b"))
    assert log == [], "the thing must be locked by `with`, not by the call"


def test_as_gives_the_thing(log):
    thing, other = Thing(log, "a"), Thing(log, "b")
    with guard("guarded", thing) as got:
        assert got is thing, "`with guarded(thing) as x` must give the thing"
    with guard("guarded_all", thing, other) as got:
        assert got == (thing, other), (
            "`with guarded_all(a, b) as x` must give a tuple of the things"
        )


def test_an_error_unlocks(log):
    error = OSError("no letters")
    try:
        with guard("guarded", Thing(log, "a")):
            raise error
    except OSError as raised:
        assert raised is error, "the exception of the block must go on to the caller"
    else:
        pytest.fail("the exception of the block must not be swallowed", pytrace=False)
    assert log[-1] == "unlock a", "the thing is still locked after an error"
    assert log == ["lock a", "unlock a"], "the thing must be unlocked once"


@pytest.mark.parametrize("name", names())
def test_ctrl_c_unlocks(name, log):
    with pytest.raises(KeyboardInterrupt), guard(name, Thing(log, "a")):
        raise KeyboardInterrupt
    assert log == ["lock a", "unlock a"], "after Ctrl-C the thing must be unlocked, too"


def test_a_failed_lock_is_not_undone(log):
    with pytest.raises(OSError, match="jammed"):
        with guard("guarded", Thing(log, "a", OSError("jammed"))):
            log.append("block")
    assert "block" not in log, "when lock() fails, the block must not run"
    assert log == ["lock a"], "what could not be locked must not be unlocked"


def test_whoever_can_be_locked_will_do():
    safe = Safe("safe")
    try:
        with guard("guarded", safe):
            inside = safe.locked
    except TypeError as error:
        pytest.fail(f"objects of any class can be guarded: {error}", pytrace=False)
    assert (inside, safe.locked) == (True, False), (
        "a Safe must be locked in the block and unlocked after it"
    )


def test_all_are_locked_in_order(log):
    with guard("guarded_all", Thing(log, "a"), Thing(log, "b"), Thing(log, "c")):
        log.append("block")
    assert log[:4] == ["lock a", "lock b", "lock c", "block"], (
        "all things must be locked, in their order, before the block"
    )


def test_all_are_unlocked_backwards(log):
    with guard("guarded_all", Thing(log, "a"), Thing(log, "b"), Thing(log, "c")):
        log.clear()
    assert sorted(log) == ["unlock a", "unlock b", "unlock c"], (
        "all things must be unlocked after the block"
    )
    assert log == ["unlock c", "unlock b", "unlock a"], (
        "the things must be unlocked backwards, the last one first"
    )


def test_when_one_fails_the_others_are_unlocked(log):
    things = [Thing(log, "a"), Thing(log, "b"), Thing(log, "c", OSError("jammed"))]
    with pytest.raises(OSError, match="jammed"):
        with guard("guarded_all", *things, Thing(log, "d")):
            log.append("block")
    assert "block" not in log, "when one cannot be locked, the block must not run"
    assert "unlock c" not in log, "what could not be locked must not be unlocked"
    assert "lock d" not in log, "after a failure no other thing may be locked"
    assert log[3:] == ["unlock b", "unlock a"], (
        "what was locked before must be unlocked, the last one first"
    )


def test_an_error_in_the_block_unlocks_all(log):
    with pytest.raises(LookupError, match="nothing there"):
        with guard("guarded_all", Thing(log, "a"), Thing(log, "b")):
            raise LookupError("nothing there")
    assert log == ["lock a", "lock b", "unlock b", "unlock a"], (
        "after an error in the block, all things must be unlocked"
    )


def test_no_things_at_all(log):
    with guard("guarded_all") as got:
        log.append("block")
    assert (got, log) == ((), ["block"]), "guarded_all() without things guards nothing"


def test_the_same_thing_can_be_guarded_again(log):
    thing = Thing(log, "a")
    for _ in range(2):
        with guard("guarded", thing):
            pass
    assert log == ["lock a", "unlock a"] * 2, "a thing can be guarded again later"


def test_a_door_needs_no_base_class():
    door = pythonic_guard.Door()
    assert door.locked is False, "a new Door is not locked"
    with guard("guarded", door):
        inside = door.locked
    assert (inside, door.locked) == (True, False), "a Door must be lockable"
    assert pythonic_guard.Door.__bases__ == (object,), "Door needs no base class"


@pytest.mark.parametrize("name", ["Lockable", "GuardedAction", "OpenLetters"])
def test_the_hierarchy_is_gone(name):
    gone = not hasattr(pythonic_guard, name)
    if not gone:
        pytest.fail(f"{name} is superfluous: delete it", pytrace=False)
