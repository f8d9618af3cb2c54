"""Where the defaults come from. Think of a file, or of a server."""


def load_defaults():
    """Return a new dict with the defaults."""
    return {"colour": "blue", "size": 10}
