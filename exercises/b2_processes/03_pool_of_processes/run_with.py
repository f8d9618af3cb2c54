"""Runs count_in and looks on: python run_with.py METHOD WORKERS WORD TEXT...

A spawned child imports this file, because it is the main module of the program that has
started it. So tools.count is replaced in every process.
"""

import json
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import tools

folder = Path(os.environ["LOOK_ON"])
original = tools.count


def meet(size):
    """Come back when `size` processes are in here at the same time; give up after 12 s."""
    (folder / f"met-{os.getpid()}").touch()
    for _ in range(1200):
        if len(list(folder.glob("met-*"))) >= size:
            return True
        if (folder / "nobody").exists():
            break
        time.sleep(0.01)
    (folder / "nobody").touch()  # so that the others need not wait so long
    return False


def count(text, word):
    (folder / f"pid-{os.getpid()}").touch()
    if text.startswith("meet") and not meet(3):
        return "met nobody"
    if text == "bad":
        raise LookupError("this text cannot be counted")
    return original(text, word)


tools.count = count
methods, parcels = [], []


def look_on():
    """Write down what is asked of the pool."""
    make, submit = ProcessPoolExecutor.__init__, ProcessPoolExecutor.submit

    def noted_make(pool, *args, **kwargs):
        make(pool, *args, **kwargs)
        methods.append(pool._mp_context.get_start_method())

    def noted_submit(pool, *args, **kwargs):
        parcels.append(1)
        return submit(pool, *args, **kwargs)

    ProcessPoolExecutor.__init__ = noted_make
    ProcessPoolExecutor.submit = noted_submit


if __name__ == "__main__":
    import pool_of_processes

    look_on()
    method, workers, word, *texts = sys.argv[1:]
    options = {}
    if method != "default":
        options["context"] = multiprocessing.get_context(method)
    if workers != "default":
        options["workers"] = int(workers)
    error = result = None
    try:
        result = pool_of_processes.count_in(texts, word, **options)
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
    pids = [int(file.name[4:]) for file in folder.glob("pid-*")]
    report = {
        "result": result,
        "error": error,
        "methods": methods,
        "parcels": len(parcels),
        "pids": pids,
        "here": os.getpid() in pids,
        "left": len(multiprocessing.active_children()),
    }
    print(json.dumps(report))
