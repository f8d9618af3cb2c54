# cython: language_level=3
"""Halve what is even, take 3n + 1 of what is odd: how many steps until it is 1?"""




def steps(n):
    """The number of steps from n to 1, for n of any size."""
    cdef long long count = 0
    if n < 1:
        raise ValueError(f"{n} is less than 1")
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def longest(long long limit):
    """The start below the limit with most steps, the smallest of several; and steps."""
    cdef long long start, count, best = 1, most = 0
    for start in range(1, limit):
        count = steps(start)
        if count > most:
            best, most = start, count
    return best, most
