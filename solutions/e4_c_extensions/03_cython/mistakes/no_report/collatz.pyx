# cython: language_level=3
"""Halve what is even, take 3n + 1 of what is odd: how many steps until it is 1?"""

# the largest n of which 3n + 1 fits into 64 bits with sign
cdef long long LARGEST = (2**63 - 2) // 3


cdef long long quick_steps(long long n):
    """The number of steps, or -1 if a number on the way does not fit."""
    cdef long long count = 0
    while n != 1:
        if n > LARGEST:
            return -1
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def steps(n):
    """The number of steps from n to 1, for n of any size."""
    if n < 1:
        raise ValueError(f"{n} is less than 1")
    count = 0
    while n > LARGEST or quick_steps(n) < 0:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count + quick_steps(n)


def longest(long long limit):
    """The start below the limit with most steps, the smallest of several; and steps."""
    cdef long long start, count, best = 1, most = 0
    for start in range(1, limit):
        count = quick_steps(start)
        if count < 0:
            count = steps(start)
        if count > most:
            best, most = start, count
    return best, most
