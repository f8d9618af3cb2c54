import gc
import hashlib
import importlib.util
import sys
import tracemalloc
from pathlib import Path

import contact_sheet
import pytest
import who_allocates

KEEPER = """
import elsewhere

kept = []

def keep():
    kept.append(bytearray(300_000))
    gone = bytearray(3_000_000)
    elsewhere.store(900_000)
    return [bytes(10_000 + n) for n in range(50)]

def pass_through():
    big = elsewhere.make(4_000_000)
    del big
    rest = [bytearray(50_000) for _ in range(20)]
    late = bytearray(2_500_000)
    return len(rest) + len(late)

def often(size):
    return bytearray(size)

def seldom(size):
    return bytearray(size)

def two_places():
    both = often(400_000), seldom(600_000)
    more = often(500_000)
    last = bytearray(700_000)
    return len(both) + len(more) + len(last)
"""

ELSEWHERE = """
stored = []

def store(size):
    stored.append(bytearray(size))

def make(size):
    return bytearray(size)
"""


@pytest.fixture
def keeper(tmp_path, monkeypatch):
    (tmp_path / "elsewhere.py").write_text(ELSEWHERE, encoding="utf-8")
    path = tmp_path / "keeper.py"
    path.write_text(KEEPER, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    spec = importlib.util.spec_from_file_location("keeper", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Recorded:
    """A capture by memray: which bytes, by which frames, the innermost first."""

    class Record:
        def __init__(self, size, *frames):
            self.size = size
            self.frames = frames

        def stack_trace(self):
            return list(self.frames)

    def __init__(self, peak, left):
        self.peak = peak
        self.left = left

    def get_high_watermark_allocation_records(self, merge_threads=True):
        return iter(self.peak)

    def get_leaked_allocation_records(self, merge_threads=True):
        return iter(self.left)


def capture(module, function, folder):
    """A reader of what memray says about the function.

    Memray needs /proc, which not every sandbox shows. Without it, this is what memray
    recorded for the file above.
    """
    if sys.platform != "linux" or Path("/proc/self/status").exists():
        import memray

        with memray.Tracker(folder / "capture.bin"):
            getattr(module, function)()
        return memray.FileReader(folder / "capture.bin")

    def record(size, line, *inner):
        return Recorded.Record(
            size, *inner, (function, module.__file__, line), ("run", "run.py", 7)
        )

    def often(size, line):
        return record(size, line, ("often", module.__file__, 20))

    seldom = ("seldom", module.__file__, 23)
    elsewhere = ("make", str(folder / "elsewhere.py"), 8)
    return {
        "pass_through": Recorded([record(4_000_001, 13, elsewhere)], []),
        "two_places": Recorded(
            [
                record(700_001, 28),
                often(400_001, 26),
                record(600_001, 26, seldom),
                often(500_001, 27),
            ],
            [],
        ),
        "keep": Recorded([record(3_000_001, 8), record(300_001, 7)], []),
    }[function]


def about(size):
    """Allocators add a little to each block."""
    return pytest.approx(size, rel=0.05)


def test_held_names_the_line(keeper):
    line, size = who_allocates.held(keeper.keep, keeper.__file__) or (None, 0)
    assert line == 10, (
        "keep() returns 500 kB that line 10 made, and line 7 stored 300 kB; what line 8 "
        "made is gone, and the 900 kB of another file do not count: not line "
        f"{line} with {size} bytes"
    )
    assert size == about(512_000), "all that the line made and is held must be added up"


def test_held_may_find_nothing(keeper):
    got = who_allocates.held(lambda: None, keeper.__file__)
    assert got is None, "when the file holds nothing, held must give None"


def test_held_stops_tracing(keeper):
    who_allocates.held(keeper.keep, keeper.__file__)
    tracing = tracemalloc.is_tracing()
    tracemalloc.stop()
    assert tracing is False, "tracing must be stopped: it makes everything slower"


def test_the_peak_names_the_line(keeper, tmp_path):
    reader = capture(keeper, "pass_through", tmp_path)
    line, size = who_allocates.at_the_peak(reader, keeper.__file__) or (None, 0)
    assert line == 13, (
        "line 13 holds 4 MB, more than is in use at any other moment, although they are "
        f"given back in the next line: not line {line} with {size} bytes"
    )
    assert size == about(4_000_000), "the bytes that the line has at the peak"


def test_the_peak_adds_up_what_a_line_has(keeper, tmp_path):
    reader = capture(keeper, "two_places", tmp_path)
    line, size = who_allocates.at_the_peak(reader, keeper.__file__) or (None, 0)
    assert line == 20, (
        "line 20 has 900 kB, made by two calls from different places, line 28 has 700 "
        f"kB and line 23 has 600 kB: not line {line} with {size} bytes"
    )
    assert size == about(900_000), "what a line made by several calls must be added up"


def test_the_peak_may_be_elsewhere(keeper, tmp_path):
    reader = capture(keeper, "keep", tmp_path)
    got = who_allocates.at_the_peak(reader, "another.py")
    assert got is None, (
        "when no line of the file had memory, at_the_peak must give None"
    )


def test_the_contact_sheet_is_the_same():
    small, checksum = contact_sheet.contact_sheet(3)
    pictures = [contact_sheet.load(number) for number in range(3)]
    assert small == [contact_sheet.shrink(picture) for picture in pictures], (
        "there must be a small copy of each picture, in order"
    )
    assert checksum == hashlib.sha256(b"".join(pictures)).hexdigest(), (
        "the checksum must be that of all bytes, one picture after the other"
    )


def test_an_empty_contact_sheet():
    assert contact_sheet.contact_sheet(0) == ([], hashlib.sha256(b"").hexdigest()), (
        "without pictures there is an empty list, and the checksum of no bytes"
    )


def test_pictures_are_as_before():
    picture = contact_sheet.load(258)
    assert picture == b"\x02" * contact_sheet.SIZE, "a picture must be what it was"
    assert len(contact_sheet.shrink(picture)) == 100, "a small copy has 100 bytes"
    assert contact_sheet.SIZE == 50_000, "a picture has 50 000 bytes"


def test_each_picture_is_loaded_once(monkeypatch):
    loaded = []

    def load(number):
        loaded.append(number)
        return bytes([number]) * contact_sheet.SIZE

    monkeypatch.setattr(contact_sheet, "load", load)
    contact_sheet.contact_sheet(4)
    assert loaded == [0, 1, 2, 3], "each picture must be loaded once, in order"


def peak_in_pictures(count):
    gc.collect()
    tracemalloc.start()
    result = contact_sheet.contact_sheet(count)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(result[0]) == count, "there must be a small copy of each picture"
    return (peak - held) / contact_sheet.SIZE


def test_only_a_few_pictures_are_in_memory():
    most = peak_in_pictures(100)
    assert most < 5, (
        "of 100 pictures, only a few may be in memory at the same time; at the peak it "
        f"was as much as {most:.0f} pictures"
    )
