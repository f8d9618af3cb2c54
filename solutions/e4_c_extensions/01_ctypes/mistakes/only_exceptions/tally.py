"""Calls the functions of tally.c, and one of the C library, by ctypes."""

import ctypes

Visit = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int64)


def load(path):
    """Load the library that was made of tally.c."""
    library = ctypes.CDLL(str(path))
    library.sum_of_squares.argtypes = [ctypes.POINTER(ctypes.c_int32), ctypes.c_size_t]
    library.sum_of_squares.restype = ctypes.c_int64
    library.mean.argtypes = [ctypes.POINTER(ctypes.c_double), ctypes.c_size_t]
    library.mean.restype = ctypes.c_double
    library.each_divisor.argtypes = [ctypes.c_int64, Visit]
    library.each_divisor.restype = ctypes.c_int64
    return library


def sum_of_squares(library, numbers):
    """The sum of the squares; each number must fit into 32 bits with sign."""
    for number in numbers:
        if not -(2**31) <= number < 2**31:
            raise OverflowError(f"{number} does not fit into 32 bits")
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
    errors = []

    def visit(divisor):
        try:
            return bool(function(divisor))
        except Exception as error:
            errors.append(error)
            return False

    calls = library.each_divisor(n, Visit(visit))
    if errors:
        raise errors.pop()
    return calls


def number_in(text):
    """The number at the beginning of the text, as C's `atof` sees it; 0.0 if none."""
    library = ctypes.CDLL(None)
    library.atof.argtypes = [ctypes.c_char_p]
    library.atof.restype = ctypes.c_double
    return library.atof(text.encode())


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from compiler import compiled

    with tempfile.TemporaryDirectory() as folder:
        library = load(compiled(Path(__file__).with_name("tally.c"), folder))
        print("sum of squares:", sum_of_squares(library, [100_000, -3]))
        print("mean:", mean(library, [1.5, 2.5]))
        found = []
        calls = each_divisor(library, 5_000_000_000, lambda d: found.append(d) or d < 20)
        print(f"{calls} divisors:", found)
