import cProfile
import importlib.util
import pstats
from collections import Counter

import busiest
import invoice
import pytest

SAMPLE = """
def twist(n):
    return 1 if n < 2 else twist(n - 1) + twist(n - 2)

def leaf(x):
    return len(str(x))

def run():
    return twist(6) + sum([leaf(x) for x in range(20)])
"""

OTHER = """
def leaf(x):
    return x

def run(work):
    for x in range(300):
        leaf(x)
    return work()
"""


@pytest.fixture
def module(tmp_path):
    def make(name, source):
        path = tmp_path / f"{name}.py"
        path.write_text(source, encoding="utf-8")
        spec = importlib.util.spec_from_file_location(name, path)
        made = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made)
        return made

    return make


def test_profile_gives_the_statistics(module):
    sample = module("sample", SAMPLE)
    stats = busiest.profile(sample.run)
    assert isinstance(stats, pstats.Stats), "profile must return pstats.Stats"
    names = {name for _, _, name in stats.stats}
    assert {"run", "leaf", "twist"} <= names, "profile must call what it is given"


def test_all_calls_count(module):
    sample = module("sample", SAMPLE)
    name, calls = busiest.busiest(busiest.profile(sample.run), sample.__file__)
    assert name == "twist", (
        "twist calls itself and is called 25 times in all, leaf 20 times: twist is the "
        "busiest"
    )
    assert calls == 25, "the calls that twist makes to itself must be counted as well"


def test_only_the_file_counts(module):
    sample, other = module("sample", SAMPLE), module("other", OTHER)
    stats = busiest.profile(lambda: other.run(sample.run))
    got = busiest.busiest(stats, sample.__file__)
    assert got == ("twist", 25), (
        "in sample.py leaf is called 20 times and twist 25 times, and the 300 calls of "
        f"a leaf in another file do not count: not {got}"
    )
    assert busiest.busiest(stats, other.__file__) == ("leaf", 300), (
        "asked about the other file, its leaf is the busiest"
    )


def test_a_file_without_calls_has_no_busiest_function(module):
    sample = module("sample", SAMPLE)
    try:
        got = busiest.busiest(busiest.profile(lambda: len("abc")), sample.__file__)
    except Exception as error:
        got = f"{type(error).__name__}: {error}"
    assert got is None, "when no function of the file was called, it must give None"


def test_the_total_has_the_tax_in_it():
    items = [("books", 1000), ("chairs", 9900), ("flights", 8000), ("bread", 99)]
    assert invoice.total(items, invoice.RATES) == 1070 + 11781 + 8000 + 105, (
        "the tax of each item must be added, without fractions of a cent"
    )
    assert invoice.total([], invoice.RATES) == 0, "an empty invoice costs nothing"


def test_the_rates_are_those_of_the_call():
    items = [("books", 1000)]
    totals = [invoice.total(items, f"books {percent}\n") for percent in (7, 9, 7)]
    assert totals == [1070, 1090, 1070], (
        "each call must use the rates that it is given, also when they have changed"
    )


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError):
        invoice.total([("horses", 1000)], invoice.RATES)
        pytest.fail("a kind without a rate must be a KeyError", pytrace=False)


def test_the_rates_are_read_from_the_text():
    assert invoice.read_rates("a 1\nb 22\n") == {"a": 1, "b": 22}, (
        "read_rates must give a dict from kinds to percents"
    )


class Text(str):
    """A text that counts how often it is taken to pieces."""

    reads = 0

    def splitlines(self, *args):
        Text.reads += 1
        return super().splitlines(*args)

    def split(self, *args):
        Text.reads += 1
        return super().split(*args)


def calls_of_total(items):
    """How often each function of invoice.py is called for so many items."""
    rates = Text("".join(f"kind{number} {number}\n" for number in range(50)))
    Text.reads = 0
    profiler = cProfile.Profile()
    profiler.runcall(
        invoice.total, [(f"kind{n % 50}", 100) for n in range(items)], rates
    )
    calls = Counter()
    for (path, _, name), counts in pstats.Stats(profiler).stats.items():
        if path == invoice.__file__:
            calls[name] += counts[1]
    return calls


def test_the_rates_are_read_once():
    calls = calls_of_total(100)
    assert Text.reads < 2, (
        f"for 100 items, the text with the rates is read {Text.reads} times, and "
        f"parse_rate is called {calls['parse_rate']} times for 50 rates; once is enough"
    )


def test_no_rate_is_parsed_for_each_item():
    few, many = calls_of_total(100), calls_of_total(200)
    [(name, most)] = many.most_common(1)
    each = (many.total() - few.total()) / 100
    assert each < 6, (
        "each item must cost a few calls, however many rates there are; with 50 rates "
        f"it costs {each:.0f}. For 200 items, {name} is called {most} times"
    )
