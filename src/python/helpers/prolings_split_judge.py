"""The trusted half of a split run: asks the worker for what the learner's code does, and lets it call what tests gave it.

It never loads the learner's code, and does nothing that the worker asks for but this: call functions that a test handed
over, and use the test's own objects as their classes mean it (prolings_split_given.py).
"""

import builtins
import inspect
import os
import sys
import threading
import types

import prolings_split_given as given
import prolings_split_members as remembered
import prolings_split_standin as standin
import prolings_split_wire as wire

TYPES = {kind.__name__: kind for kind in (object, *standin.PLAIN)}
TYPES.update(NotImplemented=NotImplemented, Ellipsis=Ellipsis)
PRINTED = 8 * 1024 * 1024  # characters that a program may print while tests run
NESTED = 50  # calls within calls


class ProgramLost(Exception):
    """The learner's program is gone: every test that asks it something fails."""

    __module__ = "builtins"  # shown without the harness's name


class Judge(remembered.Members, wire.Codec):
    def __init__(self, line, folder, declared):
        super().__init__(first=1)
        self._line, self._folder, self._declared = line, folder, frozenset(declared)
        self._asked = self._depth = self._printed = 0
        self._broken = None
        self._thread = threading.get_ident()
        self._known = {}  # stand-ins by number
        self._makes = None
        self._given = given.Given(folder)
        self.state = lambda: {}  # what tests have changed around the program, told with each question
        self.heard = lambda message: None
        shared = {"_prolings_judge": self, "_prolings_id": None, "_prolings_made": False, "_prolings_members": False}
        self._shared = shared
        self.proxy = type("Proxy", (standin.Proxy,), dict(shared))

    # ---- asking

    def ask(self, op, **fields):
        """The worker's answer, decoded; what the learner's code raised is raised."""
        if self._broken:
            raise ProgramLost(self._broken)
        if threading.get_ident() != self._thread:
            raise ProgramLost("in a split run, tests call the program from one thread only")
        if self._depth >= NESTED:
            raise RecursionError("tests and the program call each other too deeply")
        makes, self._makes = self._makes, None
        made = fields.pop("made", False)
        if not fields.pop("still", False):
            self._members.clear()
        self._asked += 1
        number = self._asked
        self._depth += 1
        try:
            self._line.send(self.pack(ask=number, op=op, **self.state(), **fields))
            while True:
                message = self._line.receive()
                self._print(message)
                if "ask" not in message:
                    break
                self._serve(message)
            if message.get("answer") != number:
                raise wire.WireError("the program answered out of turn")
            if "raised" in message:
                self.unpack(message, ())
                raise self._raised(message["raised"])
            self._makes = makes if made is False else True
            value, members = self.unpack(message, ("value", "members"))
            if members is not None:
                self.keep_members(value, members)
            return value
        except wire.WireError as why:
            self._broken = str(why)
            raise ProgramLost(self._broken) from None
        finally:
            self._depth -= 1
            self._makes = None

    def _print(self, message):
        """What comes with every frame: files, and what was printed."""
        try:
            self.heard(message)
        except (ValueError, TypeError, OSError):
            raise wire.WireError("an answer of the program was malformed") from None
        for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
            text = message.get(name)
            if text is not None:
                if type(text) is not str:
                    raise wire.WireError("an answer of the program was malformed")
                self._printed += len(text)
                if self._printed > PRINTED:
                    raise wire.WireError("the program printed too much")
                stream.write(text.encode("utf-8", "replace").decode("utf-8"))

    def get(self, owner, name):
        return self.ask("get", id=owner._prolings_id, name=name)

    def set(self, owner, name, value):
        self.ask("set", id=owner._prolings_id, name=name, value=value)

    def delete(self, owner, name):
        self.ask("del", id=owner._prolings_id, name=name)

    def text(self, owner, name):
        text = self.ask("special", id=owner._prolings_id, name=name, args=())
        return text if type(text) is str else "<no text>"

    def call(self, owner, args, kwargs, makes=None):
        self._makes = makes
        return self.ask("call", id=owner._prolings_id, args=args, kwargs=kwargs)

    def special(self, owner, name, args):
        if name in ("__exit__", "__aexit__"):
            args = (*args[:2], None)  # a traceback stays where it is
        value = self.ask("special", id=owner._prolings_id, name=name, args=args)
        if name == "__exit__" and value is not True:
            return bool(value)
        return value

    def equals_plain(self, owner, other):
        """Whether an object whose class is derived from a container has the same content: compared here, as data."""
        if type(other) not in (list, dict, set) or type(other).__name__ != type(owner)._prolings_content:
            return False
        return self.ask("content", id=owner._prolings_id) == other

    def signature(self, owner):
        told = self.ask("signature", id=owner._prolings_id)
        if told is None:
            raise AttributeError("__signature__")
        empty = inspect.Parameter.empty
        parameters = [
            inspect.Parameter(
                name, inspect._ParameterKind(kind), default=d[0] if d else empty, annotation=a[0] if a else empty
            )
            for name, kind, d, a in told[0]
        ]
        return inspect.Signature(parameters, return_annotation=told[1][0] if told[1] else empty)

    def awaited(self, owner):
        import asyncio

        loop = asyncio.get_running_loop()
        number = self.ask("start", id=owner._prolings_id, loop=id(loop) % 2**32)
        finished = False
        try:
            while not (done := self.ask("step", task=number)):
                yield from asyncio.sleep(0 if self._given.working() else 0.0005).__await__()
            finished = done is True
        finally:
            if not finished:
                self.ask("cancel", task=number)
        return self.ask("result", task=number)

    def derive(self, name, bases, namespace, keywords):
        """A class of the test's that is derived from one of the learner's: it is made over there."""
        cell = namespace.pop("__classcell__", None)
        namespace.pop("__static_attributes__", None)
        namespace.pop("__firstlineno__", None)
        members = {key: value for key, value in namespace.items() if key not in ("__module__", "__qualname__")}
        made = self.ask("derive", name=name, args=bases, value=members, kwargs=keywords)
        if cell is not None:
            cell.cell_contents = made
        for cls in made.__mro__:
            if isinstance(cls, standin.Learned) and not cls._prolings_members:
                standin.add_members(cls, self.ask("members", id=cls._prolings_id))
        return made

    # ---- being asked

    def _serve(self, message):
        """The worker's own question, and its answer."""
        number = message["ask"]
        if type(number) is not int or self._depth >= NESTED:
            raise wire.WireError("the program asked out of turn")
        value, args, kwargs = self.unpack(message, ("value", "args", "kwargs"))
        try:
            result = self._given.do(message.get("op"), message.get("id"), message.get("name"), value, args, kwargs)
            answer = self.pack(answer=number, value=result, **self.state())
        except ProgramLost:
            raise wire.WireError(self._broken or "the program ended early") from None
        except wire.WireError:
            raise
        except BaseException as error:
            answer = self.pack(answer=number, raised=self._tell_error(error), **self.state())
        self._line.send(answer)

    def _tell_error(self, error):
        number = getattr(error, "_prolings_id", None)
        if isinstance(error, standin.Fault) and number is not None:
            return {"back": number}
        return {"own": self._given.number(error), "bases": given.bases(type(error)), "text": given.text(error)}

    # ---- values

    def export(self, value):
        if isinstance(value, (standin.Proxy, standin.Module, standin.Fault)) or type(value) is self.meta:
            return ["o", value._prolings_id]
        known = given.by_name(value)
        if known:
            return ["n", *known]
        return ["r", self._given.number(value), *self._given.describe(value)]

    def foreign(self, tag, rest):
        if tag == "o":
            return self._given.object(rest[0])
        if tag == "n":
            return self._type_of_name(rest[0])
        if tag != "r":
            raise wire.WireError("an answer of the program was malformed")
        number, kind, *more = rest
        if type(number) is not int or number < 0:
            raise wire.WireError("an answer of the program was malformed")
        makes, self._makes = self._makes, None
        if number in self._known:
            return self._known[number]
        if kind == "known":
            raise wire.WireError("an answer of the program was malformed")
        if kind == "class":
            return self._class(number, more[0])
        if kind == "module":
            made = standin.Module(str(more[0]))
            for name, value in {**self._shared, "_prolings_id": number}.items():
                types.ModuleType.__setattr__(made, name, value)
            self._known[number] = made
            return made
        if kind == "fault":
            return self._raised(more[0])
        cls = self.make(more[0])
        if not isinstance(cls, self.meta):
            raise wire.WireError("an answer of the program was malformed")
        content = self.make(more[1]) if len(more) > 1 else None
        self._known[number] = self._object(number, cls, content, makes is True or makes is cls)
        return self._known[number]

    def _object(self, number, cls, content, made):
        base = next((base for base in standin.VALUES if issubclass(cls, base)), None)
        if base and type(content) is not base:
            raise wire.WireError("an answer of the program was malformed")
        value = base.__new__(cls, content) if base else object.__new__(cls)
        object.__setattr__(value, "_prolings_id", number)
        object.__setattr__(value, "_prolings_made", made)
        return value

    @staticmethod
    def _type_of_name(name):
        if name in TYPES:
            return TYPES[name]
        if name in wire.EXCEPTIONS:
            module, _, last = name.rpartition(".")
            found = getattr(sys.modules.get(module) or __import__(module, fromlist=[last]), last, None)
        else:
            found = getattr(builtins, name, None) if type(name) is str else None
        if isinstance(found, type) and issubclass(found, BaseException):
            return found
        return object

    @property
    def meta(self):
        return standin.Learned

    def _class(self, number, told):
        name, kind = str(told["name"])[:200], told["kind"]
        bases = self._bases([self.make(base) for base in told["bases"]], kind)
        content = next((base for base in standin.VALUES if any(issubclass(one, base) for one in bases)), None)
        specials = [one for one in told["specials"] if one in standin.SPECIALS]
        namespace = {one: standin.SPECIALS[one] for one in specials if not content}
        namespace.update(self._shared, _prolings_id=number)
        namespace["_prolings_specials"] = frozenset(str(one) for one in told["specials"])
        namespace["_prolings_content"] = str(told["content"])
        namespace["_prolings_declared"] = name in self._declared or any(
            getattr(base, "_prolings_declared", False) for base in bases
        )
        if content:
            namespace.update((one, getattr(content, one)) for one in ("__eq__", "__ne__", "__hash__"))
        if told["unhashable"] and namespace["_prolings_declared"]:
            namespace["__hash__"] = None
        namespace["__module__"] = str(told["module"])[:200]
        namespace["__qualname__"] = str(told["qualname"])[:200]
        namespace["__doc__"] = told["doc"] if type(told.get("doc")) is str else None
        if kind == "called":
            namespace["__doc__"] = vars(standin.Called)["__doc__"]  # each function has its own
        try:
            made = standin.Learned(name, tuple(bases), namespace)
        except TypeError:  # an order of bases that Python has for the learner's class, and not for these
            made = standin.Learned(name, (bases[0],), namespace)
        self._known[number] = made
        return made

    def _bases(self, told, kind):
        """What a stand-in is derived from: others of its kind, and real classes where their content or raising counts."""
        raised = [base for base in told if issubclass(base, BaseException)]
        if raised:
            has_fault = any(issubclass(base, standin.Fault) for base in raised)
            return raised if has_fault else [standin.Fault, *raised]
        bases = [base for base in told if isinstance(base, standin.Learned)]
        form = {"called": standin.Called, "awaited": standin.Coroutine}.get(kind, self.proxy)
        if form is not self.proxy:
            return [form]
        values = [base for base in told if base in standin.VALUES]
        return [*(bases or [form]), *(base for base in values if not any(issubclass(one, base) for one in bases))]

    # ---- what the learner's code raised

    def _raised(self, told):
        if type(told) is not dict:
            raise wire.WireError("an answer of the program was malformed")
        if "own" in told:
            error = self._given.object(told["own"])
            if not isinstance(error, BaseException):
                raise wire.WireError("an answer of the program was malformed")
            return error
        try:
            return self._error(told)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as why:
            raise wire.WireError(f"an answer of the program was malformed ({type(why).__name__})") from None

    def _error(self, told, depth=0):
        number, cls = told["id"], self.make(told["class"])
        if number in self._known:
            error = self._known[number]
        else:
            if not (isinstance(cls, type) and issubclass(cls, BaseException)):
                raise wire.WireError("an answer of the program was malformed")
            args = self.make(told["args"])
            error = self._new_error(cls, args, told)
            self._known[number] = error
        error.__traceback__ = None
        error.__dict__["_prolings_frames"] = self._frames(told["frames"])
        cause = told.get("cause")
        if cause is not None and depth < 3:
            error.__cause__ = self._error(cause, depth + 1)
        error.__suppress_context__ = True
        return error

    def _new_error(self, cls, args, told):
        text = told["text"]
        if isinstance(cls, standin.Learned):
            error = cls.__new__(cls, *args)
            error.args = args
            error.__dict__.update(_prolings_id=told["id"], _prolings_text=text if type(text) is str else None)
        else:
            try:
                error = cls(*args)
            except Exception:
                error = cls.__new__(cls)
                error.args = (text,)
        for name, value in told["attributes"]:
            if type(name) is str and not name.startswith("_"):
                value = self.make(value)
                if name == "filename" and type(value) is str and not os.path.isabs(value):
                    value = os.path.join(self._folder, value)
                try:
                    error.__dict__[name] = value
                    if hasattr(type(error), name):
                        BaseException.__setattr__(error, name, value)
                        del error.__dict__[name]
                except (AttributeError, TypeError, KeyError):
                    continue
        return error

    @staticmethod
    def _frames(told):
        """Where in the learner's files it happened, as far as that was told."""
        frames = []
        for file, line, function, source in told[:40]:
            if type(line) is int and 0 <= line < 2**31:
                source = str(source)[:400] if source is not None else None
                frames.append(
                    {"file": str(file)[:400], "line": line, "function": str(function)[:200], "source": source}
                )
        return frames
