"""Records for the grader: JSON lines on a descriptor of their own, and exceptions as plain data.

Shared by the programs beside it. It must not import anything that a learner's file could shadow after the job's folder
is on `sys.path`: everything is imported here, before that.
"""

import json
import linecache
import os
import sys
import types

PROTOCOL = 1
KEPT_TEXT = 16_000  # characters of a captured stream or message; the grader bounds bytes again
KEPT_FRAMES = 40


class Channel:
    """Writes one JSON object a line. A record goes out in one write, so that lines never mix."""

    def __init__(self, where):
        kind, _, rest = where.partition(":")
        if kind == "fd":
            self._fd = int(rest)
        else:
            self._fd = os.open(rest, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.set_inheritable(self._fd, False)
        # Bound once: a learner who patches json or os changes nothing here.
        self._write = os.write
        self._encode = json.JSONEncoder(ensure_ascii=False).encode
        self._owner = os.getpid()
        self._getpid = os.getpid

    def send(self, record, **fields):
        if self._getpid() != self._owner:  # a forked child of the learner's code reports nothing
            return
        # A lone surrogate has no place in UTF-8; it must not make the whole record unreadable.
        data = (self._encode({"record": record, **fields}) + "\n").encode("utf-8", "replace")
        while data:
            data = data[self._write(self._fd, data) :]


def shorten(text, limit=KEPT_TEXT):
    """The text, or its head and tail with a word on what is left out."""
    if len(text) <= limit:
        return text
    half = limit // 2
    return f"{text[:half]}\n… {len(text) - limit} characters left out …\n{text[-half:]}"


def safe_text(call, *args):
    """What `call` gives as text; a learner's broken `__str__` or `__repr__` must not break the report."""
    try:
        return str(call(*args))
    except Exception as error:
        return f"<{call.__name__} raised {type(error).__name__}>"


def class_name(cls):
    module = getattr(cls, "__module__", "builtins")
    name = getattr(cls, "__qualname__", "?")
    return name if module in ("builtins", "__main__") else f"{module}.{name}"


def relative(path, folder):
    """`path` below `folder` with `/`, or unchanged elsewhere."""
    prefix = folder.rstrip(os.sep) + os.sep
    if path.startswith(prefix):
        path = path[len(prefix) :]
    return path.replace(os.sep, "/")


class Describer:
    """Turns exceptions into plain data, without frames of the harness."""

    def __init__(self, folder, hidden):
        self._folder = folder
        self._hidden = tuple(hidden)

    def exception(self, error, depth=0):
        cls = type(error)
        described = {
            "class": class_name(cls),
            "bases": [class_name(base) for base in cls.__mro__[1:] if base is not object],
            "message": shorten(safe_text(str, error)),
            "frames": self._frames(error.__traceback__) + getattr(error, "_prolings_frames", []),
            "syntax": self._syntax(error),
            "cause": None,
        }
        cause = error.__cause__
        if cause is None and not error.__suppress_context__:
            cause = error.__context__
        if cause is not None and depth < 3:
            described["cause"] = self.exception(cause, depth + 1)
        return described

    def _frames(self, tb):
        frames = []
        while tb is not None:
            code = tb.tb_frame.f_code
            if not code.co_filename.startswith(self._hidden):
                frames.append((code.co_filename, tb.tb_lineno, code.co_name))
            tb = tb.tb_next
        if len(frames) > KEPT_FRAMES:
            frames = frames[:5] + frames[-(KEPT_FRAMES - 5) :]
        return [
            {
                "file": relative(os.path.abspath(file), self._folder),
                "line": line or 0,
                "function": function,
                "source": linecache.getline(file, line or 0).strip() or None,
            }
            for file, line, function in frames
        ]

    def _syntax(self, error):
        if not isinstance(error, SyntaxError) or error.filename is None:
            return None
        if error.lineno is None:
            return None
        end = getattr(error, "end_offset", None)
        same_line = getattr(error, "end_lineno", error.lineno) == error.lineno
        text = error.text.rstrip("\n") if isinstance(error.text, str) else None
        return {
            "file": relative(os.path.abspath(error.filename), self._folder),
            "line": max(error.lineno, 1),
            "column": error.offset if error.offset and error.offset > 0 else None,
            "end_column": end if end and end > 0 and same_line else None,
            "text": text,
        }


def begin(where):
    """Opens the channel, makes the job's folder importable and says that the learner's code comes next."""
    import faulthandler

    # The grader sends SIGABRT at the time limit; the stacks go to the real error stream, whatever is captured later.
    faulthandler.enable(file=os.dup(2))
    # multiprocessing's spawn runs the main module's file again in each child: ours is none of the learner's.
    sys.modules["__main__"] = types.ModuleType("__main__")
    channel = Channel(where)
    folder = os.getcwd()
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.insert(0, folder)
    channel.send("started", protocol=PROTOCOL)
    return channel, folder, here
