import ast
from datetime import date
from pathlib import Path

import print_shop
import pytest
from print_shop import Cards, Job, Poster, Shelf

SILENCERS = {"Any", "cast", "no_type_check", "TYPE_CHECKING"}


def result_of(call, *args):
    """What a call returns, or the exception that it raises."""
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def shelf_of(*things):
    shelf = Shelf()
    for thing in things:
        shelf.put(thing)
    return shelf


def jobs(count):
    return [Job(number, Poster(10, 10)) for number in range(count)]


@pytest.fixture
def shelf():
    return shelf_of(
        Job(16, Poster(40, 60)),
        Job(17, Cards(100, 25), due=date(2026, 3, 6)),
        Job(18, Poster(10, 10), due=date(2026, 3, 5)),
        Job(15, Poster(20, 20)),
        Job(19, Cards(1, 30), due=date(2026, 3, 6)),
    )


def test_the_checker_is_not_silenced():
    source = Path(print_shop.__file__).read_text(encoding="utf-8")
    names = set()
    for node in ast.walk(ast.parse(source)):
        names |= {getattr(node, key, None) for key in ("id", "attr", "name")}
    assert sorted(SILENCERS & names) == [], (
        "these switch the checker off; the faults are in the code"
    )
    comments = [line.strip() for line in source.splitlines() if "# type:" in line]
    comments += [line.strip() for line in source.splitlines() if "# mypy:" in line]
    assert comments == [], "these switch the checker off; the faults are in the code"


def test_prices():
    got = [result_of(lambda product=product: product.price()) for product in PRODUCTS]
    assert got == [2400, 2500, 30], (
        "every product must have a method price() that returns its price in cents"
    )


PRODUCTS = [Poster(40, 60), Cards(100, 25), Cards(1, 30)]


def test_first_asks_what_is_wanted():
    numbers = shelf_of(3, 8, 5, 10)
    got = [
        numbers.first(lambda number: number > 4),
        numbers.first(lambda number: number > 9),
        numbers.first(lambda number: number > 10),
    ]
    assert got == [8, 10, None], "first must return the first thing that is wanted"


def test_everything_is_a_new_list():
    shelf = shelf_of("a", "b")
    shelf.everything().clear()
    assert shelf.everything() == ["a", "b"], "the shelf must keep its things"


@pytest.mark.parametrize(
    ("count", "percent"),
    [(0, 0), (1, 0), (4, 0), (5, 10), (9, 10), (10, 20), (99, 20)],
)
def test_discount(count, percent):
    assert print_shop.discount(count) == percent, f"the discount for {count} jobs"


@pytest.mark.parametrize(("count", "cents"), [(0, 0), (3, 300), (5, 450), (10, 800)])
def test_total(count, cents):
    assert result_of(print_shop.total, jobs(count)) == cents, (
        f"the total of {count} jobs at 100 cents each, less the discount"
    )


def test_total_of_different_products():
    few = [Job(1, Poster(40, 60)), Job(2, Cards(100, 25))]
    assert result_of(print_shop.total, few) == 4900, "the prices must be added up"
    cheap = [Job(number, Poster(1, 1)) for number in range(5)]
    assert result_of(print_shop.total, cheap) == 4, "cents must be rounded down"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("17", 17), ("19", 19), ("99", None), ("seventeen", None), ("", None)],
)
def test_find(shelf, typed, number):
    found = result_of(print_shop.find, shelf, typed)
    assert getattr(found, "number", found) == number, (
        f"find must return the job that a customer means by {typed!r}, or None, "
        f"but gave {found}"
    )


def test_in_order(shelf):
    got = result_of(print_shop.in_order, shelf)
    assert isinstance(got, list), f"in_order must return the jobs, but gave {got}"
    numbers = [job.number for job in got]
    assert len(numbers) == 5, "every job must be in the list once"
    assert numbers == [18, 17, 19, 16, 15], (
        "the most urgent jobs must come first, those without a date last"
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("17", "2026-03-06"),
        ("18", "2026-03-05"),
        ("16", "any time"),
        ("99", "no such job"),
        ("seventeen", "no such job"),
    ],
)
def test_due_text(shelf, typed, text):
    assert result_of(print_shop.due_text, shelf, typed) == text, (
        f"due_text must answer for job {typed!r} as its docstring says"
    )


def test_due_text_never_fails(shelf):
    answer = result_of(print_shop.due_text, shelf, "99")
    assert "Error" not in answer, (
        f"a number that is not on the shelf must be answered, but raised {answer}"
    )


def test_the_example_is_as_it_was():
    got = [(job.number, job.due) for job in print_shop.example().everything()]
    assert got == [(16, None), (17, date(2026, 3, 6))], "the example has two jobs"
    prices = [job.product.price() for job in print_shop.example().everything()]
    assert prices == [2400, 2500], "the example has a poster and a set of cards"
    poster = print_shop.example().everything()[0].product
    assert poster == Poster(width=40, height=60), "the poster must be as it was"
