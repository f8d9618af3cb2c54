"""What the learner's code sees of the tests' own objects in a split run: they stay with the tests, and are asked there."""

import asyncio
import importlib

SPECIALS = """__len__ __iter__ __next__ __reversed__ __call__ __getitem__ __setitem__ __delitem__ __enter__ __exit__
__aenter__ __aexit__ __aiter__ __anext__ __await__ __bool__ __format__ __fspath__ __lt__ __le__ __gt__ __ge__ __contains__
__neg__ __pos__ __abs__ __invert__ __int__ __float__ __complex__ __index__ __round__ __trunc__ __floor__ __ceil__""".split()
COMBINE = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
SPECIALS += [f"__{side}{name}__" for name in COMBINE for side in ("", "r", "i")]


class Guest:
    """An object of the tests'."""

    def __init__(self, worker, number, name):
        vars(self).update(_prolings_worker=worker, _prolings_id=number, _prolings_name=name)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"'{self._prolings_name}' object has no attribute '{name}'")
        return self._prolings_worker.ask("get", self._prolings_id, name)

    def __setattr__(self, name, value):
        self._prolings_worker.ask("set", self._prolings_id, name, value)


def _special(name):
    def special(self, *args, **kwargs):
        if name == "__call__":
            return self._prolings_worker.ask("call", self._prolings_id, args=args, kwargs=kwargs)
        if name == "__exit__":
            args = (*args[:2], None)
        return self._prolings_worker.ask("special", self._prolings_id, name, args=args)

    return special


def _await(self):
    number = self._prolings_worker.ask("special", self._prolings_id, "__await__")
    while True:
        done, value = self._prolings_worker.ask("task", number)
        if done:
            return value
        yield from asyncio.sleep(0.0005).__await__()


ASKED = {
    name: _special(name) for name in [*SPECIALS, "__eq__", "__ne__", "__hash__", "__str__", "__repr__", "__missing__"]
}
ASKED["__await__"] = _await


class Guests:
    """The tests' objects that this side knows."""

    def __init__(self, worker):
        self._worker = worker
        self._known = {}
        self._numbers = {}
        self._classes = {}

    def number(self, value):
        held = self._numbers.get(id(value))
        return held[0] if held else None

    def _keep(self, number, value):
        self._known[number] = value
        self._numbers[id(value)] = (number, value)
        return value

    def make(self, number, kind, told):
        if number in self._known:
            return self._known[number]
        if kind == "error":
            return self.error(number, told)
        if kind == "called":
            return self._keep(number, self._function(number, told))
        key = (kind, told["class"], tuple(sorted(told["specials"])))
        if key not in self._classes:
            members = {name: ASKED[name] for name in told["specials"] if name in ASKED}
            if "__eq__" in members:
                members.setdefault("__hash__", object.__hash__)
            self._classes[key] = type(told["class"], (Guest,), members)
        return self._keep(number, self._classes[key](self._worker, number, told["class"]))

    def _function(self, number, told):
        worker = self._worker
        if told.get("coroutine"):

            async def function(*args, **kwargs):
                return await worker.ask("call", number, args=args, kwargs=kwargs)

        else:

            def function(*args, **kwargs):
                return worker.ask("call", number, args=args, kwargs=kwargs)

        function.__name__ = function.__qualname__ = told["name"]
        function.__doc__ = told["doc"]
        del function.__module__
        return function

    def error(self, number, told):
        if number in self._known:
            return self._known[number]
        bases = []
        for module, name in told["bases"]:
            found = importlib.import_module(module)
            for part in name.split("."):
                found = getattr(found, part)
            bases.append(found)
        nearest = next((base for base in bases if issubclass(base, BaseException)), Exception)
        # The first is the class itself, where both sides have it.
        try:
            made = nearest(told["text"])
        except Exception:
            made = Exception(told["text"])
        return self._keep(number, made)
