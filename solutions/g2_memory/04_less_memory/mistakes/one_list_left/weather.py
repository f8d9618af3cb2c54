"""Readings of a weather station: lines such as "2026-03-01T12:00 7.25"."""

from array import array


class Timed:
    __slots__ = ("time",)

    def __init__(self, time):
        self.time = time


class Reading(Timed):
    """One reading; there may be millions of them."""

    __slots__ = ("degrees", "station")

    def __init__(self, time, degrees, station):
        super().__init__(time)
        self.degrees = degrees
        self.station = station

    @classmethod
    def parse(cls, line, station="roof"):
        time, degrees = line.split()
        return cls(time, float(degrees), station)


def warm_hours(lines, limit):
    """How many of the lines have more than `limit` degrees."""
    readings = (Reading.parse(line) for line in lines)
    warm = [reading for reading in readings if reading.degrees > limit]
    return len(warm)


def temperatures(lines):
    """All degrees, in order, to be kept: numbers that can be indexed and counted."""
    return array("d", (Reading.parse(line).degrees for line in lines))


if __name__ == "__main__":
    import tracemalloc

    def lines(count):
        for hour in range(count):
            yield f"2026-03-01T{hour % 24:02}:00 {hour * 7 % 30 - 4.5}"

    for work in (lambda text: warm_hours(text, 20), temperatures):
        tracemalloc.start()
        result = work(lines(20_000))
        held, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        print(f"held: {held // 1000} kB, at most: {peak // 1000} kB")
