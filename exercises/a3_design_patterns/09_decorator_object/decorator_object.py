import zlib

from sinks import FileSink


class Counting(FileSink):
    """A sink that counts the bytes."""

    def __init__(self, path):
        super().__init__(path)
        self.count = 0

    def write(self, data):
        self.count += len(data)
        return super().write(data)


class Compressing(FileSink):
    """A sink that compresses."""

    def __init__(self, path):
        super().__init__(path)
        self.compressor = zlib.compressobj()

    def write(self, data):
        return super().write(self.compressor.compress(data))


def counted(function):
    """Count the calls of a function in its attribute `calls`."""
    return function


# each is one of "pattern" and "syntax"
WHICH = {
    "chosen for each object while the program runs": "",
    "chosen once, where the function is defined": "",
    "can be left out for some objects of the same class": "",
    "all callers get the new behaviour": "",
}


if __name__ == "__main__":
    sink = Counting("data.bin")
    sink.write(b"hello " * 100)
    sink.close()
    print(sink.count)
