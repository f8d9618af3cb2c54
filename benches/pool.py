"""Small functions as exercises have them: a solution, a mistake that people make, and calls to test it with.

The generator (course.py) puts a few of them into each suite. What a call should give is never written down here: the
solution is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Calls = Callable[[Random], list[tuple]]


@dataclass(frozen=True)
class Task:
    """A function, right and wrong, and what it can be called with."""

    name: str
    solution: str
    mistake: str
    calls: Calls


WORDS = "ant bee cat dog elk fox gnu hen ibis jay kite lark mole newt owl pug quail rat seal toad vole wolf yak".split()


def words(rng: Random, least: int = 2, most: int = 9) -> list[str]:
    return rng.choices(WORDS, k=rng.randint(least, most))


def numbers(rng: Random, least: int = 3, most: int = 12) -> list[int]:
    return [rng.randint(-50, 99) for _ in range(rng.randint(least, most))]


def times(count: int, make: Callable[[Random], tuple]) -> Calls:
    return lambda rng: [make(rng) for _ in range(count)]


def swapped(source: str, right: str, wrong: str) -> str:
    """The solution with one thing wrong."""
    if right not in source:
        raise ValueError(f"{right!r} is not in the solution")
    return source.replace(right, wrong)


def task(name: str, solution: str, right: str, wrong: str, calls: Calls) -> Task:
    solution = solution.strip() + "\n"
    return Task(name, solution, swapped(solution, right, wrong), calls)


TASKS = [
    task(
        "word_count",
        '''
def word_count(text):
    """How often each word occurs, whatever its case."""
    counts = {}
    for word in text.lower().split():
        word = word.strip(".,!?;:")
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
''',
        "counts.get(word, 0) + 1",
        "1 + len(counts)",
        times(5, lambda rng: (" ".join(words(rng, 4, 14)).title() + rng.choice(["", "!", ", and"]),)),
    ),
    task(
        "to_roman",
        '''
ROMAN = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
]


def to_roman(number):
    """A number from 1 to 3999 in Roman digits."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman number for {number}")
    digits = []
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)
''',
        '"".join(digits)',
        '" ".join(digits)',
        lambda rng: [(rng.randint(1, 3999),) for _ in range(5)] + [(0,), (4000,)],
    ),
    task(
        "run_lengths",
        '''
def run_lengths(text):
    """Pairs of a character and how often it stands in a row."""
    runs = []
    for char in text:
        if runs and runs[-1][0] == char:
            runs[-1] = (char, runs[-1][1] + 1)
        else:
            runs.append((char, 1))
    return runs
''',
        "runs.append((char, 1))",
        "runs.append((char, 0))",
        times(5, lambda rng: ("".join(rng.choice("abc") * rng.randint(1, 5) for _ in range(6)),)),
    ),
    task(
        "caesar",
        '''
def caesar(text, shift):
    """Each letter moved along the alphabet; everything else stays."""

    def moved(char):
        if not char.isascii() or not char.isalpha():
            return char
        base = ord("A") if char.isupper() else ord("a")
        return chr((ord(char) - base + shift) % 26 + base)

    return "".join(map(moved, text))
''',
        "% 26 + base",
        "% 25 + base",
        times(5, lambda rng: (" ".join(words(rng)).capitalize() + "?", rng.randint(-30, 30))),
    ),
    task(
        "merge_ranges",
        '''
def merge_ranges(ranges):
    """The ranges in order, with those that touch or overlap as one."""
    merged = []
    for start, end in sorted(ranges):
        if start > end:
            raise ValueError("a range ends before it starts")
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
''',
        "sorted(ranges)",
        "ranges[:-1]",
        lambda rng: (
            [([(start, start + rng.randint(0, 9)) for start in rng.sample(range(40), 6)],) for _ in range(4)]
            + [([(5, 1)],)]
        ),
    ),
    task(
        "matrix_product",
        '''
def matrix_product(left, right):
    """The product of two matrices, as lists of rows."""
    if len(left[0]) != len(right):
        raise ValueError("these matrices have no product")
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]
''',
        "a * b",
        "a + b",
        lambda rng: (
            [
                ([[rng.randint(0, 9) for _ in range(3)] for _ in range(2)], [[rng.randint(0, 9)] * 2 for _ in range(3)])
                for _ in range(4)
            ]
            + [([[1, 2]], [[1]])]
        ),
    ),
    task(
        "binary_search",
        '''
def binary_search(items, wanted):
    """The index of an item in a sorted list, or -1."""
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == wanted else -1
''',
        "items[low] == wanted else -1",
        "items[low] == wanted else None",
        times(5, lambda rng: (sorted(set(numbers(rng, 5, 20))), rng.randint(-50, 99))),
    ),
    task(
        "primes_below",
        '''
def primes_below(limit):
    """Every prime below a limit, by the sieve of Eratosthenes."""
    sieve = bytearray([1]) * max(limit, 2)
    sieve[0] = sieve[1] = 0
    for number in range(2, int(limit**0.5) + 1):
        if sieve[number]:
            sieve[number * number :: number] = bytes(len(sieve[number * number :: number]))
    return [number for number in range(limit) if sieve[number]]
''',
        "range(limit) if",
        "range(limit // 2) if",
        times(4, lambda rng: (rng.randint(10, 120),)),
    ),
    task(
        "parse_settings",
        '''
def parse_settings(text):
    """`name = value` lines as a dict; empty lines and comments are skipped."""
    settings = {}
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        name, equals, value = line.partition("=")
        if not equals:
            raise ValueError(f"line {number} has no value")
        settings[name.strip()] = value.strip()
    return settings
''',
        "= value.strip()",
        "= value",
        lambda rng: (
            [("\n".join(f"{word} = {rng.randint(1, 99)}  # note" for word in words(rng)),) for _ in range(4)]
            + [("# nothing\n\n",), ("name\n",)]
        ),
    ),
    task(
        "flatten",
        '''
def flatten(nested):
    """The items of lists within lists, in order."""
    flat = []
    for item in nested:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat
''',
        "flat.extend(flatten(item))",
        "flat.extend(item)",
        times(4, lambda rng: ([rng.randint(0, 9), [numbers(rng, 1, 4), [words(rng, 1, 3)]], numbers(rng, 1, 3)],)),
    ),
    task(
        "group_by_length",
        '''
def group_by_length(items):
    """Words by their length, each group in alphabetical order."""
    groups = {}
    for word in sorted(items):
        groups.setdefault(len(word), []).append(word)
    return dict(sorted(groups.items()))
''',
        "setdefault(len(word), [])",
        "setdefault(word[0], [])",
        times(4, lambda rng: (words(rng, 4, 10),)),
    ),
    task(
        "is_balanced",
        '''
PAIRS = {")": "(", "]": "[", "}": "{"}


def is_balanced(text):
    """Whether every bracket has its partner, in the right order."""
    open_brackets = []
    for char in text:
        if char in PAIRS.values():
            open_brackets.append(char)
        elif char in PAIRS and (not open_brackets or open_brackets.pop() != PAIRS[char]):
            return False
    return not open_brackets
''',
        "return not open_brackets",
        "return open_brackets",
        lambda rng: [("",), ("([]{})",), ("([)]",), ("f(a[1], {2: 3})",), ("".join(rng.choices("()[]{}", k=6)),)],
    ),
    task(
        "transfer",
        '''
class InsufficientFunds(Exception):
    """There is not enough money."""


def transfer(accounts, source, target, amount):
    """The accounts after a transfer; the ones given are not changed."""
    if amount <= 0:
        raise ValueError("an amount must be positive")
    if accounts[source] < amount:
        raise InsufficientFunds(f"{source} has only {accounts[source]}")
    after = dict(accounts)
    after[source] -= amount
    after[target] = after.get(target, 0) + amount
    return after
''',
        "after[source] -= amount",
        "after[source] = amount",
        lambda rng: (
            [({"ada": rng.randint(50, 99), "bob": 5}, "ada", who, rng.randint(1, 40)) for who in ("bob", "eve")]
            + [({"ada": 1}, "ada", "bob", 2), ({"ada": 1}, "ada", "bob", 0), ({}, "ada", "bob", 1)]
        ),
    ),
    task(
        "change_for",
        '''
def change_for(amount, coins):
    """The fewest coins that make an amount, largest first."""
    best = {0: ()}
    for total in range(1, amount + 1):
        options = [best[total - coin] + (coin,) for coin in coins if total - coin in best]
        if options:
            best[total] = min(options, key=len)
    if amount not in best:
        raise ValueError(f"no coins make {amount}")
    return sorted(best[amount], reverse=True)
''',
        "min(options, key=len)",
        "max(options, key=len)",
        lambda rng: [(rng.randint(20, 90), [1, 5, 10, 21, 25]) for _ in range(4)] + [(3, [5])],
    ),
    task(
        "levenshtein",
        '''
def levenshtein(left, right):
    """How many letters must be added, dropped or changed to make one word the other."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
''',
        "previous + (a != b)",
        "previous + (a == b)",
        times(5, lambda rng: ("".join(words(rng, 2, 4)), "".join(words(rng, 2, 4)))),
    ),
    task(
        "collatz_longest",
        '''
def collatz_longest(limit):
    """The start below a limit whose Collatz sequence is the longest, and its length."""
    lengths = {1: 1}
    best = (1, 1)
    for start in range(2, limit):
        number, path = start, []
        while number not in lengths:
            path.append(number)
            number = number // 2 if number % 2 == 0 else 3 * number + 1
        for steps, passed in enumerate(reversed(path), 1):
            lengths[passed] = lengths[number] + steps
        if lengths[start] > best[1]:
            best = (start, lengths[start])
    return best
''',
        "3 * number + 1",
        "(3 * number + 1) // 2",
        times(3, lambda rng: (rng.randint(50, 4000),)),
    ),
    task(
        "transposed",
        '''
def transposed(rows, fill=None):
    """Rows as columns; short rows are filled up."""
    width = max(map(len, rows), default=0)
    return [[row[index] if index < len(row) else fill for row in rows] for index in range(width)]
''',
        "else fill for row",
        "else 0 for row",
        times(4, lambda rng: ([numbers(rng, 1, 2), numbers(rng, 3, 5), numbers(rng, 1, 2)], "-")),
    ),
    task(
        "moving_average",
        '''
from collections import deque


def moving_average(values, size):
    """The mean of the last values, for every value."""
    if size < 1:
        raise ValueError("a window holds at least one value")
    window, averages = deque(maxlen=size), []
    for value in values:
        window.append(value)
        averages.append(round(sum(window) / len(window), 6))
    return averages
''',
        "/ len(window)",
        "/ size",
        lambda rng: [(numbers(rng, 4, 12), rng.randint(2, 4)) for _ in range(4)] + [([1], 0)],
    ),
    task(
        "topological",
        '''
def topological(needs):
    """Names in an order in which each comes after what it needs."""
    order, left = [], {name: set(wanted) for name, wanted in needs.items()}
    while left:
        ready = sorted(name for name, wanted in left.items() if not wanted - set(order))
        if not ready:
            raise ValueError("a circle: " + ", ".join(sorted(left)))
        order.append(ready[0])
        del left[ready[0]]
    return order
''',
        "sorted(name for name",
        "list(name for name",
        lambda rng: (
            [
                (
                    {
                        name: rng.sample(WORDS[:i], min(i, 2))
                        for i, name in reversed(list(enumerate(WORDS[: rng.randint(5, 9)])))
                    },
                )
                for _ in range(4)
            ]
            + [({"a": ["b"], "b": ["a"]},)]
        ),
    ),
    task(
        "render_table",
        '''
def render_table(rows):
    """Rows of cells as text, each column as wide as its widest cell."""
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    lines = [" | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) for row in rows]
    return "\\n".join(line.rstrip() for line in lines)
''',
        "ljust(width)",
        "rjust(width)",
        times(4, lambda rng: ([[rng.choice(WORDS), rng.randint(1, 9999), rng.choice(WORDS)] for _ in range(5)],)),
    ),
    task(
        "queens",
        '''
def queens(size):
    """In how many ways as many queens as the board is wide stand without a threat."""

    def place(row, columns, rising, falling):
        if row == size:
            return 1
        return sum(
            place(row + 1, columns | {column}, rising | {row + column}, falling | {row - column})
            for column in range(size)
            if column not in columns and row + column not in rising and row - column not in falling
        )

    return place(0, set(), set(), set())
''',
        "if row == size:\n            return 1",
        "if row == size - 1:\n            return 1",
        lambda rng: (
            [(4,), (5,), (6,)] + ([(7,)] if rng.random() < 0.5 else []) + ([(8,)] if rng.random() < 0.25 else [])
        ),
    ),
    task(
        "invert",
        '''
def invert(mapping):
    """Values as keys, each with the sorted names that had it."""
    inverted = {}
    for name, value in mapping.items():
        inverted.setdefault(value, []).append(name)
    return {value: sorted(names) for value, names in inverted.items()}
''',
        "setdefault(value, [])",
        "setdefault(name, [])",
        times(4, lambda rng: ({word: rng.randint(1, 3) for word in words(rng, 3, 8)},)),
    ),
]
