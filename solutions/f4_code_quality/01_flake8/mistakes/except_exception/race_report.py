"""Who was how fast: a table of lap times."""

import re


def parse(line):
    """Return the name and the times of a line such as "Ada: 12.5 13.1"."""
    match = re.fullmatch(r"\s*(\w+)\s*:((?:\s+\d+\.\d+)+)\s*", line)
    if match is None:
        raise ValueError(f"not a result: {line!r}")
    name, rest = match.groups()
    return name, [float(text) for text in rest.split()]


def best(times):
    """Return the shortest time."""
    return min(times)


def worst(times):
    """Return the longest time."""
    return max(times)


def row(name, times):
    """Return the name, the best and the worst time, and how many laps there were."""
    laps = f"({len(times)} laps)"
    return f"{name}: {best(times):.1f} to {worst(times):.1f} {laps}"


def report(lines):
    """Return a row for each result, the runner with the best time first."""
    results = []
    for line in lines:
        try:
            results.append(parse(line))
        except Exception:
            continue
    ordered = sorted(results, key=lambda result: best(result[1]))
    return [row(name, times) for name, times in ordered]


if __name__ == "__main__":
    lines = ["Ada: 12.5 13.1", "# Sunday", "Bob: 11.9 14.0 12.2", "Cleo: 12.0"]
    for text in report(lines):
        print(text)
