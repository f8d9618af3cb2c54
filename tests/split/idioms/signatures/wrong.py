def area(width: int, height: int = 1, unit: str = "m") -> str:
    """The area of a rectangle."""
    return f"{width * height} {unit}"


class Stack:
    """A stack."""

    def push(self, item, /):
        """Adds an item."""
        return self
