import tracemalloc
from collections import Counter


def held(call, file):
    """The line of the file that allocated most of what is held when call() is done.

    Return (number of the line, bytes), by tracemalloc. What call() returns is held.
    None if nothing is.
    """
    tracemalloc.start()
    result = call()
    snapshot = tracemalloc.take_snapshot()
    tracemalloc.stop()
    del result
    snapshot = snapshot.filter_traces([tracemalloc.Filter(True, file)])
    for most in snapshot.statistics("lineno"):
        return most.traceback[0].lineno, most.size
    return None


def at_the_peak(reader, file):
    """The line of the file that had most memory when most was in use.

    Return (number of the line, bytes), from the reader of a capture by memray. What a
    line calls elsewhere counts for the line. None if no line of the file had any.
    """
    lines = Counter()
    for record in reader.get_high_watermark_allocation_records(merge_threads=True):
        for function, path, line in record.stack_trace():
            if path == file:
                lines[line] += record.size
                break
    return max(lines.items(), key=lambda item: item[1], default=None)


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    import contact_sheet
    import memory_profiler
    import memray

    def work():
        return contact_sheet.contact_sheet(400)

    profiler = memory_profiler.LineProfiler(backend="psutil")
    profiler(contact_sheet.contact_sheet)(400)
    memory_profiler.show_results(profiler)
    print("(line, bytes) held at the end:", held(work, contact_sheet.__file__))
    with tempfile.TemporaryDirectory() as folder:
        capture = Path(folder, "capture.bin")
        with memray.Tracker(capture):
            work()
        with memray.FileReader(capture) as reader:
            peak = at_the_peak(reader, contact_sheet.__file__)
    print("(line, bytes) at the peak:", peak)
