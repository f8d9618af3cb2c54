"""Calls functions of the learner's module and reports what came of each call, as plain data.

    python -s -B prolings_cases.py CHANNEL MODULE_FILE < calls.json

It compares nothing: that happens in the grader, out of reach of the learner's code.
"""

import contextlib
import importlib
import io
import json
import os
import sys

import prolings_records as records

del sys.path[0]  # our own folder is nothing that a learner imports from

DEPTH = 60
ITEMS = 100_000


def decode(value):
    kind, inner = value["t"], value.get("v")
    if kind == "none":
        return None
    if kind in ("bool", "str"):
        return inner
    if kind in ("list", "tuple", "set", "frozenset"):
        plain = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}[kind]
        return plain(decode(item) for item in inner)
    if kind == "dict":
        return {decode(key): decode(item) for key, item in inner}
    return {"int": int, "float": float, "bytes": bytes.fromhex}[kind](inner)


class Encoder:
    """Encodes values of exactly the plain types; anything else is only described. Bounded in depth and size."""

    def __init__(self):
        self._items = 0

    def encode(self, value, depth=0):
        self._items += 1
        kind = type(value)
        if depth > DEPTH or self._items > ITEMS:
            return {"t": "other", "v": {"class": records.class_name(kind), "repr": "<too deep or too large>"}}
        if value is None:
            return {"t": "none"}
        if kind is bool:
            return {"t": "bool", "v": value}
        if kind is int:
            return self._integer(value)
        if kind is float:
            return {"t": "float", "v": float.__repr__(value)}
        if kind is str:
            return {"t": "str", "v": value.encode("utf-8", "backslashreplace").decode()}
        if kind is bytes:
            return {"t": "bytes", "v": value.hex()}
        if kind in (list, tuple, set, frozenset):
            return {"t": kind.__name__, "v": [self.encode(item, depth + 1) for item in value]}
        if kind is dict:
            pairs = [[self.encode(key, depth + 1), self.encode(item, depth + 1)] for key, item in value.items()]
            return {"t": "dict", "v": pairs}
        shown = records.shorten(records.safe_text(repr, value), 400)
        return {"t": "other", "v": {"class": records.class_name(kind), "repr": shown}}

    @staticmethod
    def _integer(value):
        try:
            return {"t": "int", "v": str(value)}
        except ValueError:  # more digits than sys.get_int_max_str_digits() allows
            return {"t": "other", "v": {"class": "int", "repr": f"<an int of {value.bit_length()} bits>"}}


def find(module, dotted):
    target = module
    for part in dotted.split("."):
        target = getattr(target, part)
    return target


def make_call(module, call, describe):
    printed = io.StringIO()
    outcome = {"returned": None, "raised": None}
    try:
        args = [decode(value) for value in call["args"]]
        kwargs = {name: decode(value) for name, value in call["kwargs"]}
        with contextlib.redirect_stdout(printed):
            result = find(module, call["call"])(*args, **kwargs)
            outcome["returned"] = Encoder().encode(result)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit too: the call did not return
        outcome["raised"] = describe(error)
    return {**outcome, "stdout": records.shorten(printed.getvalue())}


def main():
    where, module_file = sys.argv[1:]
    calls = json.load(sys.stdin)
    sys.stdin = open(os.devnull)  # the learner's code finds no input
    channel, folder, here = records.begin(where)
    describe = records.Describer(folder, [here, "<frozen importlib"]).exception
    sys.argv[:] = [module_file]
    try:
        module = importlib.import_module(module_file.removesuffix(".py").replace("/", "."))
    except BaseException as error:
        channel.send("load_failed", exception=describe(error))
        channel.send("finished", status=0)
        sys.exit(1)
    for index, call in enumerate(calls):
        channel.send("case", index=index, **make_call(module, call, describe))
    channel.send("finished", status=0)


if __name__ == "__main__":
    main()
