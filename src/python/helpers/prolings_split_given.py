"""What tests hand to the learner's code in a split run, and what may be done with it from there.

The worker names an object by its number and says what it wants. It gets what the object is for and nothing else: a
function is called; an object of a class that the test defines is asked for its public attributes; a file is read and
written; a mock is called. No attribute with a leading underscore, no module, frame, generator or class is opened.
"""

import asyncio
import builtins
import collections.abc
import functools
import io
import math
import operator
import os
import sys
import types
import unittest.mock

import prolings_split_standin as standin
import prolings_split_wire as wire

CALLABLE = (
    types.FunctionType,
    types.MethodType,
    types.BuiltinFunctionType,
    types.MethodWrapperType,
    functools.partial,
    type(functools.lru_cache(len)),
)
FILES = (io.IOBase,)
FILE_NAMES = """read readline readlines write writelines seek tell close closed flush getvalue name mode encoding newlines
readable writable seekable isatty truncate getbuffer""".split()
MOCK_CLOSED = {"configure_mock", "attach_mock", "mock_add_spec", "reset_mock", "side_effect"}
SPECIALS = standin.FREE | standin.OPERATORS | {"__eq__", "__ne__", "__hash__", "__str__", "__repr__", "__missing__"}
# Functions and classes that both sides have, told by their names.
SHARED_MODULES = (builtins, operator, math, str, int, float, list, dict, set, tuple, bytes)


def _shared():
    known = {}
    for place in SHARED_MODULES:
        for name, value in vars(place).items():
            value = getattr(place, name, value)
            if callable(value) and not (isinstance(place, type) and name.startswith("__")):
                try:
                    known.setdefault(value, (place.__name__, name))
                except TypeError:
                    continue
    for name in ("open", "input", "print", "exec", "eval", "__import__", "compile", "breakpoint"):
        known.pop(getattr(builtins, name), None)
    return known


SHARED = _shared()


def by_name(value):
    """Where both sides have this function, class or exception, or None."""
    kind = type(value)
    if value is NotImplemented or value is Ellipsis:
        return "builtins", repr(value)
    if kind in (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType) or kind is type:
        known = SHARED.get(value)
        if known:
            return known
    if isinstance(value, type) and not isinstance(value, standin.Learned):
        module = value.__module__
        if getattr(sys.modules.get(module), value.__qualname__, None) is value and module in sys.stdlib_module_names | {
            name for name in sys.modules if name.partition(".")[0] in sys.stdlib_module_names
        }:
            return module, value.__qualname__
    return None


def bases(cls):
    """The names of the classes that an exception's is derived from and that both sides have."""
    return [list(known) for base in cls.__mro__ if (known := by_name(base))]


def text(error):
    try:
        return str(error)
    except Exception:
        return ""


class Given(wire.Numbered):
    """The test's objects that the worker knows, by number."""

    def __init__(self, folder):
        super().__init__()
        self._folder = folder
        self._tasks = set()

    def object(self, number):
        if type(number) is not int or number not in self._objects:
            raise wire.WireError("the program named an object that nobody gave it")
        return self._objects[number]

    def describe(self, value):
        """Kind, name and special methods: all that the worker needs to make something like it."""
        kind = type(value)
        if isinstance(value, BaseException):
            return "error", {"bases": bases(kind), "text": text(value)}
        name = getattr(value, "__name__", None)
        told = {
            "name": name if type(name) is str else kind.__name__,
            "doc": value.__doc__ if type(getattr(value, "__doc__", None)) is str else None,
            "specials": self._specials(value),
            "class": kind.__name__,
        }
        if kind is types.FunctionType:
            told["coroutine"] = bool(value.__code__.co_flags & 0x80)
            code = value.__code__
            told["parameters"] = list(code.co_varnames[: code.co_argcount])
        return ("class" if isinstance(value, type) else "called" if isinstance(value, CALLABLE) else "object"), told

    def _is_own(self, kind):
        """Whether a class is defined beside the tests, or has nothing but what a test puts there."""
        if kind is types.SimpleNamespace:
            return True
        module = sys.modules.get(kind.__module__)
        file = getattr(module, "__file__", None) or ""
        return os.path.abspath(file).startswith(self._folder + os.sep)

    def _specials(self, value):
        kind = type(value)
        if isinstance(value, (*CALLABLE, type)):
            return ["__call__"]
        if isinstance(value, unittest.mock.NonCallableMock):
            supported = ("__enter__", "__exit__", "__iter__", "__len__", "__getitem__", "__aenter__", "__aexit__")
            own = [name for name in supported if hasattr(kind, name)]
            return [*own, "__call__"] if callable(value) else own
        if isinstance(value, collections.abc.Coroutine):
            return ["__await__"]
        if isinstance(value, FILES):
            return ["__iter__", "__next__", "__enter__", "__exit__"]
        if self._is_own(kind):
            return [one for one in SPECIALS if getattr(kind, one, None) not in (None, getattr(object, one, None))]
        if isinstance(value, collections.abc.Iterator):
            return ["__iter__", "__next__"]
        if isinstance(value, collections.abc.AsyncIterator):
            return ["__aiter__", "__anext__"]
        if type(value) in (type({}.keys()), type({}.values()), type({}.items())):
            return ["__iter__", "__len__"]
        return []

    # ---- what the worker wants

    def do(self, op, number, name, value, args, kwargs):
        if op == "task":
            return self._task(number)
        target = self.object(number)
        if op == "call":
            if "__call__" not in self._specials(target):
                raise TypeError(f"'{type(target).__name__}' object is not callable")
            return target(*args, **kwargs)
        if op == "special":
            return self._special(target, name, args)
        if op == "get":
            return self._get(target, name)
        if op == "set":
            return self._set(target, name, value)
        raise wire.WireError("the program asked for nothing that there is")

    def _special(self, target, name, args):
        if name not in self._specials(target):
            raise TypeError(f"'{type(target).__name__}' object has no {name}")
        if name == "__await__":
            return self._await(target)
        return getattr(type(target), name)(target, *args)

    def _get(self, target, name):
        missing = AttributeError(f"'{type(target).__name__}' object has no attribute '{name}'")
        if type(name) is not str or name.startswith("_"):
            raise missing
        if isinstance(target, unittest.mock.NonCallableMock):
            if name in MOCK_CLOSED or name.startswith("assert"):
                raise missing
        elif isinstance(target, FILES):
            if name not in FILE_NAMES:
                raise missing
        elif not self._is_own(target if isinstance(target, type) else type(target)) or isinstance(target, CALLABLE):
            raise missing
        return getattr(target, name)

    def _set(self, target, name, value):
        kind = type(target)
        if type(name) is not str or name.startswith("_") or isinstance(target, type) or not self._is_own(kind):
            raise AttributeError(f"'{kind.__name__}' object has no attribute '{name}' that can be set")
        held = getattr(kind, name, None)
        if held is not None and not isinstance(held, (property, types.MemberDescriptorType)) and callable(held):
            raise AttributeError(f"'{kind.__name__}.{name}' can be set by tests alone in a split run")
        setattr(target, name, value)

    # ---- what is awaited goes on in the test's own loop, between the steps of the learner's

    def _await(self, target):
        task = asyncio.ensure_future(target)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return self.number(task)

    def _task(self, number):
        task = self.object(number)
        if not isinstance(task, asyncio.Future):
            raise wire.WireError("the program asked for nothing that there is")
        return (True, task.result()) if task.done() else (False, None)

    def working(self):
        return bool(self._tasks)
