from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """Some work, in `pieces` that do not depend on each other."""

    pieces: int
    waits: bool = False  # for a network, a disk, a person; otherwise it computes
    made_for_asyncio: bool = False  # the library that it uses
    releases_gil: bool = False  # the code that computes
    computing: float = 0.0  # seconds for each piece
    sending: float = 0.0  # seconds to send a piece to another process and back


JOBS = {
    "crawler": Job(5000, waits=True, made_for_asyncio=True),
    "old_database": Job(20, waits=True),
    "simulation": Job(8, computing=30, sending=0.01),
    "numpy_product": Job(4, releases_gil=True, computing=2, sending=1),
    "add_two_numbers": Job(100_000, computing=0.000001, sending=0.0001),
    "one_long_sum": Job(1, computing=60),
    "one_request": Job(1, waits=True, made_for_asyncio=True),
    "hash_files": Job(300, releases_gil=True, computing=0.5, sending=0.4),
}


def slow_square(number):
    """Compute in Python, in whatever process."""
    total = 0
    for _ in range(number):
        total += number
    return total
