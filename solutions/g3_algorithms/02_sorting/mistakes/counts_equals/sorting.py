"""A race: many results, of which the points have to be worked out."""

from bisect import bisect_right
from heapq import nlargest


def ranking(results, points):
    """All results, most points first; of equals, the earlier one stays first."""
    return sorted(results, key=points, reverse=True)


def podium(results, points, places):
    """The first `places` of the ranking."""
    return nlargest(places, results, key=points)


def beaten(rising, mine):
    """How many of the numbers, which rise, are smaller than `mine`."""
    return bisect_right(rising, mine)


if __name__ == "__main__":
    laps = {"Ada": 31, "Grace": 35, "Edsger": 31, "Barbara": 40, "Alan": 12}
    print(ranking(laps, laps.get))
    print(podium(laps, laps.get, 3))
    print(beaten(sorted(laps.values()), 35))
