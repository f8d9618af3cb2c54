import cProfile
import pstats


def profile(call):
    """Call it under the profiler; return the pstats.Stats."""
    profiler = cProfile.Profile()
    profiler.runcall(call)
    return pstats.Stats(profiler)


def busiest(stats, file):
    """The function of the file that was called most often: (name, calls).

    Calls that a function makes to itself count as well. The file is a path, such as
    the `__file__` of a module. None if no function of the file was called.
    """
    calls = [(name, counts[0]) for (path, line, name), counts in stats.stats.items()]
    return max(calls, key=lambda item: item[1])


if __name__ == "__main__":
    import invoice

    items = [("books", 1000), ("chairs", 9900), ("bread", 350), ("flights", 8000)] * 100
    stats = profile(lambda: invoice.total(items, invoice.RATES))
    stats.sort_stats("ncalls").print_stats(8)
    print("called most often:", busiest(stats, invoice.__file__))
