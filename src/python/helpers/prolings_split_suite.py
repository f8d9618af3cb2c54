"""pytest in a split run: the learner's modules are stand-ins, and what tests change around the program is passed on.

Tests patch `input`, set variables, change folders, replace functions of the standard library for a while: in the trusted
process. Each question to the worker tells what is different there since the last one.
"""

import builtins
import importlib.machinery
import io
import json
import os
import random
import socket
import sys
import tempfile
import types
import unittest.mock

from _pytest.monkeypatch import MonkeyPatch

import prolings_split_files as files
import prolings_split_judge as judging
import prolings_split_standin as standin
import prolings_split_wire as wire

WATCHED = [(builtins, "input"), (builtins, "print"), (builtins, "open")]
OWN_VARIABLES = {b"PYTEST_CURRENT_TEST", b"HOME", b"TMPDIR"}


class Finder:
    """Finds the learner's modules: nothing of theirs is loaded here."""

    def __init__(self, judge, modules):
        self._judge, self._modules, self._loaded = judge, modules, set()

    def find_spec(self, name, path=None, target=None):
        if name not in self._modules:
            return None
        package = self._modules[name].endswith("__init__.py")
        spec = importlib.machinery.ModuleSpec(name, self, origin=self._modules[name], is_package=package)
        if package:
            spec.submodule_search_locations.append(os.path.join(os.getcwd(), os.path.dirname(self._modules[name])))
        return spec

    def create_module(self, spec):
        if spec.name in sys.modules:  # reloaded
            return None
        module = self._judge.ask("import", name=spec.name)
        if not isinstance(module, standin.Module):
            raise judging.ProgramLost("an answer of the program was malformed")
        return module

    def exec_module(self, module):
        if module.__name__ in self._loaded:
            self._judge.ask("reload", id=module._prolings_id)
        self._loaded.add(module.__name__)


def variables():
    """The environment in bytes, as it is kept: it is looked at with each question, and `os.environ` would decode it all."""
    kept = getattr(os.environ, "_data", None)
    if type(kept) is dict:
        return kept
    # A test has put a dict in its place.
    return {os.fsencode(name): os.fsencode(value) for name, value in os.environ.items()}


def text(variable):
    return None if variable is None else os.fsdecode(variable)


class Surroundings:
    """What tests have changed around the program since the worker was last told."""

    def __init__(self, shared):
        self._files = shared
        self._originals = {(module, name): getattr(module, name) for module, name in WATCHED}
        self._patched = {}
        self._environ = dict(variables())
        self._argv = list(sys.argv)
        self._home = self._cwd = os.getcwd()
        self._seed = None
        self._watch()

    def _watch(self):
        """Notes which attributes of real modules tests replace, however they do it."""
        surroundings = self
        set_attribute, enter, seed = MonkeyPatch.setattr, unittest.mock._patch.__enter__, random.seed

        def setattr_and_note(self, *args, **kwargs):
            set_attribute(self, *args, **kwargs)
            owner, name, original = self._setattr[-1]
            surroundings.note(owner, name, original)

        def enter_and_note(self):
            value = enter(self)
            surroundings.note(self.target, self.attribute, self.temp_original)
            return value

        def seed_and_note(*args, **kwargs):
            seed(*args, **kwargs)
            surroundings._seed = args[0] if args else kwargs.get("a")

        MonkeyPatch.setattr = setattr_and_note
        unittest.mock._patch.__enter__ = enter_and_note
        random.seed = seed_and_note

    def note(self, owner, name, original):
        if isinstance(owner, types.ModuleType) and not isinstance(owner, standin.Module):
            self._originals.setdefault((owner, name), original)

    def changes(self):
        told = {}
        patch, restore = [], []
        # pytest's own stand-in and the empty one come and go; a test puts text there.
        if isinstance(sys.stdin, io.StringIO):
            self._originals.setdefault((sys, "stdin"), None)
        for (module, name), original in self._originals.items():
            value = getattr(module, name, original)
            if name == "stdin" and not isinstance(value, io.StringIO):
                value = original
            if value is not original:
                if self._patched.get((module, name)) is not value:
                    self._patched[module, name] = value
                    patch.append([module.__name__, name, value])
            elif self._patched.pop((module, name), self) is not self:
                restore.append([module.__name__, name])
        if patch:
            told["patch"] = patch
        if restore:
            told["restore"] = restore
        now = variables()
        if self._environ != now:
            now = dict(now)
            names = (self._environ.keys() | now.keys()) - OWN_VARIABLES
            environ = [[text(one), text(now.get(one))] for one in names if now.get(one) != self._environ.get(one)]
            self._environ = now
            if environ:
                told["environ"] = environ
        if sys.argv != self._argv and all(type(word) is str for word in sys.argv):
            self._argv = list(sys.argv)
            told["argv"] = self._argv
        cwd = os.getcwd()
        if cwd != self._cwd:
            self._cwd = cwd
            told["cwd"] = "" if cwd == self._home else cwd
        if self._seed is not None:
            told["seed"], self._seed = self._seed, None
        changes = self._files.changes()
        if changes:
            told["files"] = changes
        return told


def begin(told):
    """Takes the line to the worker off standard input, and puts stand-ins where tests import the learner's modules."""
    spec = json.loads(told)
    line = wire.Line(socket.socket(fileno=os.dup(0)))
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    tempfile.tempdir = None
    folder = os.getcwd()
    judge = judging.Judge(line, folder, spec["classes"])
    here = os.path.realpath(os.environ["TMPDIR"])
    judge.folders(here, spec["tmp"])
    shared = files.Files(here)
    surroundings = Surroundings(shared)
    judge.state = surroundings.changes

    judge.heard = lambda message: shared.apply(message.get("files", ()))
    modules = {}
    for file in spec["modules"]:
        name = file.removesuffix(".py").replace("/", ".")
        modules[name.removesuffix(".__init__")] = file
    sys.meta_path.insert(0, Finder(judge, modules))
    return line
