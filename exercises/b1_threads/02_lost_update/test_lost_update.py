import sys
import threading
from pathlib import Path

import lost_update
import pytest
from lost_update import Counter
from store import Store

LOCKS = {"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition"}


def in_threads(*calls):
    """Run each call in a thread of its own and wait for all of them."""
    threads = [threading.Thread(target=call, daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(2.5)
        if thread.is_alive():
            pytest.fail(
                "a thread waits for ever: who holds the lock that it wants?",
                pytrace=False,
            )


def why(counter):
    """What a look at the counter says about lost updates."""
    code = getattr(Counter.add, "__code__", None)
    if code and LOCKS & set(code.co_names):
        return "add makes a new lock at each call, which no other thread ever sees"
    values = [*vars(counter).values(), *vars(Counter).values()]
    values += vars(lost_update).values()
    if any(hasattr(value, "acquire") for value in values):
        return "there is a lock, but it is not held from before read until after write"
    if any(isinstance(value, bool) for value in vars(counter).values()):
        return "two threads can see a flag free before either of them has set it"
    return "another thread reads before this one has written"


def test_no_update_is_lost():
    store = Store(clients=4)
    counter = Counter(store)
    in_threads(
        lambda: counter.add(1),
        lambda: counter.add(10),
        lambda: counter.add(100),
        lambda: counter.add(1000),
    )
    number = store.read()
    assert number == 1111, (
        "four threads added 1, 10, 100 and 1000; a 0 in the result is an update that "
        f"was lost: {why(counter)}"
    )


def test_a_switch_after_any_line_does_no_harm():
    """Two threads go through lost_update.py in step, as far as they let each other."""
    store = Store()
    counter = Counter(store)
    file = Path(lost_update.__file__)
    both_are_here = threading.Barrier(2)
    moved = threading.Condition()
    lines_done = {1: 0, 10: 0}  # the amount that a thread adds stands for the thread

    def follow(amount):
        def trace(frame, event, argument):
            if Path(frame.f_code.co_filename) != file:
                return None
            if event == "line":
                with moved:
                    lines_done[amount] += 1
                    moved.notify_all()
                    # not for ever: the other one may be waiting for a lock, as it should
                    moved.wait_for(
                        lambda: min(lines_done.values()) >= lines_done[amount], 0.15
                    )
            return trace

        return trace

    def add(amount):
        both_are_here.wait(5)
        sys.settrace(follow(amount))
        try:
            counter.add(amount)
        finally:
            sys.settrace(None)
            with moved:
                lines_done[amount] = sys.maxsize
                moved.notify_all()

    in_threads(lambda: add(1), lambda: add(10))
    number = store.read()
    assert number == 11, (
        "two threads added 1 and 10, taking turns after every line, and an update was "
        f"lost: {why(counter)}"
    )


class BrokenStore(Store):
    """Its first write fails."""

    broken = True

    def write(self, number):
        if self.broken:
            self.broken = False
            raise OSError("disk full")
        super().write(number)


def test_the_next_thread_can_add_after_an_error():
    store = BrokenStore()
    counter = Counter(store)
    errors = []

    def add_and_fail():
        try:
            counter.add(1)
        except OSError as error:
            errors.append(error)

    in_threads(add_and_fail)
    assert errors, "when the store fails, add must let the caller know"

    after = threading.Thread(target=counter.add, args=(10,), daemon=True)
    after.start()
    after.join(1)
    waits_for_ever = after.is_alive()
    assert not waits_for_ever, (
        "the store failed once, and now every other thread waits for ever: "
        "the lock was not given back after the error"
    )
    assert store.read() == 10, "after the error, adding 10 must work as before"
