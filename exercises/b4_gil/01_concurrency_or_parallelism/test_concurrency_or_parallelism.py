import itertools

import pytest
from concurrency_or_parallelism import Piece, describe

TRACES = {
    "empty": ("none", "nothing has happened", []),
    "one_piece": ("none", "there is one task on one core", [(0, "a", 0, 1)]),
    "one_after_the_other": (
        "none",
        "b begins when a is done",
        [(0, "a", 0, 2), (0, "b", 3, 4)],
    ),
    "relay": (
        "none",
        "they only touch, on two cores",
        [(0, "a", 0, 3), (1, "b", 3, 5)],
    ),
    "moved_to_another_core": (
        "none",
        "one task, first on one core and then on the other",
        [(0, "a", 0, 1), (1, "a", 2, 3)],
    ),
    "one_cook_three_pots": (
        "concurrent",
        "one core takes turns with tasks that are all under way",
        [
            (0, "a", 0, 1),
            (0, "b", 1, 2),
            (0, "c", 2, 3),
            (0, "a", 3, 4),
            (0, "b", 4, 5),
        ],
    ),
    "a_waits_while_b_is_executed": (
        "concurrent",
        "a is under way, and waits, during all of b",
        [(0, "a", 0, 1), (0, "b", 2, 3), (0, "a", 5, 6)],
    ),
    "turns_on_two_cores": (
        "concurrent",
        "never at the same moment, though on two cores",
        [(0, "a", 0, 1), (1, "b", 1, 2), (0, "a", 2, 3)],
    ),
    "three_cooks": (
        "both",
        "each core has a task of its own, at the same time",
        [(0, "a", 0, 5), (1, "b", 1, 4), (2, "c", 2, 3)],
    ),
    "a_short_moment": (
        "both",
        "for a moment both are executed",
        [(0, "a", 0, 2.5), (1, "b", 2.25, 4)],
    ),
    "one_soup_two_cooks": (
        "parallel",
        "two cores execute pieces of one task at the same moment",
        [(0, "a", 0, 2), (1, "a", 1, 3)],
    ),
    "one_soup_then_another": (
        "parallel",
        "each task is executed by two cores, one task after the other",
        [(0, "a", 0, 2), (1, "a", 0, 2), (0, "b", 2, 4), (1, "b", 2, 4)],
    ),
    "turns_and_two_cores": (
        "both",
        "a is executed on two cores while b is under way",
        [(0, "b", 0, 1), (0, "a", 1, 3), (1, "a", 2, 4), (0, "b", 3, 5)],
    ),
}


@pytest.mark.parametrize(("wanted", "why", "rows"), TRACES.values(), ids=TRACES)
def test_what_a_trace_shows(wanted, why, rows):
    if (
        "only touch" in why
        and describe([Piece(0, "a", 0, 1), Piece(1, "b", 2, 3)]) != wanted
    ):
        why = "one comes after the other"
    answers = {describe([Piece(*row) for row in order]) for order in orders(rows)}
    if len(answers) > 1:
        pytest.fail("the order of the pieces must not matter", pytrace=False)
    (got,) = answers
    for word in ("concurrent", "parallel"):
        wrong = (got in (word, "both")) != (wanted in (word, "both"))
        verb = "is" if wanted in (word, "both") else "is not"
        if wrong:
            pytest.fail(
                f"{why}: that {verb} {word}, but describe said {got!r}", pytrace=False
            )
    assert got == wanted, f"{why}: this must be {wanted!r}"


def orders(rows):
    """The pieces as they are, backwards, and in some other orders."""
    return [rows, rows[::-1], *itertools.islice(itertools.permutations(rows), 24)]


WRONG = {
    "two_at_once_on_a_core": [(0, "a", 0, 2), (0, "b", 1, 3)],
    "same_task_twice_on_a_core": [(0, "a", 0, 4), (0, "a", 1, 2)],
    "ends_before_it_begins": [(0, "a", 2, 1)],
    "takes_no_time": [(0, "a", 1, 1)],
    "among_good_ones": [(0, "a", 0, 1), (1, "b", 0, 1), (0, "c", 3, 2)],
}


@pytest.mark.parametrize("rows", WRONG.values(), ids=WRONG)
def test_a_wrong_trace_is_an_error(rows):
    for order in orders(rows):
        try:
            got = describe([Piece(*row) for row in order])
        except ValueError:
            got = "ValueError"
        assert got == "ValueError", f"{order} cannot be: it must raise ValueError"


def test_the_trace_stays_as_it_is():
    trace = [Piece(1, "b", 1, 2), Piece(0, "a", 0, 3), Piece(1, "c", 5, 6)]
    before = list(trace)
    describe(trace)
    assert trace == before, "describe must not change the trace"
