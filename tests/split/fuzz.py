"""Gives the judging half frames that no honest worker sends: random ones, and honest ones with something changed.

    python fuzz.py HELPERS SEED ROUNDS

Whatever comes, a question ends with a value or with an error that fails a test, soon, and nothing else happens.
"""

import json
import os
import random
import socket
import struct
import sys
import tempfile
import threading

helpers, seed, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
sys.path.insert(0, helpers)

import prolings_split_files as files
import prolings_split_judge as judging
import prolings_split_standin as standin
import prolings_split_wire as wire

chance = random.Random(seed)
CLASS = {
    "name": "Thing", "qualname": "Thing", "module": "program", "bases": [["n", "object"]], "kind": "", "specials": ["__eq__"],
    "content": "", "unhashable": False, "doc": None,
}
ERROR = {
    "id": 50, "class": ["n", "ValueError"], "args": ["t", ["no"]], "text": "no", "attributes": [["code", 3]],
    "frames": [["program.py", 3, "f", "x = 1"]],
}
SEEDS = [
    {"answer": 1, "value": 4},
    {"answer": 1, "value": ["k", 2], "cells": [[2, "l", [1, ["k", 4]]], [4, "d", [["a", ["t", [1, 2]]]]]], "drop": [2]},
    {"answer": 1, "value": ["v", "Decimal", ["1.5"]], "out": "hello\n", "err": "x"},
    {"answer": 1, "value": ["r", 7, "object", ["r", 8, "class", CLASS]]},
    {"answer": 1, "value": ["r", 9, "object", ["r", 10, "class", CLASS | {"bases": [["n", "tuple"]]}], ["t", [1, 2]]]},
    {"answer": 1, "value": ["r", 11, "module", "program"]},
    {
        "answer": 1, "value": ["r", 11, "module", "program"],
        "members": ["t", [["t", ["Thing", ["r", 8, "class", CLASS]]], ["t", ["known", ["r", 7, "object", ["r", 8, "known"]]]]]],
    },
    {"answer": 1, "raised": ERROR},
    {"answer": 1, "raised": ERROR | {"class": ["r", 12, "class", CLASS | {"bases": [["n", "Exception"]]}], "cause": ERROR}},
    {"answer": 1, "raised": {"own": 1}},
    {"answer": 1, "value": 1, "files": [["a", None, 448], ["a/b", "aGk=", 420], ["a/c", None, 0]]},
    {"ask": 1, "op": "call", "id": 1, "name": None, "value": None, "args": ["t", [3]], "kwargs": [["key", 4]]},
    {"ask": 1, "op": "get", "id": 2, "name": "public", "value": None, "args": ["t", []], "kwargs": []},
    {"ask": 1, "op": "special", "id": 2, "name": "__len__", "value": None, "args": ["t", []], "kwargs": []},
]
WORDS = """r n k t z i b v o l d s B object class module fault known called awaited __globals__ __class__ builtins int str
ValueError SystemExit os.system ../x /etc/x Thing Decimal range slice Counter PosixPath answer ask raised call get""".split()


def anything(depth=0):
    kind = chance.randrange(9 if depth < 4 else 6)
    if kind == 0:
        return chance.choice([None, True, False])
    if kind == 1:
        return chance.choice([0, 1, -1, 2, 3, 7, 2**40, -(2**70), 10**30])
    if kind == 2:
        return chance.choice([0.5, float("nan"), float("inf")])
    if kind in (3, 4, 5):
        return chance.choice(WORDS)
    if kind == 8:
        return {chance.choice(WORDS): anything(depth + 1) for _ in range(chance.randrange(4))}
    return [anything(depth + 1) for _ in range(chance.randrange(5))]


def changed(value):
    """The same with something in it changed, dropped or doubled."""
    if chance.random() < 0.12:
        return anything()
    if type(value) is dict:
        items = [(key, changed(item)) for key, item in value.items() if chance.random() > 0.03]
        return dict(items)
    if type(value) is list:
        items = [changed(item) for item in value if chance.random() > 0.03]
        return items + items[-1:] if chance.random() < 0.05 else items
    return value


def frame():
    kind = chance.random()
    if kind < 0.08:
        return chance.randbytes(chance.randrange(60))
    message = changed(chance.choice(SEEDS)) if kind < 0.9 else anything()
    body = json.dumps(message).encode()
    if kind > 0.97:
        body = body[: chance.randrange(len(body))]
    length = len(body) if chance.random() > 0.03 else chance.choice([0, 1, 2**31, len(body) + 9])
    return struct.pack(">I", length) + body


class Own:
    public = [1]

    def __len__(self):
        return 3


def use(value):
    """What tests do with what they get."""
    str(type(value))
    value == 4
    isinstance(value, int)
    if isinstance(value, standin.Proxy):
        getattr(value, "anything", None)
    if isinstance(value, standin.Module):
        for name in ("Thing", "known"):
            getattr(value, name, None)


def main():
    before = set(globals()), os.getcwd(), dict(os.environ)
    kinds = {}
    with tempfile.TemporaryDirectory() as folder:
        outside = os.path.join(folder, "outside")
        shared_folder = os.path.join(folder, "shared")
        os.makedirs(outside)
        os.makedirs(shared_folder)
        for _ in range(rounds):
            ours, theirs = socket.socketpair()
            ours.settimeout(5)
            judge = judging.Judge(wire.Line(ours), folder, ["Thing"])
            shared = files.Files(shared_folder)
            judge.heard = lambda message, shared=shared: shared.apply(message.get("files", ()))
            frames = b"".join(frame() for _ in range(chance.randrange(1, 6)))

            def answer(theirs=theirs, frames=frames):
                try:
                    theirs.sendall(frames)
                    theirs.shutdown(socket.SHUT_WR)
                    while theirs.recv(65536):
                        pass
                except OSError:
                    pass

            other = threading.Thread(target=answer)
            other.start()
            try:
                use(judge.ask("call", id=1, args=(lambda *args, **kwargs: len(args), Own(), [1, 2]), kwargs={}))
                kinds["value"] = kinds.get("value", 0) + 1
            except (KeyboardInterrupt, SystemExit, Exception) as error:
                # An exception that the learner's code may raise is one that was told as such.
                told = error.__dict__.get("_prolings_frames") is not None or isinstance(error, judging.ProgramLost)
                ours_to_say = isinstance(error, (standin.Undeclared, standin.Fault))
                if not (told or ours_to_say):
                    raise
                kinds[type(error).__name__] = kinds.get(type(error).__name__, 0) + 1
            ours.close()
            other.join(5)
            theirs.close()
            if other.is_alive():
                sys.exit("it hangs")
        if os.listdir(outside) or set(os.listdir(folder)) != {"outside", "shared"}:
            sys.exit("files were written outside of the shared folder")
    if (os.getcwd(), dict(os.environ)) != before[1:]:
        sys.exit("something around the tests was changed")
    print(json.dumps(kinds))
    if kinds.get("value", 0) < rounds // 100 or kinds.get("ProgramLost", 0) < rounds // 20:
        sys.exit("it tries too little")


main()
