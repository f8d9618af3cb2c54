"""How does the work grow with the data? Told from counted steps, not from seconds."""

import math


CLASSES = {
    "O(1)": lambda n: 1,
    "O(n)": lambda n: n,
    "O(n log n)": lambda n: n * math.log(n),
    "O(n**2)": lambda n: n**2,
}


def exponent(count, sizes):
    """The e for which the counts grow as n ** e, from the first size to the last.

    `count(n)` counts the steps for the size n, one or more; `sizes` rise.
    """
    first, last = sizes[0], sizes[-1]
    return math.log(count(last) / count(first)) / math.log(last / first)


def growth(count, sizes):
    """The class that fits best: "O(1)", "O(n)", "O(n log n)" or "O(n**2)"."""
    counts = [count(n) for n in sizes]

    def spread(name):
        shares = [steps / CLASSES[name](n) for n, steps in zip(sizes, counts)]
        return max(shares) / min(shares)

    return min(CLASSES, key=spread)


def serve(jobs):
    """Give each job one turn after the other, until all are done; say who is served.

    A job is a pair: a name, and how many turns it still needs. After its turn, a job
    that needs another one goes to the end of the line.
    """
    line = list(jobs)
    served = []
    while line:
        name, turns = line[0]
        line = line[1:]
        served.append(name)
        if turns > 1:
            line.append((name, turns - 1))
    return served


if __name__ == "__main__":
    print(serve([("Ada", 2), ("Grace", 1), ("Alan", 3)]))
    for name, count in [
        ("look up", lambda n: 1),
        ("add up", lambda n: 3 * n + 20),
        ("sort", lambda n: n * math.log2(n)),
        ("compare all", lambda n: n * (n - 1) / 2),
    ]:
        sizes = [100, 200, 400]
        print(f"{name:<12} {exponent(count, sizes):.2f}", growth(count, sizes))
