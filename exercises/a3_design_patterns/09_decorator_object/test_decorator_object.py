import zlib

import decorator_object
import pytest
from decorator_object import WHICH, counted
from sinks import FileSink


class Memory:
    """A sink that keeps everything; it is no file and no subclass of anything."""

    def __init__(self):
        self.data = b""
        self.pieces = []
        self.closed = 0

    def write(self, data):
        assert self.closed == 0, "nothing can be written into a sink that is closed"
        self.data += bytes(data)
        self.pieces.append(bytes(data))
        return len(data)

    def close(self):
        self.closed += 1


class Stingy(Memory):
    """Takes three bytes at a time."""

    def write(self, data):
        return super().write(data[:3])


def wrapped(name, inner):
    """Put the sink into a wrapper, and say so when that is refused."""
    try:
        return getattr(decorator_object, name)(inner)
    except TypeError as error:
        pytest.fail(
            f"{name} must wrap any sink that it is given: {error}", pytrace=False
        )


def unpacked(data):
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(data)
    except zlib.error as error:
        pytest.fail(f"what came out is no zlib stream: {error}", pytrace=False)
    if reader.unused_data:
        pytest.fail("a reader finds only the first piece of the data", pytrace=False)
    if not reader.eof:
        pytest.fail("the end of the data is missing", pytrace=False)
    return text


def test_counting_counts_what_is_written():
    memory = Memory()
    sink = wrapped("Counting", memory)
    assert sink.count == 0, "nothing was written yet"
    sink.write(b"abc")
    sink.write(b"")
    sink.write(b"defgh")
    assert sink.count == 8, "count must be the number of all bytes that were written"
    assert memory.data == b"abcdefgh", "the data must arrive in the inner sink as it is"


def test_counting_returns_what_the_inner_sink_returns():
    sink = wrapped("Counting", Stingy())
    assert sink.write(b"abcde") == 3, (
        "write must return what the write of the inner sink returned"
    )


def test_compressed_data_can_be_read():
    memory = Memory()
    sink = wrapped("Compressing", memory)
    for piece in (b"hello " * 100, b"", b"world"):
        sink.write(piece)
    sink.close()
    assert unpacked(memory.data) == b"hello " * 100 + b"world", (
        "what was written must come out when the data are unpacked"
    )
    assert len(memory.data) < 100, "the data must be compressed"


def test_compressing_returns_how_much_it_was_given():
    sink = wrapped("Compressing", Memory())
    got = [sink.write(b"hello " * 100), sink.write(b""), sink.write(b"abc")]
    assert got == [600, 0, 3], (
        "write must return how many bytes it took, not how many came out"
    )


@pytest.mark.parametrize("name", ["Counting", "Compressing"])
def test_closing_reaches_the_innermost(name):
    memory = Memory()
    wrapped(name, wrapped("Counting", memory)).close()
    assert memory.closed == 1, "closing a wrapper must close what it wraps, once"


def test_wrappers_can_be_put_together_in_any_order():
    plain, packed = Memory(), Memory()
    inside = wrapped("Counting", packed)
    outside = wrapped("Counting", wrapped("Compressing", inside))
    outside.write(b"hello " * 100)
    outside.close()
    assert outside.count == 600, "outside, the plain bytes must be counted"
    assert inside.count == len(packed.data), "inside, the compressed bytes count"
    assert unpacked(packed.data) == b"hello " * 100, "the data must arrive"
    twice = wrapped("Compressing", wrapped("Compressing", plain))
    twice.write(b"hello")
    twice.close()
    assert unpacked(unpacked(plain.data)) == b"hello", (
        "even the same wrapper may be used twice"
    )


def test_a_file_can_be_wrapped(tmp_path):
    path = tmp_path / "data.z"
    file = FileSink(path)
    sink = wrapped("Compressing", file)
    sink.write(b"hello")
    sink.close()
    assert file.file.closed, "the file must be closed"
    assert unpacked(path.read_bytes()) == b"hello", "the data must be in the file"


def test_objects_are_apart():
    first, second = (wrapped("Counting", Memory()) for _ in range(2))
    first.write(b"abc")
    assert (first.count, second.count) == (3, 0), "each sink has its own count"


def test_counted_counts_the_calls():
    @counted
    def add(a, b=1):
        return a + b

    assert getattr(add, "calls", None) == 0, (
        "before the first call, `calls` of the decorated function must be 0"
    )
    add(1)
    add(2, b=3)
    assert add.calls == 2, "each call must be counted, whatever its arguments"


def test_counted_gives_what_the_function_gives():
    @counted
    def listed(*values, **named):
        return [values, named]

    got = listed(1, 2, key="x")
    assert got == [(1, 2), {"key": "x"}], (
        "the decorated function must give back what the function returns for these "
        "arguments"
    )


def test_a_call_that_fails_counts():
    @counted
    def fail():
        raise LookupError("nothing there")

    for _ in range(2):
        with pytest.raises(LookupError, match="nothing there"):
            fail()
    assert getattr(fail, "calls", None) == 2, "a call that fails must be counted, too"


def test_each_function_has_its_own_count():
    @counted
    def one():
        pass

    @counted
    def two():
        pass

    if not hasattr(one, "calls"):
        pytest.fail("a counted function must have the attribute calls", pytrace=False)
    one()
    one()
    two()
    assert one.calls == 2, (
        "calls of one must not change because another function was called"
    )
    assert two.calls == 1, "calls of two must not change because one was called"


def test_a_counted_function_keeps_its_name():
    @counted
    def area(width):
        """The area of a square."""

    def plain():
        pass

    decorated = counted(plain)
    assert decorated is not plain, (
        "counted must return a new function; the one that it was given stays as it was"
    )
    assert not hasattr(plain, "calls"), "the function itself must stay as it was"
    assert (area.__name__, area.__doc__) == ("area", "The area of a square."), (
        "the decorated function must keep its name and its docstring"
    )


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        pytest.param(
            "chosen for each object while the program runs", "pattern", id="each_object"
        ),
        pytest.param("chosen once, where the function is defined", "syntax", id="once"),
        pytest.param(
            "can be left out for some objects of the same class",
            "pattern",
            id="left_out",
        ),
        pytest.param("all callers get the new behaviour", "syntax", id="all_callers"),
    ],
)
def test_which_is_which(question, wanted):
    answer = WHICH.get(question)
    if answer not in ("pattern", "syntax"):
        pytest.fail(f'WHICH[{question!r}] must be "pattern" or "syntax"', pytrace=False)
    if answer != wanted:
        pytest.fail(f"WHICH[{question!r}] is not {answer!r}", pytrace=False)
