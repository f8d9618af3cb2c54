"""Calls the compiled module; in a process of its own, which may come to grief.

Usage: play.py FOLDER PLAY. Prints a line of JSON.
"""

import gc
import json
import os
import sys

sys.path.insert(0, sys.argv[1])

import pairs


class Thing:
    pass


class Number:
    """An object that total cannot use."""


class Chain:
    """An iterable that counts its iterators."""

    def __init__(self, numbers, error=None):
        self.numbers = numbers
        self.error = error

    def __iter__(self):
        yield from self.numbers
        if self.error:
            raise self.error


def outcome(call):
    try:
        return repr(call())
    except Exception as error:
        return type(error).__name__


def changes(count, call, *things):
    """By how much the references to the things change when call() is run."""
    holds = [[thing] * 1000 for thing in things]  # so that none is freed too early
    before = [sys.getrefcount(thing) for thing in things]
    for _ in range(count):
        call()
    after = [sys.getrefcount(thing) for thing in things]
    del holds
    return [new - old for new, old in zip(after, before)]


def quietly(call):
    def run():
        try:
            call()
        except Exception:
            pass

    return run


def left_over(count, call):
    """How many more objects there are after many calls."""
    for _ in range(10):
        call()
    gc.collect()
    before = len(gc.get_objects())
    for _ in range(count):
        call()
    gc.collect()
    return max(0, len(gc.get_objects()) - before - 50)


a, b = Thing(), Thing()
items, big, chain = [a, b], 10**15, Chain([1, 2])
bad = Number()

PLAYS = {
    "first": lambda: changes(500, lambda: pairs.first(items), a),
    "first_often": lambda: changes(100_000, lambda: pairs.first(items), a, items),
    "swapped": lambda: changes(400, lambda: pairs.swapped(a, b), a, b),
    "swapped_often": lambda: changes(100_000, lambda: pairs.swapped(a, b), a, b),
    "total": lambda: changes(500, lambda: pairs.total([big, big]), big),
    "total_often": lambda: changes(100_000, lambda: pairs.total([big]), big),
    "total_iterators": lambda: left_over(1000, lambda: pairs.total(chain)),
    "total_refused": lambda: changes(
        500, quietly(lambda: pairs.total([big, bad])), big, bad
    ),
    "total_refused_iterators": lambda: [
        left_over(1000, quietly(lambda: pairs.total(Chain([1, "x"])))),
        left_over(1000, lambda: pairs.total(chain)),
    ],
    "total_failed_iterators": lambda: [
        left_over(1000, quietly(lambda: pairs.total(Chain([1], ValueError())))),
        left_over(1000, lambda: pairs.total(chain)),
    ],
    "results": lambda: [
        outcome(call)
        for call in (
            lambda: pairs.first([7, 8]),
            lambda: pairs.first([]),
            lambda: pairs.first((7, 8)),
            lambda: pairs.swapped(1, "b"),
            lambda: pairs.swapped(1),
        )
    ],
    "totals": lambda: [
        outcome(call)
        for call in (
            lambda: pairs.total([1, 2, 3]),
            lambda: pairs.total([]),
            lambda: pairs.total(range(101)),
            lambda: pairs.total([5, -1, 3]),
            lambda: pairs.total([-1]),
            lambda: pairs.total([2**62, 2**61]),
        )
    ],
    "errors": lambda: [
        outcome(call)
        for call in (
            lambda: pairs.total(5),
            lambda: pairs.total([1, "x"]),
            lambda: pairs.total([2**80]),
            lambda: pairs.total(Chain([1, 2], ZeroDivisionError())),
            lambda: pairs.total(Chain([-1], KeyError())),
            lambda: pairs.total([-1]),
        )
    ],
}

print(json.dumps(PLAYS[sys.argv[2]]()), flush=True)
os._exit(0)  # what was freed too often must not be freed once more at the end
