"""Imports what groups preload, and finds out whether a process may be forked after that.

A fork has one thread: what another one was doing, or held locked, is lost in it. It shares open files, and is told of
nobody else's children. So a module that leaves any of these, or changes what a fresh process would find, is unfit.
"""

import importlib
import os
import signal
import sys

TASKS = "/proc/self/task"
MOST = 256  # descriptors that are looked at


class Unfit(Exception):
    """A module that must not be imported before a fork, and why."""


def load(modules):
    """Imports modules. Where nobody can count threads, those of C libraries among them, none is imported."""
    if not modules or threads() != 1:
        return
    for module in modules:
        before = look()
        try:
            importlib.import_module(module)
        except BaseException as error:
            raise Unfit(module, f"import {type(error).__name__}: {error}") from None
        why = changed(before, look())
        if why is not None:
            raise Unfit(module, why)


def threads():
    try:
        return len(os.listdir(TASKS))
    except OSError:
        return None


def look():
    return {
        "files": {fd for fd in range(MOST) if is_open(fd)},
        "environment": dict(os.environ),
        "signals": {number: signal.getsignal(number) for number in signal.valid_signals()},
        "hooks": (sys.excepthook, sys.unraisablehook, sys.stdin, sys.stdout, sys.stderr, sys.gettrace()),
        "folder": os.getcwd(),
    }


def is_open(fd):
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True


def has_children():
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def changed(before, after):
    """Why a fork would not be what a fresh process is, in a word that `model::course::Unfit` knows, or None."""
    count = threads()
    if count != 1:
        return f"threads {count - 1}"
    if has_children():
        return "process"
    if after["files"] != before["files"]:
        return "files"
    if after["environment"] != before["environment"]:
        return "environment"
    if after["signals"] != before["signals"]:
        return "signals"
    if after["hooks"] != before["hooks"] or after["folder"] != before["folder"]:
        return "streams"
    return None


def after_fork():
    """Randomness of this process's own, where a library does not see to it."""
    random = sys.modules.get("numpy.random")
    if random is not None:
        random.seed()
