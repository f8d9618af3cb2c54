import random
from functools import total_ordering

import pytest
from sorting import beaten, podium, ranking

MANY = 2000
ADA, GRACE, EDSGER, ALAN = "Ada 31", "Grace 35", "Edsger 31", "Alan 12"
RESULTS = [ADA, GRACE, EDSGER, ALAN]


def last_word(result):
    return int(result.split()[1])


@total_ordering
class Points:
    """A number that counts how often it is compared."""

    comparisons = 0

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        Points.comparisons += 1
        return self.number == other.number

    def __lt__(self, other):
        Points.comparisons += 1
        return self.number < other.number

    def __sub__(self, other):
        Points.comparisons += 1
        return self.number - other.number

    def __neg__(self):
        return Points(-self.number)


class Race:
    """Works out the points of a result, and counts how often it is asked to."""

    def __init__(self, numbers):
        self.results = numbers
        self.calls = 0

    def points(self, result):
        self.calls += 1
        return Points(result)


def shuffled(count):
    numbers = list(range(count))
    random.Random(1).shuffle(numbers)
    return numbers


def comparisons(call, *arguments):
    Points.comparisons = 0
    call(*arguments)
    return Points.comparisons


def test_most_points_come_first():
    got = ranking(RESULTS, last_word)
    assert got[0] == GRACE, "the result with most points must be the first"
    assert got[-1] == ALAN, "the result with fewest points must be the last"
    assert got == [GRACE, ADA, EDSGER, ALAN], (
        "results with equal points must stay in the order in which they came: Ada "
        "before Edsger"
    )
    assert ranking([], last_word) == [], "without results the ranking is empty"
    assert ranking(iter(RESULTS), last_word) == got, "any iterable must do"


def test_the_results_stay_as_they_are():
    results = list(RESULTS)
    ranking(results, last_word)
    podium(results, last_word, 2)
    assert results == RESULTS, "the list that is passed in must not be changed"


def test_points_are_worked_out_once_for_each_result():
    race = Race(shuffled(MANY))
    got = ranking(race.results, race.points)
    assert got == list(range(MANY))[::-1], "all results must be there, in order"
    assert race.calls == MANY, (
        f"for {MANY} results, points must be called {MANY} times: once for each"
    )


def test_ranking_compares_no_more_than_sorting_does():
    race = Race(shuffled(MANY))
    count = comparisons(ranking, race.results, race.points)
    assert count < 12 * MANY, (
        f"sorting {MANY} results takes about {10 * MANY} comparisons"
    )


@pytest.mark.parametrize("places", [0, 1, 2, 3, 4, 9])
def test_the_podium_is_the_head_of_the_ranking(places):
    got = podium(RESULTS, last_word, places)
    assert list(got) == [GRACE, ADA, EDSGER, ALAN][:places], (
        f"with {places} places, the podium must be the first {places} of the ranking, "
        "as far as there are so many; of equals, the earlier one stays first"
    )


def test_the_podium_looks_once_at_most_results():
    race = Race(shuffled(MANY))
    got = podium(race.results, race.points, 3)
    assert got == [MANY - 1, MANY - 2, MANY - 3], "the best three must be found"
    assert race.calls == MANY, (
        f"for the best three of {MANY} results, points must be called once for each, "
        f"not {race.calls} times"
    )
    count = comparisons(podium, race.results, race.points, 3)
    assert count < 3 * MANY, (
        f"for the best three of {MANY}, little more than {MANY} comparisons are "
        "needed: most results are worse than the third so far, and that is all that "
        "must be known of them"
    )


def test_the_podium_of_equals():
    names = ["first", "second", "third", "fourth"]
    assert list(podium(names, lambda name: 7, 2)) == ["first", "second"], (
        "of equals, those that came first must stand on the podium"
    )


@pytest.mark.parametrize(
    ("mine", "wanted"),
    [(5, 0), (10, 0), (11, 1), (20, 1), (21, 3), (30, 3), (31, 4), (99, 4)],
)
def test_the_beaten_are_counted(mine, wanted):
    assert beaten([10, 20, 20, 30], mine) == wanted, (
        f"with {mine} points, those below {mine} in [10, 20, 20, 30] are beaten; an "
        "equal number is not"
    )


def test_nobody_is_beaten_in_an_empty_race():
    assert beaten([], 5) == 0, "in an empty race nobody is beaten"


@pytest.mark.parametrize("place", [0, 1, 500, 998, 999])
def test_the_beaten_are_found_by_halving(place):
    rising = [Points(number) for number in range(1000)]
    count = comparisons(beaten, rising, Points(place))
    assert count <= 12, (
        "in 1000 sorted numbers, each comparison can rule out half of those that are "
        "left: about 10 comparisons are enough"
    )
