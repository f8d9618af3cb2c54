import importlib.util
import itertools
import sys
import types

import anagrams
import hot_line
import pytest
from line_profiler import LineProfiler

SAMPLE = """
def inner(n):
    total = 0
    for i in range(n):
        total += i
    return total

def outer(n):
    results = []
    results.append(inner(n))
    results.append(inner(n))
    return sum(results) + max(range(20_000))

def cold():
    return 1
"""


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.py"
    path.write_text(SAMPLE, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("sample", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_line_with_most_hits_is_found(sample):
    got = hot_line.hot_line(lambda: sample.inner(50), sample.inner)
    assert got is not None and got[0] == "inner", "the function must be named"
    assert got == ("inner", 4, 51), (
        "the loop of inner(50) is in line 4 and runs 51 times: once for each number, "
        "and once more to find that there is none left"
    )


def test_all_functions_are_looked_at(sample):
    got = hot_line.hot_line(lambda: sample.outer(50), sample.outer, sample.inner)
    assert got == ("inner", 4, 102), (
        "outer calls inner twice, so line 4 of inner has 102 hits, which are more than "
        f"those of any line in outer: not {got}"
    )
    got = hot_line.hot_line(lambda: sample.outer(3), sample.inner, sample.outer)
    assert got == ("inner", 4, 8), "the order of the functions makes no difference"


def test_the_smaller_number_is_taken_when_hits_are_equal(sample):
    got = hot_line.hot_line(lambda: sample.outer(50), sample.outer)
    assert got == ("outer", 9, 1), (
        "all lines of outer run once, so its first line, number 9, must be given: "
        f"not {got}"
    )


def test_what_was_not_called_has_no_hot_line(sample):
    try:
        got = hot_line.hot_line(lambda: sample.inner(5), sample.cold)
    except Exception as error:
        got = f"{type(error).__name__}: {error}"
    assert got is None, "when none of the functions was called, it must give None"


def test_words_are_grouped():
    words = ["silent", "tea", "tinsel", "ate", "banana", "enlist", "eat"]
    got = anagrams.anagrams(words)
    assert {frozenset(group) for group in got} == {
        frozenset({"silent", "tinsel", "enlist"}),
        frozenset({"tea", "ate", "eat"}),
    }, "words with the same letters must form a group, if there are two or more"
    assert got == [["silent", "tinsel", "enlist"], ["tea", "ate", "eat"]], (
        "groups must stand in the order of their first words, and words in their order"
    )


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["aab", "abb"], id="other_numbers_of_letters"),
        pytest.param(["ab", "abc"], id="other_lengths"),
        pytest.param(["Tea", "eat"], id="capitals"),
        pytest.param(["alone"], id="one_word"),
        pytest.param([], id="no_words"),
    ],
)
def test_other_words_form_no_group(words):
    assert anagrams.anagrams(words) == [], (
        f"{words}: only words with the same letters, each as often, form a group"
    )


def test_a_word_may_come_twice():
    assert anagrams.anagrams(["tea", "tea"]) == [["tea", "tea"]], (
        "a word that comes twice has the same letters both times"
    )


def words(count):
    """Different words without anagrams among them, all of the same length."""
    chosen = itertools.combinations("abcdefghijklmno", 4)
    return ["".join(letters) for letters in itertools.islice(chosen, count)]


def hits(count):
    functions = [
        value for value in vars(anagrams).values() if type(value) is types.FunctionType
    ]
    profiler = LineProfiler(*functions)
    profiler.runcall(anagrams.anagrams, words(count))
    timings = profiler.get_stats().timings
    return sum(hits for lines in timings.values() for _, hits, _ in lines)


def test_hits_grow_as_the_words_do():
    few, many = hits(60), hits(120)
    assert many < 3 * few, (
        f"twice the words must be about twice the hits, but it was {many / few:.1f} "
        f"times as many: {few} for 60 words, {many} for 120"
    )


def instructions(count):
    """How many instructions of the interpreter are run in anagrams.py."""
    number = 0

    def trace(frame, event, argument):
        nonlocal number
        if frame.f_code.co_filename != anagrams.__file__:
            return None
        frame.f_trace_opcodes = True
        number += event == "opcode"
        return trace

    before = sys.gettrace()
    # Python 3.12 looks when tracing begins whether any frame wants its instructions told.
    sys._getframe().f_trace_opcodes = True
    sys.settrace(trace)
    try:
        anagrams.anagrams(words(count))
    finally:
        sys.settrace(before)
    return number


def test_a_long_line_is_no_way_out():
    few, many = instructions(60), instructions(120)
    assert many < 3 * few, (
        "twice the words must be about twice the work, also when a loop is written in "
        f"one line: {few} instructions and {hits(60)} hits for 60 words, {many} "
        "instructions for 120"
    )
