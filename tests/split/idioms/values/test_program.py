import math
from collections import Counter, OrderedDict, deque
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import program


def test_numbers():
    assert program.price("100") == Decimal("119.00")
    assert program.half(3) == Fraction(3, 2)
    assert float(program.price("1")) == pytest.approx(1.19)


def test_days():
    assert program.tomorrow(date(2024, 2, 28)) == date(2024, 2, 29)
    assert program.at_noon(date(2024, 1, 2)) == datetime(2024, 1, 2, 12)


def test_collections():
    assert program.letters("abca") == Counter(a=2, b=1, c=1)
    assert program.letters("abca").most_common(1) == [("a", 2)]
    assert program.last([1, 2, 3], 2) == deque([2, 3])
    assert program.groups(["ab", "ac", "b"]) == {"a": ["ab", "ac"], "b": ["b"]}
    assert list(program.ordered([("b", 1), ("a", 2)])) == ["b", "a"]
    assert program.ordered([("b", 1)]) == OrderedDict(b=1)


def test_paths():
    assert program.backup("a/b.txt") == Path("a/b.bak")


def test_odd_ones():
    infinite, zero, large, lone, nul, *rest = program.odd()
    assert infinite == math.inf and math.copysign(1, zero) == -1
    assert (large, lone, nul) == (1e300, "\ud800", "\x00")
    assert rest == [2**70, -(2**70), b"\xff", 3 + 4j, range(3), frozenset({1}), ...]
