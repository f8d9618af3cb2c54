"""Measures what `unchanged.sh` has prepared and prints a table."""

import os
import resource
import statistics
import subprocess
import sys
import time


def run(prolings, folder, *arguments):
    """Wall time and CPU time of a run, in milliseconds."""
    before, start = cpu_of_children(), time.perf_counter()
    process = subprocess.run([prolings, *arguments], cwd=folder, stdout=subprocess.DEVNULL)
    wall, cpu = time.perf_counter() - start, cpu_of_children() - before
    if process.returncode not in (0, 1):
        sys.exit(f"prolings {' '.join(arguments)} ended with {process.returncode}")
    return wall * 1000, cpu * 1000


def cpu_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def milliseconds(number):
    return f"{number / 1000:.1f} s" if number >= 10_000 else f"{number:.1f} ms"


def main():
    prolings, work, *counts = sys.argv[1:]
    cells = ["exercises", "first run", "unchanged, best", "median", "CPU, median", "first : median", "`--version`, median"]
    print("| " + " | ".join(cells) + " |\n|" + "---|" * len(cells))
    for count in counts:
        folder = os.path.join(work, count)
        first, _ = run(prolings, folder, "check", "--all")
        runs = [run(prolings, folder, "check", "--all") for _ in range(40 if int(count) <= 1000 else 10)]
        walls, cpus = zip(*runs, strict=True)
        version = statistics.median(run(prolings, folder, "--version")[0] for _ in range(20))
        median = statistics.median(walls)
        times = [first, min(walls), median, statistics.median(cpus)]
        cells = [count, *map(milliseconds, times), f"{first / median:.0f}", milliseconds(version)]
        print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
