"""The half of a split run that loads the learner's code and answers what the tests ask of it.

    python -s -B prolings_split_worker.py JUDGE_TMP < LINK

It knows nothing of the tests. What it says is believed by nobody: that it is told well here is for honest programs.
"""

import builtins
import copy
import faulthandler
import importlib
import inspect
import io
import os
import random
import socket
import sys
import tempfile
import threading
import types

import prolings_records as records
import prolings_split_awaiting as awaiting
import prolings_split_files as files
import prolings_split_guest as guest
import prolings_split_wire as wire

CONTENT = (str, int, float, complex, bytes, tuple, frozenset)
CONTAINERS = (list, dict, set)
BY_NAME = (object, type(None), bool, range, bytearray, *CONTENT, *CONTAINERS)
CALLED = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, type(len), types.MethodWrapperType)
ERROR_FIELDS = {
    OSError: ("errno", "strerror", "filename", "filename2"),
    SyntaxError: ("msg", "lineno", "offset", "text", "end_lineno", "end_offset", "filename"),
    ImportError: ("msg", "name"),
    NameError: ("name",),
    AttributeError: ("name",),
}
SPECIALS = guest.SPECIALS + ["__eq__", "__ne__", "__hash__"]
MEMBERS = (property, classmethod, staticmethod)
MEMBERS_TOLD = 50


class Printed(io.TextIOWrapper):
    """Standard output or error: kept until the next frame takes it along."""

    def __init__(self, most):
        self._kept, self._most, self._total = io.BytesIO(), most, 0
        super().__init__(self._kept, "utf-8", "backslashreplace", write_through=True)

    def write(self, text):
        self._total += len(text)
        if self._total > self._most:
            raise OSError("too much was printed")
        return super().write(text)

    def take(self):
        if not self._kept.tell():
            return ""
        self.flush()
        text = self._kept.getvalue().decode("utf-8", "replace")
        self._kept.seek(0)
        self._kept.truncate()
        return text


class Worker(awaiting.Awaiting, wire.Numbered, wire.Codec):
    def __init__(self, line, folder, tmp, judge_tmp):
        super().__init__(first=2)
        self._line, self.folder = line, folder
        self._lock = threading.RLock()
        self._busy = False
        self._asked = 0
        self._described, self._fresh_numbers = set(), []
        self._patched, self._replaced = {}, {}
        self._guests = guest.Guests(self)
        here = os.path.dirname(os.path.abspath(__file__))
        self._describe = records.Describer(folder, [here, "<frozen importlib"]).exception
        self.out, self.err = sys.stdout, sys.stderr = Printed(8 << 20), Printed(8 << 20)
        self.folders(tmp, judge_tmp)
        self._files = files.Files(tmp)

    # ---- frames

    def serve(self):
        while True:
            with self._lock:
                self._answer(self._line.receive())

    def _answer(self, message):
        number, op = message["ask"], message["op"]
        outer, self._busy = self._busy, True
        try:
            value, args, kwargs = self.unpack(message, ("value", "args", "kwargs"))
            self._settle(message)
            value = getattr(self, f"do_{op}")(message, value, args or (), kwargs)
            members = self._members(value) if op == "import" else {}
            self._send(answer=number, value=value, **members)
        except wire.WireError:
            os._exit(1)
        except BaseException as error:
            told = self.tell_error(error)
            error = None
            self._send(answer=number, raised=told)
        finally:
            self._busy = outer

    def _send(self, **fields):
        self._fresh_numbers = []
        changes = self._files.changes()
        if changes:
            fields["files"] = changes
        for name, stream in (("out", self.out), ("err", self.err)):
            text = stream.take()
            if text:
                fields[name] = text
        self._line.send(self.pack(**fields))
        self._described.update(self._fresh_numbers)

    def ask(self, op, number, name=None, value=None, args=(), kwargs=None):
        """What one of the test's objects says."""
        with self._lock:
            if not self._busy:
                raise RuntimeError("the tests have gone on: this object of theirs cannot be used any more")
            self._asked += 1
            asked = self._asked
            self._send(ask=asked, op=op, id=number, name=name, value=value, args=tuple(args), kwargs=kwargs or {})
            while True:
                message = self._line.receive()
                if "ask" not in message:
                    break
                self._answer(message)
            (result,) = self.unpack(message)
            self._settle(message)
            if "raised" in message:
                told = message["raised"]
                raise self._objects[told["back"]] if "back" in told else self._guests.error(told["own"], told)
            return result

    def _settle(self, message):
        """What tests have changed around the program."""
        self._files.apply(message.get("files", ()))
        if "cwd" in message:
            os.chdir(self.path_in(message["cwd"]) or self.folder)
        for name, value in message.get("environ", ()):
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = self.path_in(value)
        if "argv" in message:
            sys.argv[:] = message["argv"]
        for module, name, value in message.get("patch", ()):
            found = importlib.import_module(module)
            self._patched.setdefault((module, name), getattr(found, name))
            setattr(found, name, self.make(value))
        for module, name in message.get("restore", ()):
            setattr(sys.modules[module], name, self._patched.pop((module, name)))
        if "seed" in message:
            random.seed(self.make(message["seed"]))

    @staticmethod
    def _members(module):
        """A module's own functions and classes, which tests import from it next: told with it.

        Not those whose metaclass may have a say in it: nothing of the learner's is to run that no test asked for.
        """
        if type(module) is not types.ModuleType or "__getattr__" in vars(module):
            return {}
        plain = [pair for pair in vars(module).items() if type(pair[1]) in (type, types.FunctionType)]
        own = [(name, value) for name, value in plain if value.__module__ == module.__name__ and name[:1] != "_"]
        return {"members": tuple(own[:MEMBERS_TOLD])}

    # ---- what tests ask

    def do_import(self, message, *_):
        return importlib.import_module(message["name"])

    def do_reload(self, message, *_):
        return importlib.reload(self._objects[message["id"]])

    def do_get(self, message, *_):
        return getattr(self._objects[message["id"]], message["name"])

    def do_set(self, message, value, *_):
        owner, name = self._objects[message["id"]], message["name"]
        if isinstance(owner, (type, types.ModuleType)):
            self._replaced.setdefault((id(owner), name), vars(owner).get(name, self))
        setattr(owner, name, value)

    def do_del(self, message, *_):
        """Deleting what a test has set brings back what was there: that is how patches of classes are undone."""
        owner, name = self._objects[message["id"]], message["name"]
        before = self._replaced.pop((id(owner), name), self)
        if before is self:
            delattr(owner, name)
        else:
            setattr(owner, name, before)

    def do_call(self, message, _, args, kwargs):
        return self._objects[message["id"]](*args, **kwargs)

    def do_special(self, message, _, args, kwargs):
        owner, name = self._objects[message["id"]], message["name"]
        if name in ("__exit__", "__aexit__") and args[1] is not None:
            args = (type(args[1]), args[1], args[1].__traceback__)
        method = getattr(type(owner), name, None)
        if method is None and name == "__getitem__":
            return owner[args[0]]
        return method(owner, *args)

    def do_vars(self, message, *_):
        held = dict(vars(self._objects[message["id"]]))
        held.pop("__builtins__", None)  # each side has its own
        return held

    def do_dir(self, message, *_):
        return [str(name) for name in dir(self._objects[message["id"]])]

    def do_copy(self, message, *_):
        return (copy.deepcopy if message["deep"] else copy.copy)(self._objects[message["id"]])

    def do_content(self, message, *_):
        owner = self._objects[message["id"]]
        base = next(base for base in CONTAINERS if isinstance(owner, base))
        return dict(dict.items(owner)) if base is dict else base(base.__iter__(owner))

    def do_signature(self, message, *_):
        try:
            found = inspect.signature(self._objects[message["id"]])
        except (TypeError, ValueError):
            return None
        empty = inspect.Parameter.empty

        def maybe(value):
            return [] if value is empty else [value]

        parameters = [
            [one.name, int(one.kind), maybe(one.default), maybe(one.annotation)] for one in found.parameters.values()
        ]
        return [parameters, maybe(found.return_annotation)]

    def do_derive(self, message, members, bases, kwargs):
        return types.new_class(message["name"], bases, kwargs, lambda namespace: namespace.update(members))

    def do_members(self, message, *_):
        members = vars(self._objects[message["id"]]).items()
        return [name for name, value in members if callable(value) or isinstance(value, MEMBERS)]

    def do_member(self, message, cls, *_):
        """What `super()` finds: the method as this class has it, for that object."""
        owner = self._objects[message["id"]]
        return vars(cls)[message["name"]].__get__(owner, type(owner))

    # ---- values

    def foreign(self, tag, rest):
        if tag == "o":
            return self._objects[rest[0]]
        if tag == "n":
            module, name = rest
            found = importlib.import_module(module)
            for part in name.split("."):
                found = getattr(found, part)
            return found
        return self._guests.make(*rest)

    def export(self, value):
        theirs = self._guests.number(value)
        if theirs is not None:
            return ["o", theirs]
        if value is NotImplemented or value is Ellipsis:
            return ["n", repr(value)]
        if isinstance(value, type):
            name = self._shared_name(value)
            if name:
                return ["n", name]
        number = self.number(value)
        if number in self._described:
            return ["r", number, "known"]
        self._fresh_numbers.append(number)
        if isinstance(value, type):
            return ["r", number, "class", self._tell_class(value)]
        if isinstance(value, types.ModuleType):
            return ["r", number, "module", value.__name__]
        if isinstance(value, BaseException):
            return ["r", number, "fault", self.tell_error(value)]
        told = ["r", number, "object", self.tell(type(value))]
        base = next((base for base in CONTENT if isinstance(value, base)), None)
        return [*told, self.tell(content(base, value))] if base else told

    @staticmethod
    def _shared_name(cls):
        if cls in BY_NAME or (issubclass(cls, BaseException) and vars(builtins).get(cls.__name__) is cls):
            return cls.__name__
        name = f"{cls.__module__}.{cls.__qualname__}"
        return name if name in wire.EXCEPTIONS and issubclass(cls, BaseException) else None

    def _tell_class(self, cls):
        doc = cls.__dict__.get("__doc__")
        kind = "called" if cls in CALLED else ""
        if hasattr(cls, "__await__") and hasattr(cls, "send"):
            kind = "awaited"
        return {
            "name": cls.__name__,
            "qualname": cls.__qualname__,
            "module": str(cls.__module__),
            "bases": [self.tell(base) for base in cls.__bases__],
            "kind": kind,
            "specials": [
                name for name in SPECIALS if getattr(cls, name, None) not in (None, getattr(object, name, None))
            ],
            "content": next((base.__name__ for base in CONTAINERS if issubclass(cls, base)), ""),
            "unhashable": cls.__hash__ is None,
            "doc": doc if type(doc) is str else None,
        }

    # ---- exceptions

    def tell_error(self, error, depth=0):
        theirs = self._guests.number(error)
        if theirs is not None:
            return {"own": theirs}
        attributes = {}
        for kind, names in ERROR_FIELDS.items():
            if isinstance(error, kind):
                given = ((name, getattr(error, name)) for name in names)
                attributes.update((name, value) for name, value in given if value is not None)
        attributes.update(vars(error))
        if type(attributes.get("filename")) is str:
            attributes["filename"] = records.relative(os.path.abspath(attributes["filename"]), self.folder)
        number = self.number(error)
        self._count = 0
        told = {
            "id": number,
            "class": self._try_tell(type(error), "Exception"),
            "args": self._try_tell(tuple(error.args), ()),
            "text": self.path_out(records.safe_text(str, error)[:16_000]),
            "attributes": [
                [name, value]
                for name, value in ((n, self._try_tell(v, self)) for n, v in attributes.items())
                if value is not self
            ],
            "frames": [
                [one["file"], one["line"], one["function"], one["source"]] for one in self._describe(error, 3)["frames"]
            ],
        }
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if cause is not None and depth < 2:
            told_cause = self.tell_error(cause, depth + 1)
            if "own" not in told_cause:
                told["cause"] = told_cause
        return told

    def _try_tell(self, value, otherwise):
        try:
            return self.tell(value)
        except Exception:
            return ["n", otherwise] if type(otherwise) is str else ["t", []] if otherwise == () else otherwise


def content(base, value):
    """The value's content as exactly its base, whatever its class makes of it."""
    if base is tuple:
        return tuple(list(tuple.__iter__(value)))
    if base is frozenset:
        return frozenset(frozenset.__iter__(value))
    if base is bytes:
        return bytes.__getitem__(value, slice(None))
    return {str: str.__str__, int: int.__int__, float: float.__float__, complex: complex.__complex__}[base](value)


def serve(judge_tmp):
    """Answers what comes over standard input until the tests are over."""
    faulthandler.enable(file=os.dup(2))
    line = wire.Line(socket.socket(fileno=os.dup(0)))
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    tempfile.tempdir = tempfile._name_sequence = None
    folder = os.getcwd()
    sys.path.insert(0, folder)
    sys.modules["__main__"] = types.ModuleType("__main__")
    sys.argv[:] = [""]
    sys.stdin = open(os.devnull)
    try:
        Worker(line, folder, os.environ["TMPDIR"], judge_tmp).serve()
    except wire.WireError:  # the tests are over
        sys.stdout = sys.__stdout__
        os._exit(0)


if __name__ == "__main__":
    del sys.path[0]  # our own folder is nothing that a learner imports from
    serve(*sys.argv[1:])
