import linecache

from line_profiler import LineProfiler


def hot_line(call, *functions):
    """The line of the functions that runs most often, while call() is under way.

    Return (name of the function, number of the line, hits); of lines with equal hits
    the one with the smallest number. None if none of the functions was called.
    """
    profiler = LineProfiler(*functions)
    profiler.runcall(call)
    found = [
        (hits, -number, name)
        for (path, start, name), lines in profiler.get_stats().timings.items()
        for number, hits, time in lines
    ]
    if not found:
        return None
    hits, number, name = max(found)
    return name, -number, hits


if __name__ == "__main__":
    import types

    import anagrams

    words = [a + b + c for a in "abc" for b in "oui" for c in "tlr"]
    functions = [
        value for value in vars(anagrams).values() if type(value) is types.FunctionType
    ]

    def work():
        anagrams.anagrams(words)

    profiler = LineProfiler(*functions)
    profiler.runcall(work)
    profiler.print_stats()
    name, number, hits = hot_line(work, *functions)
    line = linecache.getline(anagrams.__file__, number).strip()
    print(f"{hits} hits, line {number} of {name}: {line}")
