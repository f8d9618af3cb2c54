from contextlib import contextmanager


class Log:
    def __init__(self, swallow=False):
        self.lines, self.swallow = [], swallow

    def __enter__(self):
        self.lines.append("enter")
        return self

    def __exit__(self, kind, error, trace):
        self.lines.append("exit" if kind is None else f"exit {kind.__name__}")
        return self.swallow


@contextmanager
def tag(name, out):
    out.append(f"<{name}>")
    try:
        yield name.upper()
    finally:
        out.append(f"</{name}>")
