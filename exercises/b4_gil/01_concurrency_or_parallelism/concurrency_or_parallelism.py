from typing import NamedTuple


class Piece(NamedTuple):
    """A core has executed a part of a task."""

    core: int
    task: str
    start: float
    end: float


def is_concurrent(trace):
    return len({piece.task for piece in trace}) > 1


def is_parallel(trace):
    return len({piece.core for piece in trace}) > 1


def describe(trace):
    """Return "both", "concurrent", "parallel" or "none"."""
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
