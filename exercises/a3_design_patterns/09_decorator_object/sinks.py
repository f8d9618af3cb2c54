"""Where data can go."""


class FileSink:
    """Writes to a file."""

    def __init__(self, path):
        self.file = open(path, "wb")

    def write(self, data):
        return self.file.write(data)

    def close(self):
        self.file.close()
