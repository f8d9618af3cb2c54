import copy

import pytest
from sets_and_dicts import join, unknown, without_repeats

SIZE = 300


class Number:
    """The number of a customer. It counts how often it is compared and hashed."""

    comparisons = hashes = 0

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        Number.comparisons += 1
        return isinstance(other, Number) and self.value == other.value

    def __hash__(self):
        Number.hashes += 1
        return hash(self.value)


def numbers(values):
    """New objects each time: equal numbers are seldom the same object."""
    return [Number(value) for value in values]


def counted(call, *arguments):
    """Return how many rows the call gives, comparisons, hashes."""
    Number.comparisons = Number.hashes = 0
    rows = len(call(*arguments))
    return rows, Number.comparisons, Number.hashes


def must_grow_as_the_rows_do(work):
    """All of the calls of this file give half as many rows as they are given."""
    rows, *small = work(SIZE)
    twice_the_rows, *large = work(2 * SIZE)
    assert (rows, twice_the_rows) == (SIZE // 2, SIZE), (
        "the result must have the right number of rows"
    )
    times = sum(large) / sum(small)
    assert times < 3, (
        f"twice the rows must be about twice the work, but it was {times:.1f} times as "
        f"much: {small[0]} comparisons and {small[1]} hashes for {SIZE} rows, "
        f"{large[0]} and {large[1]} for {2 * SIZE}"
    )


def test_repeats_are_dropped():
    assert without_repeats(["c3", "c7", "c3", "c1", "c7"]) == ["c3", "c7", "c1"], (
        "each number must be kept once, where it came first"
    )
    assert without_repeats([]) == [], "no numbers give an empty list"
    assert without_repeats(iter([2, 2, 1])) == [2, 1], (
        "any iterable must do, also one that can be gone through only once"
    )


def test_dropping_repeats_grows_with_the_rows():
    def work(size):
        return counted(without_repeats, numbers([*range(size // 2)] * 2))

    must_grow_as_the_rows_do(work)


def test_unknown_numbers_are_found():
    assert unknown(["c5", "c7", "c1", "c5"], ["c7", "c3"]) == ["c5", "c1", "c5"], (
        "the unknown numbers must come in order, as often as they are there"
    )
    assert unknown(["c7"], ["c7"]) == [], "a known number is not unknown"
    assert unknown(["c7"], []) == ["c7"], "when none is known, all are unknown"
    assert unknown(iter(["c1", "c2"]), iter(["c2", "c3"])) == ["c1"], (
        "any iterable must do, also one that can be gone through only once"
    )


def test_finding_unknown_numbers_grows_with_the_rows():
    def work(size):
        return counted(
            unknown, numbers(range(size)), numbers(range(size // 2, size * 2))
        )

    must_grow_as_the_rows_do(work)


CUSTOMERS = [("c7", "Ada"), ("c3", "Grace"), ("c9", "Edsger"), ("c7", "Ada's firm")]
ORDERS = [("c3", "lamp"), ("c7", "chair"), ("c3", "desk"), ("c1", "mug"), ("c3", "bed")]
PAIRS = [
    ("Ada", "chair"),
    ("Grace", "lamp"),
    ("Grace", "desk"),
    ("Grace", "bed"),
    ("Ada's firm", "chair"),
]


def test_orders_are_joined_with_customers():
    pairs = join(CUSTOMERS, ORDERS)
    assert len(pairs) == 5, (
        "there must be a pair for each order of each customer: Grace has three orders, "
        "and c7 stands for two names"
    )
    assert pairs == PAIRS, (
        "the pairs must come in the order of the customers, then of the orders"
    )
    assert join(iter(CUSTOMERS), iter(ORDERS)) == PAIRS, (
        "any iterable must do, also one that can be gone through only once"
    )


@pytest.mark.parametrize(
    ("customers", "orders"),
    [
        pytest.param(CUSTOMERS, [], id="no_orders"),
        pytest.param([], ORDERS, id="no_customers"),
        pytest.param([("c1", "Ada")], [("c2", "lamp")], id="no_match"),
    ],
)
def test_joining_may_give_nothing(customers, orders):
    assert join(customers, orders) == [], "without a match there is no pair"


def test_joining_grows_with_the_rows():
    def work(size):
        return counted(
            join,
            [(number, "name") for number in numbers(range(size))],
            [(number, "thing") for number in numbers(range(size // 2, size + size))],
        )

    must_grow_as_the_rows_do(work)


def test_the_arguments_stay_as_they_are():
    customers, orders, known = copy.deepcopy((CUSTOMERS, ORDERS, ["c2", "c1"]))
    join(customers, orders)
    unknown(known, known)
    without_repeats(orders)
    assert (customers, orders, known) == (CUSTOMERS, ORDERS, ["c2", "c1"]), (
        "what the caller passed in must not be changed"
    )
