"""Calls the functions of tally.c, and one of the C library, by ctypes."""

import ctypes

Visit = ctypes.CFUNCTYPE(None, ctypes.c_int)


def load(path):
    """Load the library that was made of tally.c."""
    return ctypes.CDLL(str(path))


def sum_of_squares(library, numbers):
    """The sum of the squares; each number must fit into 32 bits with sign."""
    array = (ctypes.c_int32 * len(numbers))(*numbers)
    return library.sum_of_squares(array, len(numbers))


def mean(library, numbers):
    array = (ctypes.c_double * len(numbers))(*numbers)
    return library.mean(array, len(numbers))


def each_divisor(library, n, function):
    """Call the function with each divisor of n until it returns something false.

    Return how often it was called. What the function raises reaches the caller, and
    it is not called again.
    """
    return library.each_divisor(n, Visit(function))


def number_in(text):
    """The number at the beginning of the text, as C's `atof` sees it; 0.0 if none."""
    library = ctypes.CDLL(None)
    return library.atof(text)


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from compiler import compiled

    with tempfile.TemporaryDirectory() as folder:
        library = load(compiled(Path(__file__).with_name("tally.c"), folder))
        print("sum of squares:", sum_of_squares(library, [100_000, -3]))
        print("mean:", mean(library, [1.5, 2.5]))
        found = []
        calls = each_divisor(
            library, 5_000_000_000, lambda d: found.append(d) or d < 20
        )
        print(f"{calls} divisors:", found)
