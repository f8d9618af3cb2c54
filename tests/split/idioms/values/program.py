from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path


def price(amount):
    return Decimal(amount) * Decimal("1.19")


def half(number):
    return Fraction(number, 2)


def tomorrow(day):
    return day + timedelta(days=1)


def at_noon(day):
    return datetime(day.year, day.month, day.day, 12)


def letters(text):
    return Counter(text)


def last(items, count):
    return deque(items, maxlen=count)


def groups(words):
    found = defaultdict(list)
    for word in words:
        found[word[0]].append(word)
    return found


def ordered(pairs):
    return OrderedDict(pairs)


def backup(path):
    return Path(path).with_suffix(".bak")


def odd():
    return [
        float("inf"),
        -0.0,
        1e300,
        "\ud800",
        "\x00",
        2**70,
        -(2**70),
        b"\xff",
        3 + 4j,
        range(3),
        frozenset({1}),
        ...,
    ]
