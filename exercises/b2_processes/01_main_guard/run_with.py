"""Runs main_guard.py with the start method you name: python run_with.py spawn"""

import multiprocessing
import os
import runpy
import sys
from multiprocessing.process import BaseProcess

method, *options = sys.argv[1:] or ["nothing"]
if method not in multiprocessing.get_all_start_methods():
    methods = " or ".join(multiprocessing.get_all_start_methods())
    sys.exit(f"usage: python run_with.py METHOD, which is {methods} on this system")

multiprocessing.set_start_method(method)
if method != "fork" and hasattr(os, "fork"):
    del os.fork  # as on Windows

calls = []


def noted(name):
    """The method of that name of every process, with a note that it was called."""
    original = getattr(BaseProcess, name)

    def call(process, *args, **options):
        calls.append(name)
        return original(process, *args, **options)

    return call


def show(*texts, **options):
    """print, with a note when this process says what only its children should say."""
    if " ".join(map(str, texts)).startswith("Process "):
        calls.append("work")
    print(*texts, **options)


BaseProcess.start = noted("start")
BaseProcess.join = noted("join")

try:
    runpy.run_path("main_guard.py", init_globals={"print": show}, run_name="__main__")
finally:
    if "--calls" in options:
        print("calls:", *calls, file=sys.stderr)
