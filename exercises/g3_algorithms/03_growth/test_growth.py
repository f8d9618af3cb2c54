import math
import random
import sys
from collections import Counter

import pytest
from growth import exponent, growth, serve

SIZES = [64, 128, 256, 512, 1024]


class Counted:
    """A number that counts comparisons."""

    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.value < other.value

    def __eq__(self, other):
        Counted.comparisons += 1
        return self.value == other.value

    __hash__ = None


def compared_by(work):
    def count(size):
        values = list(range(size))
        random.Random(1).shuffle(values)
        Counted.comparisons = 0
        work([Counted(value) for value in values])
        return Counted.comparisons

    return count


def all_with_all(items):
    return [one == other for one in items for other in items if one is not other]


@pytest.mark.parametrize("wanted", [0, 0.5, 1, 2, 3])
def test_the_exponent_of_a_power(wanted):
    got = exponent(lambda n: 7 * n**wanted, SIZES)
    assert got == pytest.approx(wanted, abs=1e-6), (
        f"counts that grow as n ** {wanted} must give the exponent {wanted}"
    )


@pytest.mark.parametrize("sizes", [[10, 1000], [100, 110, 300], [2, 3]])
def test_the_exponent_does_not_depend_on_the_sizes(sizes):
    got = exponent(lambda n: n * n, sizes)
    assert got == pytest.approx(2, abs=1e-6), (
        f"n * n must give 2 for the sizes {sizes}, which do not double"
    )


def test_the_exponent_goes_from_the_first_size_to_the_last():
    got = exponent({10: 5, 20: 1000, 40: 20}.get, [10, 20, 40])
    assert got == pytest.approx(1, abs=1e-6), (
        "only the first size and the last are to be compared"
    )


@pytest.mark.parametrize(
    ("count", "wanted"),
    [
        pytest.param(lambda n: 5, "O(1)", id="constant"),
        pytest.param(lambda n: 5 + n % 3, "O(1)", id="about_constant"),
        pytest.param(lambda n: 3 * n + 20, "O(n)", id="with_a_fixed_part"),
        pytest.param(lambda n: n / 2, "O(n)", id="half"),
        pytest.param(lambda n: 2 * n * math.log2(n) + n, "O(n log n)", id="n_log_n"),
        pytest.param(lambda n: n * math.log2(n) - n, "O(n log n)", id="less_n"),
        pytest.param(lambda n: n * (n - 1) / 2, "O(n**2)", id="pairs"),
        pytest.param(lambda n: n * n + 9 * n, "O(n**2)", id="square_and_more"),
    ],
)
def test_the_class_of_a_formula(count, wanted):
    assert growth(count, SIZES) == wanted, (
        f"the class must be told from the counts {[round(count(n)) for n in SIZES]} "
        f"for the sizes {SIZES}"
    )


@pytest.mark.parametrize(
    ("work", "wanted"),
    [
        pytest.param(lambda items: items[0] == items[-1], "O(1)", id="ends"),
        pytest.param(max, "O(n)", id="max"),
        pytest.param(sorted, "O(n log n)", id="sorted"),
        pytest.param(all_with_all, "O(n**2)", id="all_with_all"),
    ],
)
def test_the_class_of_counted_comparisons(work, wanted):
    count = compared_by(work)
    assert growth(count, SIZES) == wanted, (
        f"comparisons for the sizes {SIZES}: {[count(n) for n in SIZES]}"
    )


@pytest.mark.parametrize(
    "sizes", [[10, 20], [10**6, 2 * 10**6, 4 * 10**6], [50, 55, 60, 65]]
)
def test_the_class_does_not_depend_on_the_sizes(sizes):
    assert growth(lambda n: n * n, sizes) == "O(n**2)", (
        f"n * n must be found to be O(n**2) with the sizes {sizes}"
    )

    def n_log_n(n):
        return n * math.log(n)

    assert growth(n_log_n, sizes) == "O(n log n)", (
        f"n log n must be found to be O(n log n) with the sizes {sizes}; your exponent "
        f"for them is {exponent(n_log_n, sizes):.2f}"
    )


def test_everybody_has_a_turn_before_the_second_begins():
    assert serve([("Ada", 2), ("Grace", 1), ("Alan", 3)]) == [
        *("Ada", "Grace", "Alan"),
        *("Ada", "Alan"),
        "Alan",
    ], "a job that needs another turn must go to the end of the line"
    assert serve([]) == [], "without jobs nobody is served"
    assert serve([("Ada", 1)]) == ["Ada"], "a job with one turn is served once"


def test_the_jobs_stay_as_they_are():
    jobs = [("Ada", 2), ("Grace", 1)]
    serve(jobs)
    assert jobs == [("Ada", 2), ("Grace", 1)], (
        "the list that is passed in must not be changed"
    )


def steps_of_serve(size):
    """Lines that are run, and elements of lists that move or are copied with them."""
    steps = Counter()
    lists = {}

    def trace(frame, event, argument):
        if event == "call" and frame.f_code.co_filename != serve.__code__.co_filename:
            return None
        steps["lines"] += event == "line"
        for name, value in frame.f_locals.items():
            if type(value) is list and value:
                known, front, length = lists.get((frame, name), (value, value[0], 0))
                if known is not value:
                    steps["copied"] += len(value)
                elif front is not value[0]:
                    kind = "moved up" if len(value) < length else "moved back"
                    steps[kind] += len(value)
                lists[frame, name] = value, value[0], len(value)
        return trace

    jobs = [(f"job {number}", 2) for number in range(size)]
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        served = serve(jobs)
    finally:
        sys.settrace(before)
    assert len(served) == 2 * size, "each job must have its two turns"
    return steps


def test_serving_grows_with_the_jobs():
    small, large = steps_of_serve(150), steps_of_serve(300)
    times = large.total() / small.total()
    steps = ", ".join(f"{count} {kind}" for kind, count in large.items())
    assert times < 3, (
        f"twice the jobs must be about twice the steps, but it was {times:.1f} times as "
        f"many: {small.total()} steps for 150 jobs, {large.total()} for 300 ({steps}; "
        "an element that a list moves or copies is a step)"
    )
