"""What the two halves of a split run say to each other: frames, and values as plain data.

The judge runs the tests and never the learner's code; the worker runs the learner's code and never sees the tests. Each
asks the other over a socket: a frame is four bytes of length (big-endian) and that many bytes of JSON. Both sides take
what comes for hostile: a frame that is too long, malformed or out of turn is a `WireError`, and nothing of it is used.

None, bool, int, float and str travel as themselves. Everything else is a list that begins with its kind:

    ["i", HEX]                large int           ["b", HEX]              bytes
    ["t", ITEMS]              tuple               ["z", ITEMS]            frozenset
    ["k", NUMBER]             list, dict, set or bytearray: its content stands in the frame's `cells`
    ["v", NAME, ARGUMENTS]    a value of the standard library's (Decimal, date, Path, …)
    ["n", NAME]               a class, function or exception that both sides have
    ["r", NUMBER, KIND, …]    an object of the sender's, which stays there
    ["o", NUMBER]             an object of the receiver's, given back

Containers that can be changed keep their identity: both sides hold one of the same number, and each frame tells what
has changed in those that both still use. Only exact types are plain data: an object of a subclass stays where it is.
"""

import collections
import datetime
import decimal
import fractions
import json
import pathlib
import struct
import sys
import uuid

FRAME = 4 * 1024 * 1024  # bytes of a frame
DEPTH = 60
ITEMS = 200_000  # values in a frame
CELLS = {"l": list, "d": dict, "s": set, "B": bytearray}
CELL_KINDS = {kind: name for name, kind in CELLS.items()}


# Exceptions of the standard library's that both sides have, beside the builtin ones.
EXCEPTIONS = """json.decoder.JSONDecodeError asyncio.exceptions.CancelledError asyncio.exceptions.InvalidStateError
asyncio.exceptions.IncompleteReadError asyncio.queues.QueueEmpty asyncio.queues.QueueFull _queue.Empty queue.Full
dataclasses.FrozenInstanceError decimal.InvalidOperation decimal.DivisionByZero subprocess.CalledProcessError
subprocess.TimeoutExpired threading.BrokenBarrierError concurrent.futures._base.InvalidStateError csv.Error
_csv.Error struct.error binascii.Error configparser.Error zipfile.BadZipFile sqlite3.Error sqlite3.IntegrityError
sqlite3.OperationalError re.error re.PatternError pickle.PicklingError pickle.UnpicklingError""".split()


class WireError(Exception):
    """The other side broke the rules, or is gone."""


class Unsendable(TypeError):
    """A value that cannot be told to the other side."""


class Line:
    """Frames over a socket."""

    def __init__(self, socket):
        self._socket = socket
        self._encode = json.JSONEncoder(check_circular=False).encode
        self._decode = json.JSONDecoder(parse_constant=float).decode

    def send(self, message):
        body = self._encode(message).encode("ascii")
        if len(body) > FRAME:
            raise Unsendable(f"more than {FRAME // 2**20} MiB of data in one call")
        try:
            self._socket.sendall(struct.pack(">I", len(body)) + body)
        except OSError:
            raise WireError("the program ended early") from None

    def receive(self):
        (length,) = struct.unpack(">I", self._exactly(4))
        if length > FRAME:
            raise WireError("an answer of the program was too long")
        try:
            message = self._decode(self._exactly(length).decode("ascii"))
        except (ValueError, RecursionError):
            raise WireError("an answer of the program was no answer") from None
        if type(message) is not dict:
            raise WireError("an answer of the program was no answer")
        return message

    def close(self):
        """Nothing more will be asked: the other side need not wait for the end of this process."""
        try:
            self._socket.shutdown(2)  # both ways, also where a test's child process holds it
        except OSError:
            pass
        self._socket.close()

    def _exactly(self, count):
        parts = []
        while count:
            try:
                part = self._socket.recv(min(count, 1 << 20))
            except TimeoutError:
                raise WireError("the program did not answer in time") from None
            except OSError:
                part = b""
            if not part:
                raise WireError("the program ended early")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


def _datetime(text, fold):
    return datetime.datetime.fromisoformat(text).replace(fold=fold)


def _texts(value):
    return (str(value),)


def _iso(value):
    return (value.isoformat(),)


# Types of the standard library whose values are data: how each is told, and how it is made again.
VALUES = {
    "complex": (complex, lambda v: (v.real, v.imag), complex),
    "range": (range, lambda v: (v.start, v.stop, v.step), range),
    "slice": (slice, lambda v: (v.start, v.stop, v.step), slice),
    "Decimal": (decimal.Decimal, _texts, decimal.Decimal),
    "Fraction": (fractions.Fraction, lambda v: (v.numerator, v.denominator), fractions.Fraction),
    "date": (datetime.date, _iso, datetime.date.fromisoformat),
    "datetime": (datetime.datetime, lambda v: (v.isoformat(), v.fold), _datetime),
    "time": (datetime.time, _iso, datetime.time.fromisoformat),
    "timedelta": (datetime.timedelta, lambda v: (v.days, v.seconds, v.microseconds), datetime.timedelta),
    "UUID": (uuid.UUID, _texts, uuid.UUID),
    "PosixPath": (pathlib.PosixPath, _texts, pathlib.PosixPath),
    "PurePosixPath": (pathlib.PurePosixPath, _texts, pathlib.PurePosixPath),
    "deque": (collections.deque, lambda v: (list(v), v.maxlen), collections.deque),
    "Counter": (collections.Counter, lambda v: (dict(v),), collections.Counter),
    "OrderedDict": (collections.OrderedDict, lambda v: (list(v.items()),), collections.OrderedDict),
}
VALUE_NAMES = {kind: name for name, (kind, _, _) in VALUES.items()}


class Numbered:
    """Objects that the other half knows by number. They live as long as the run, so that no number gets another one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._objects, self._known = {}, {}

    def number(self, value):
        known = self._known.get(id(value))
        if known is None:
            known = len(self._objects) + 1
            self._objects[known] = value
            self._known[id(value)] = known
        return known


class Codec:
    """Turns values into JSON and back. What stays on its side is the business of `export` and `foreign`."""

    def __init__(self, first):
        self._next = first  # one side counts odd numbers, the other even ones
        self._numbers = {}
        self._cells = {}
        self._told = {}
        self._paths = None

    # ---- out

    def pack(self, **fields):
        """A message with its values told: those of `values`, and what else has changed since the last message."""
        self._count, self._fresh = 0, []
        message = dict(fields)
        for name in ("value", "args", "members"):
            if name in message:
                message[name] = self.tell(message[name])
        if "patch" in message:
            message["patch"] = [[module, name, self.tell(value)] for module, name, value in message["patch"]]
        if "seed" in message:
            message["seed"] = self.tell(message["seed"])
        if "kwargs" in message:
            message["kwargs"] = [[name, self.tell(value)] for name, value in message["kwargs"].items()]
        for number in list(self._cells):
            self._tell_cell(number)
        drop = self._unused()
        told = set()
        cells = []
        for number in self._fresh:
            if number not in told:
                told.add(number)
                cells.append([number, CELL_KINDS[type(self._cells[number])], self._told[number]])
        for number in drop:
            self._forget(number)
        if cells:
            message["cells"] = cells
        if drop:
            message["drop"] = drop
        return message

    def tell(self, value, depth=0):
        self._count += 1
        if self._count > ITEMS or depth > DEPTH:
            raise Unsendable("too much data, or data too deeply nested, in one call")
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is str:
            return self.path_out(value)
        if kind is int:
            return value if -(2**63) < value < 2**63 else ["i", format(value, "x")]
        if kind in (tuple, frozenset):
            return ["t" if kind is tuple else "z", [self.tell(item, depth + 1) for item in value]]
        if kind in CELL_KINDS:
            return ["k", self._cell(value)]
        if kind is bytes:
            return ["b", value.hex()]
        name = VALUE_NAMES.get(kind)
        if name is not None:
            arguments = VALUES[name][1](value)
            return ["v", name, [self.tell(item, depth + 1) for item in arguments]]
        return self.export(value)

    def _cell(self, value):
        number = self._numbers.get(id(value))
        if number is None:
            number, self._next = self._next, self._next + 2
            self._numbers[id(value)] = number
            self._cells[number] = value
            self._tell_cell(number)
        return number

    def _tell_cell(self, number):
        value = self._cells[number]
        if type(value) is dict:
            content = [[self.tell(key), self.tell(item)] for key, item in value.items()]
        elif type(value) is bytearray:
            content = value.hex()
        else:
            content = [self.tell(item) for item in value]
        if self._told.get(number) != content:
            self._told[number] = content
            self._fresh.append(number)

    def _unused(self):
        """Containers that nobody but this codec holds any more."""
        # `_cells` and the question itself.
        return [number for number in self._cells if sys.getrefcount(self._cells[number]) <= 2]

    def _forget(self, number):
        value = self._cells.pop(number, None)
        if value is not None:
            self._numbers.pop(id(value), None)
            self._told.pop(number, None)

    # ---- in

    def unpack(self, message, names=("value",)):
        """The message with its values made again, and what has changed put into containers that are known."""
        try:
            self._count = 0
            cells = message.get("cells", [])
            for number, kind, _ in cells:
                if type(number) is not int or kind not in CELLS:
                    raise WireError("an answer of the program was malformed")
                if number not in self._cells:
                    if number % 2 == self._next % 2:  # a number that only this side gives
                        raise WireError("an answer of the program was malformed")
                    self._cells[number] = CELLS[kind]()
                    self._numbers[id(self._cells[number])] = number
                elif type(self._cells[number]) is not CELLS[kind]:
                    raise WireError("an answer of the program was malformed")
            contents = [(number, self._content(number, content)) for number, _, content in cells]
            for number, content in contents:
                self._fill(self._cells[number], content)
                self._told[number] = [item for cell, _, item in cells if cell == number][-1]
            values = [self._named(message) if name == "kwargs" else self.make(message.get(name)) for name in names]
            for number in message.get("drop", []):
                self._forget(number)
        except (WireError, Unsendable):
            raise
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError) as why:
            raise WireError(f"an answer of the program was malformed ({type(why).__name__})") from None
        return values

    def _named(self, message):
        return {str(name): self.make(value) for name, value in message.get("kwargs", [])}

    def _content(self, number, content):
        kind = type(self._cells[number])
        if kind is bytearray:
            return bytes.fromhex(content)
        if kind is dict:
            return [(self.make(key), self.make(item)) for key, item in content]
        return [self.make(item) for item in content]

    @staticmethod
    def _fill(cell, content):
        if type(cell) in (list, bytearray):
            cell[:] = content
        else:
            cell.clear()
            cell.update(content)

    def make(self, told, depth=0):
        self._count += 1
        if self._count > ITEMS or depth > DEPTH:
            raise WireError("an answer of the program was too large or too deep")
        kind = type(told)
        if told is None or kind in (bool, int, float):
            return told
        if kind is str:
            return self.path_in(told)
        if kind is not list:
            raise WireError("an answer of the program was malformed")
        tag, *rest = told
        if tag == "i":
            return int(rest[0], 16)
        if tag == "b":
            return bytes.fromhex(rest[0])
        if tag in ("t", "z"):
            items = [self.make(item, depth + 1) for item in rest[0]]
            return tuple(items) if tag == "t" else frozenset(items)
        if tag == "k":
            return self._cells[rest[0]]
        if tag == "v":
            name, arguments = rest
            return VALUES[name][2](*[self.make(item, depth + 1) for item in arguments])
        return self.foreign(tag, rest)

    # ---- what each side does its own way

    def export(self, value):
        raise Unsendable(f"a {type(value).__name__} cannot be told")

    def foreign(self, tag, rest):
        raise WireError("an answer of the program was malformed")

    # ---- folders for temporary files have other names on the other side

    def folders(self, here, there):
        self._paths = (here, there)

    def path_out(self, text):
        if self._paths and self._paths[0] in text:
            return text.replace(*self._paths)
        return text

    def path_in(self, text):
        if self._paths and self._paths[1] in text:
            return text.replace(self._paths[1], self._paths[0])
        return text
