import sys
from pathlib import Path

import pytest
import tally
from compiler import compiled


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    source = Path(tally.__file__).with_name("tally.c")
    return compiled(source, tmp_path_factory.mktemp("library"))


@pytest.fixture
def library(path):
    return tally.load(path)


@pytest.fixture
def printed(monkeypatch):
    """What ctypes prints of exceptions in callbacks, and forgets."""
    seen = []
    monkeypatch.setattr(
        sys, "unraisablehook", lambda args: seen.append(args.exc_type.__name__)
    )
    return seen


def answer(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([3, -4], 25, id="small"),
        pytest.param([100_000, -3], 10_000_000_009, id="more_than_32_bits"),
        pytest.param([2**31 - 1, -(2**31)], 9223372032559808513, id="the_largest"),
    ],
)
def test_sum_of_squares(library, numbers, wanted):
    assert answer(lambda: tally.sum_of_squares(library, numbers)) == wanted, (
        f"the sum of the squares of {numbers} must be {wanted}: the C function returns "
        "an int64_t"
    )


@pytest.mark.parametrize("number", [2**31, -(2**31) - 1, 2**64 + 3])
def test_numbers_that_do_not_fit_are_refused(library, number):
    got = answer(lambda: tally.sum_of_squares(library, [1, number]))
    assert str(got).startswith("OverflowError"), (
        f"{number} does not fit into 32 bits and must be an OverflowError, not {got}"
    )
    assert str(number) in got, "the message must name the number"


@pytest.mark.parametrize(
    ("numbers", "wanted"), [([1.5, 2.5], 2.0), ([1e300], 1e300), ([1, 2], 1.5)]
)
def test_mean(library, numbers, wanted):
    assert answer(lambda: tally.mean(library, numbers)) == wanted, (
        f"the mean of {numbers} must be {wanted}: the C function returns a double"
    )


@pytest.mark.parametrize(
    ("n", "wanted"),
    [
        (12, [1, 2, 3, 4, 6, 12]),
        (1, [1]),
        (16, [1, 2, 4, 8, 16]),
        (2**40 + 15, [1, 2**40 + 15]),
        (3 * (2**33 + 17), [1, 3, 2**33 + 17, 3 * (2**33 + 17)]),
    ],
)
def test_each_divisor_is_visited(library, printed, n, wanted):
    found = []

    def visit(divisor):
        found.append(divisor)
        return True

    calls = answer(lambda: tally.each_divisor(library, n, visit))
    assert found == wanted, (
        f"the function must be called with each divisor of {n}; numbers of 64 bits go "
        f"to the C function, and come back to the callback; got {found}"
    )
    assert calls == len(wanted), "each_divisor must say how often it called"


@pytest.mark.parametrize("last", [False, 0, None, ""])
def test_a_false_value_is_the_end(library, printed, last):
    found = []

    def visit(divisor):
        found.append(divisor)
        return "go on" if divisor < 3 else last

    calls = answer(lambda: tally.each_divisor(library, 12, visit))
    assert found == [1, 2, 3], (
        f"after the function returned {last!r} it must not be called again, and after "
        "any true value it must"
    )
    assert calls == 3, "each_divisor must say how often it called"


@pytest.mark.parametrize("kind", [ValueError, KeyboardInterrupt])
def test_an_exception_reaches_the_caller(library, printed, kind):
    found, error = [], kind("no more")

    def visit(divisor):
        found.append(divisor)
        if divisor == 2:
            raise error
        return True

    arrived = None
    try:
        tally.each_divisor(library, 12, visit)
    except BaseException as caught:
        arrived = caught
    assert arrived is error, (
        f"the {kind.__name__} that the function raised must reach the caller of "
        f"each_divisor; printed and forgotten: {printed or 'nothing'}"
    )
    assert found == [1, 2], "after an exception the function must not be called again"
    assert printed == [], "an exception that reaches the caller must not be printed too"


def test_the_next_call_begins_anew(library, printed):
    def fail(divisor):
        raise ValueError(divisor)

    for _ in range(2):
        with pytest.raises(ValueError):
            tally.each_divisor(library, 12, fail)
    calls = answer(lambda: tally.each_divisor(library, 7, lambda divisor: True))
    assert calls == 2, "an error must not be remembered for the next call"


@pytest.mark.parametrize(
    ("text", "wanted"), [("2.5 apples", 2.5), ("-1e300", -1e300), ("apples", 0.0)]
)
def test_a_number_is_read_by_the_c_library(text, wanted):
    assert answer(lambda: tally.number_in(text)) == wanted, (
        f"number_in({text!r}) must be {wanted}: atof takes bytes and returns a double"
    )


@pytest.mark.parametrize("name", ["sum_of_squares", "mean", "each_divisor"])
def test_wrong_arguments_are_refused(library, name):
    function = getattr(library, name)
    promised = function.argtypes is not None
    assert promised, (
        f"{name} has no argtypes (its restype is {function.restype.__name__}), so it "
        "takes anything for a C int"
    )
    got = answer(lambda: function("text", "text"))
    assert str(got).startswith("ArgumentError"), (
        f"{name} is given a text for a number: with argtypes, ctypes refuses that "
        "before it calls the function"
    )
