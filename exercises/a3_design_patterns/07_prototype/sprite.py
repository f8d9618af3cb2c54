class Sprite:
    """A picture. Think of some megabytes, on the graphics card."""

    def __init__(self, file):
        self.file = file
        self.pixels = bytearray(64)

    def __repr__(self):
        return f"Sprite({self.file!r})"
