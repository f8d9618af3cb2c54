"""A race: many results, of which the points have to be worked out."""

from functools import cmp_to_key


def ranking(results, points):
    """All results, most points first; of equals, the earlier one stays first."""

    def compare(one, other):
        return points(other) - points(one)

    return sorted(results, key=cmp_to_key(compare))


def podium(results, points, places):
    """The first `places` of the ranking."""
    return ranking(results, points)[:places]


def beaten(rising, mine):
    """How many of the numbers, which rise, are smaller than `mine`."""
    return sum(1 for number in rising if number < mine)


if __name__ == "__main__":
    laps = {"Ada": 31, "Grace": 35, "Edsger": 31, "Barbara": 40, "Alan": 12}
    print(ranking(laps, laps.get))
    print(podium(laps, laps.get, 3))
    print(beaten(sorted(laps.values()), 35))
