"""What tests see of the learner's code in a split run: stand-ins, which ask the worker for everything.

A stand-in never takes the learner's word for equality with plain data, and operators and methods that plain data has as
well (`==`, `<`, `+`, `in`, `.startswith`, `.append`) are asked of no object that merely came back from a call: the check
must declare its class, or the test must have made the object itself. So nothing can pass for plain data that is none.
"""

import collections.abc
import types

VALUES = (str, int, float, complex, bytes, tuple, frozenset)  # bases whose content is data: it comes along
PLAIN = (type(None), bool, *VALUES, list, dict, set, bytearray, range)
PLAIN_NAMES = {name for kind in PLAIN for name in dir(kind) if not name.startswith("_")}

# What an object of any class is asked.
FREE = set(
    """__len__ __iter__ __next__ __reversed__ __call__ __getitem__ __setitem__ __delitem__ __enter__ __exit__ __aenter__
    __aexit__ __aiter__ __anext__ __await__ __bool__ __format__ __fspath__""".split()
)
# What is the learner's word on how objects compare and combine: only that of declared classes is taken.
COMBINE = "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split()
OPERATORS = {f"__{side}{name}__" for name in COMBINE for side in ("", "r", "i")} | set(
    """__lt__ __le__ __gt__ __ge__ __contains__ __neg__ __pos__ __abs__ __invert__ __int__ __float__ __complex__
    __index__ __round__ __trunc__ __floor__ __ceil__""".split()
)
BINARY = {f"__{side}{name}__" for name in COMBINE for side in ("", "r", "i")} | {"__lt__", "__le__", "__gt__", "__ge__"}


# What pytest asks of everything in a test file, to find tests, fixtures and mocks: no object of the learner's is one.
LOOKED_FOR = frozenset(("__test__", "_mock_name", "_pytestfixturefunction", "pytestmark", "__bases__"))


class Undeclared(TypeError):
    """A test asks something of an object that only a declared class may answer."""

    __module__ = "builtins"  # shown without the harness's name


def undeclared(cls, what):
    name = cls.__name__
    return Undeclared(
        f"`{what}` of an object of the learner's class `{name}`: plain data is expected here, or `classes: [{name}]` in "
        f"the check"
    )


def held(owner):
    """What a class or a module of the learner's holds, to look at."""
    told = owner._prolings_judge.ask("vars", id=owner._prolings_id)
    if type(told) is not dict:
        raise TypeError(f"the program does not say what `{owner.__name__}` holds")
    return types.MappingProxyType(told)


class Learned(type):
    """The type of stand-ins for the learner's classes."""

    def __new__(meta, name, bases, namespace, **keywords):
        if "_prolings_judge" in namespace:
            return super().__new__(meta, name, bases, namespace)
        return bases[0]._prolings_judge.derive(name, bases, namespace, keywords)

    def __init__(cls, name, bases, namespace, **keywords):
        pass

    def __call__(cls, *args, **kwargs):
        return cls._prolings_judge.call(cls, args, kwargs, makes=cls)

    def __getattr__(cls, name):
        if name in LOOKED_FOR:
            raise AttributeError(name)
        return cls._prolings_judge.get(cls, name)

    def __setattr__(cls, name, value):
        cls._prolings_judge.set(cls, name, value)

    def __delattr__(cls, name):
        cls._prolings_judge.delete(cls, name)

    # What the learner's class holds, not the stand-in: tests ask for what must not be there, too.
    @property
    def __dict__(cls):
        return held(cls)

    @property
    def __annotations__(cls):
        return cls._prolings_judge.get(cls, "__annotations__")

    def __subclasses__(cls):
        return cls._prolings_judge.get(cls, "__subclasses__")()

    # Enumerations.
    def __iter__(cls):
        return cls._prolings_judge.special(cls, "__iter__", ())

    def __len__(cls):
        return cls._prolings_judge.special(cls, "__len__", ())

    def __getitem__(cls, key):
        return cls._prolings_judge.special(cls, "__getitem__", (key,))

    def __contains__(cls, item):
        return isinstance(item, Proxy) and any(item is member for member in cls)

    def __bool__(cls):
        return True


def _asked(name):
    """A special method that the worker answers."""
    if name in BINARY:

        def operator(self, other):
            if not type(self)._prolings_declared and not (isinstance(other, Proxy) and type(other)._prolings_declared):
                raise undeclared(type(self), name)
            return self._prolings_judge.special(self, name, (other,))

        return operator

    def special(self, *args):
        if name in OPERATORS and not type(self)._prolings_declared:
            raise undeclared(type(self), name)
        return self._prolings_judge.special(self, name, args)

    return special


SPECIALS = {name: _asked(name) for name in FREE | OPERATORS}


class Proxy:
    """An object of the learner's."""

    # `_prolings_id` says which; `_prolings_made` whether the test made it by calling its class.
    _prolings_judge = None
    _prolings_declared = False
    _prolings_specials = frozenset()

    def __getattr__(self, name):
        if name.startswith("_prolings_") or name in LOOKED_FOR:
            raise AttributeError(name)
        if name in PLAIN_NAMES and not self._prolings_may(name):
            raise undeclared(type(self), f".{name}")
        return self._prolings_judge.get(self, name)

    def _prolings_may(self, name):
        return self._prolings_made or type(self)._prolings_declared

    def __setattr__(self, name, value):
        self._prolings_judge.set(self, name, value)

    def __delattr__(self, name):
        self._prolings_judge.delete(self, name)

    def __repr__(self):
        return self._prolings_judge.text(self, "__repr__")

    def __str__(self):
        return self._prolings_judge.text(self, "__str__")

    def __dir__(self):
        return self._prolings_judge.ask("dir", id=self._prolings_id)

    @property
    def __dict__(self):
        return self._prolings_judge.get(self, "__dict__")

    def __eq__(self, other):
        if not isinstance(other, Proxy):
            if type(other) in PLAIN:
                return self._prolings_judge.equals_plain(self, other)
            return NotImplemented  # an object of the test's own may know
        if type(self)._prolings_declared or type(other)._prolings_declared:
            return self._prolings_judge.special(self, "__eq__", (other,)) is True
        if self is other or "__eq__" not in type(self)._prolings_specials:
            return self is other
        raise undeclared(type(self), "==")

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __hash__(self):
        if type(self)._prolings_declared:
            return self._prolings_judge.special(self, "__hash__", ())
        return object.__hash__(self)

    def __copy__(self):
        return self._prolings_judge.ask("copy", id=self._prolings_id, deep=False, made=self._prolings_made)

    def __deepcopy__(self, memo):
        return self._prolings_judge.ask("copy", id=self._prolings_id, deep=True, made=self._prolings_made)

    def __reduce_ex__(self, protocol):
        raise TypeError("objects of the learner's cannot be pickled here")


class Called(Proxy):
    # A function, a method, or something else that is called.

    def __call__(self, *args, **kwargs):
        return self._prolings_judge.call(self, args, kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    @property
    def __doc__(self):
        return self._prolings_judge.get(self, "__doc__")

    @property
    def __signature__(self):
        return self._prolings_judge.signature(self)

    def __getattr__(self, name):
        if name == "_is_coroutine_mark" or name == "_is_coroutine":
            raise AttributeError(name)
        if name == "__wrapped__":
            return self._prolings_judge.wrapped(self)
        return super().__getattr__(name)


class Coroutine(Proxy):
    """Something of the learner's that is awaited."""

    def __await__(self):
        return self._prolings_judge.awaited(self)

    def send(self, value):
        return self._prolings_running().send(value)

    def throw(self, *error):
        return self._prolings_running().throw(*error)

    def close(self):
        self._prolings_judge.ask("close", id=self._prolings_id)

    def _prolings_running(self):
        known = object.__getattribute__(self, "_prolings_steps")
        if known is None:
            known = self._prolings_judge.awaited(self)
            object.__setattr__(self, "_prolings_steps", known)
        return known

    _prolings_steps = None


collections.abc.Coroutine.register(Coroutine)
SPECIALS["__call__"] = Called.__call__
SPECIALS["__await__"] = Coroutine.__await__


# What a stand-in's class holds itself, whatever it says.
own = type.__dict__["__dict__"].__get__


class Member:
    """A method of the learner's class, for `super()` in classes that tests derive from it."""

    def __init__(self, cls, name):
        self._cls, self._name = cls, name

    def __get__(self, instance, owner=None):
        judge = self._cls._prolings_judge
        if instance is None:
            return judge.get(owner, self._name)
        first = next(cls for cls in type(instance).__mro__ if self._name in own(cls))
        if first is self._cls:
            return judge.get(instance, self._name)
        return judge.ask("member", id=instance._prolings_id, name=self._name, value=self._cls)


def add_members(cls, names):
    type.__setattr__(cls, "_prolings_members", True)
    for name in names:
        if type(name) is str and (not name.startswith("_") or name == "__init__"):
            type.__setattr__(cls, name, Member(cls, name))


class Fault:
    """What stand-ins for the learner's exceptions share; they are exceptions, with what was told of them."""

    _prolings_judge = None
    _prolings_text = None

    def __getattr__(self, name):
        if name.startswith("_prolings_") or self._prolings_id is None:
            raise AttributeError(name)
        return self._prolings_judge.get(self, name)

    def __str__(self):
        if self._prolings_text is not None:
            return self._prolings_text
        return super().__str__()


class Module(types.ModuleType):
    """A module of the learner's."""

    def __getattr__(self, name):
        if (
            name in LOOKED_FOR
            or name in ("__path__", "__file__", "__warningregistry__")
            or name.startswith("_prolings_")
        ):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        try:
            return self._prolings_judge.member(self, name)
        except AttributeError:
            if name != "__all__":
                raise
            return [name for name in dir(self) if not name.startswith("_")]

    def __setattr__(self, name, value):
        if name.startswith("_prolings_") or name in ("__spec__", "__loader__", "__package__", "__path__", "__file__"):
            super().__setattr__(name, value)
        else:
            self._prolings_judge.set(self, name, value)

    def __delattr__(self, name):
        self._prolings_judge.delete(self, name)

    @property
    def __dict__(self):
        return held(self)

    def __dir__(self):
        return self._prolings_judge.ask("dir", id=self._prolings_id)
