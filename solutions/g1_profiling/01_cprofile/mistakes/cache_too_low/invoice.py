"""Adds up invoices. The rates of tax come as a text, with a line for each kind."""

import functools

RATES = """\
books 7
bread 7
lamps 19
chairs 19
flights 0
"""


@functools.lru_cache
def parse_rate(line):
    kind, percent = line.split()
    return kind, int(percent)


def read_rates(text):
    rates = {}
    for line in text.splitlines():
        kind, percent = parse_rate(line)
        rates[kind] = percent
    return rates


def with_tax(kind, cents, text):
    return cents + cents * read_rates(text)[kind] // 100


def total(items, text):
    """What the items cost with tax; an item is a kind and its price in cents."""
    return sum(with_tax(kind, cents, text) for kind, cents in items)
