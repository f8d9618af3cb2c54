import functools
import zlib

from sinks import FileSink


class Counting:
    """Wraps a sink and counts the bytes."""

    def __init__(self, inner):
        self.inner = inner
        self.count = 0

    def write(self, data):
        self.count += len(data)
        return self.inner.write(data)

    def close(self):
        self.inner.close()


class Compressing:
    """Wraps a sink and compresses what goes into it."""

    def __init__(self, inner):
        self.inner = inner
        self.compressor = zlib.compressobj()

    def write(self, data):
        self.inner.write(self.compressor.compress(data))
        return len(data)

    def close(self):
        self.inner.write(self.compressor.flush())
        self.inner.close()


class counted:
    """Count the calls of a function in its attribute `calls`."""

    calls = 0

    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, *args, **kwargs):
        counted.calls += 1
        return self.function(*args, **kwargs)


# each is one of "pattern" and "syntax"
WHICH = {
    "chosen for each object while the program runs": "pattern",
    "chosen once, where the function is defined": "syntax",
    "can be left out for some objects of the same class": "pattern",
    "all callers get the new behaviour": "syntax",
}


if __name__ == "__main__":
    sink = Counting(Compressing(FileSink("data.bin")))
    sink.write(b"hello " * 100)
    sink.close()
    print(sink.count)
