import gc
import tracemalloc

import pytest
from weather import Reading, Timed, temperatures, warm_hours


def lines(count):
    """One line after the other; no two of them exist at the same time."""
    for hour in range(count):
        yield f"2026-03-01T{hour % 24:02}:00 {hour * 7 % 30 - 4.5}"


def measured(work):
    """Return the bytes that the result of work() holds, and the most there were."""
    gc.collect()
    tracemalloc.start()
    result = work()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return held, peak


@pytest.mark.parametrize(("limit", "wanted"), [(16.5, 2), (16, 3), (-5, 10), (25, 0)])
def test_warm_hours_are_counted(limit, wanted):
    assert warm_hours(lines(10), limit) == wanted, (
        f"in ten readings of which {wanted} are above {limit}, {wanted} must be counted"
    )


def test_a_reading_at_the_limit_is_not_warm():
    assert warm_hours(["2026-03-01T12:00 7.5"], 7.5) == 0, (
        "only readings above the limit are warm"
    )
    assert warm_hours([], 0) == 0, "without lines nothing is counted"


def test_counting_needs_no_more_memory_for_more_lines():
    warm_hours(lines(10), 0)
    _, small = measured(lambda: warm_hours(lines(200), 0))
    _, large = measured(lambda: warm_hours(lines(4000), 0))
    _, cold = measured(lambda: warm_hours(lines(4000), 99))
    assert large < 2 * small, (
        f"counting must keep one reading at a time: 200 lines needed {small} bytes, "
        f"4000 lines {large}, and {cold} bytes if none of them is warm"
    )
    assert cold < 2 * small, (
        f"counting must keep one reading at a time: 4000 lines needed {cold} bytes, "
        "although none of them is warm"
    )


def test_temperatures_are_kept_in_order():
    got = temperatures(lines(4))
    assert list(got) == [-4.5, 2.5, 9.5, 16.5], "all numbers must be there, in order"
    assert (len(got), got[1], got[-1]) == (4, 2.5, 16.5), (
        "the numbers must be countable, and found by their index, again and again"
    )
    assert len(temperatures([])) == 0, "without lines there are no numbers"


@pytest.mark.parametrize("number", [0.1, -273.15, 1e300])
def test_no_digit_is_lost(number):
    got = list(temperatures([f"2026-03-01T12:00 {number!r}"]))
    assert got == [number], "each number must come out exactly as it went in"


def test_a_kept_number_takes_eight_bytes():
    count = 20_000
    temperatures(lines(10))
    held, peak = measured(lambda: temperatures(lines(count)))
    assert held / count < 10, (
        f"each number must take about 8 bytes, but takes {held / count:.0f}: a list "
        "holds a reference to an object for each of them"
    )
    assert peak / count < 14, (
        f"the result takes about 8 bytes for each number, but on the way there it was "
        f"{peak / count:.0f}: a list of all of them existed for a while"
    )


class PlainTimed:
    def __init__(self, time):
        self.time = time


class PlainReading(PlainTimed):
    def __init__(self, time, degrees, station):
        super().__init__(time)
        self.degrees = degrees
        self.station = station


def test_a_reading_is_small():
    def many(cls):
        return lambda: [cls("12:00", 7.25, "roof") for _ in range(2000)]

    plain, got = (measured(many(cls))[0] // 2000 for cls in (PlainReading, Reading))
    assert got < 0.7 * plain, (
        f"a Reading takes about {got} bytes, a plain object {plain}: each object must "
        "do without a dict"
    )


def test_a_reading_has_no_room_for_other_attributes():
    reading = Reading("12:00", 7.25, "roof")
    try:
        reading.humidity = 80
        raised = "nothing was raised"
    except AttributeError:
        raised = "AttributeError"
    without = [
        cls.__name__ for cls in Reading.__mro__[:-1] if "__slots__" not in vars(cls)
    ]
    assert raised == "AttributeError", (
        "an attribute that is not provided for must be an AttributeError; without "
        f"__slots__: {' and '.join(without) or 'none'}"
    )
    assert without == [], "a Reading must do without a dict by __slots__"


def test_readings_are_used_as_before():
    reading = Reading.parse("2026-03-01T12:00 7.25")
    assert (reading.time, reading.degrees, reading.station) == (
        "2026-03-01T12:00",
        7.25,
        "roof",
    ), "a Reading must have its time, degrees and station"
    assert Reading.parse("12:00 7.25", "garden").station == "garden", (
        "parse must take the station, which is the roof if nothing is said"
    )
    assert isinstance(reading, Timed), "a Reading must still be a Timed"
    reading.degrees = 8.0
    assert reading.degrees == 8.0, "the attributes of a Reading must be changeable"
    assert Timed("12:00").time == "12:00", "a Timed must have its time"


def test_a_subclass_may_have_more():
    class Gusty(Reading):
        __slots__ = ("gusts",)

        def __init__(self, *args, gusts):
            super().__init__(*args)
            self.gusts = gusts

    gusty = Gusty("12:00", 7.25, "roof", gusts=3)
    assert (gusty.time, gusty.station, gusty.gusts) == ("12:00", "roof", 3), (
        "a subclass must be able to add attributes of its own"
    )
