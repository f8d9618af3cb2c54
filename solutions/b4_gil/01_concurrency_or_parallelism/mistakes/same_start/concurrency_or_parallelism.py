import itertools
from typing import NamedTuple


class Piece(NamedTuple):
    """A core has executed a part of a task."""

    core: int
    task: str
    start: float
    end: float


def overlap(one, other):
    """Whether two spans of time, each with its start and end, have a moment in common."""
    return one[0] < other[1] and other[0] < one[1]


def is_concurrent(trace):
    spans = {}
    for _, task, start, end in trace:
        first, last = spans.get(task, (start, end))
        spans[task] = min(first, start), max(last, end)
    return any(overlap(*pair) for pair in itertools.combinations(spans.values(), 2))


def is_parallel(trace):
    return any(a.start == b.start for a, b in itertools.combinations(trace, 2))


def check(trace):
    for piece in trace:
        if piece.end <= piece.start:
            raise ValueError(f"a piece must end after it has begun: {piece}")
    for a, b in itertools.combinations(trace, 2):
        if a.core == b.core and overlap(a[2:], b[2:]):
            raise ValueError(f"a core cannot execute two pieces at once: {a}, {b}")


def describe(trace):
    """Return "both", "concurrent", "parallel" or "none"."""
    check(trace)
    if is_concurrent(trace):
        return "both" if is_parallel(trace) else "concurrent"
    return "parallel" if is_parallel(trace) else "none"


if __name__ == "__main__":
    one_cook = [
        Piece(0, "soup", 0, 2),
        Piece(0, "rice", 2, 3),
        Piece(0, "soup", 3, 4),
        Piece(0, "rice", 4, 6),
    ]
    print("one cook, two pots:", describe(one_cook))
    relay = [Piece(0, "first", 0, 3), Piece(1, "second", 3, 5)]
    print("a relay race:", describe(relay))
