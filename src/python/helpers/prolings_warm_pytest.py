"""pytest, configured once and forked where it would begin to collect.

What pytest keeps of the folder that it was started in is set anew in each child. These are private attributes, so they
are touched only in versions that were tested (`TESTED`); with another version the child configures pytest itself, which
is slower and touches nothing.
"""

import atexit
import gc
import importlib
import os
import pathlib
import pkgutil
import sys
import tempfile
import threading

import _pytest
import pytest

import prolings_hidden as hidden
import prolings_records as records
import prolings_report as report

SPLIT = "--split="
TESTED = {(9, 2)}


def preload():
    """Every module of pytest's own: what is imported before the fork is imported once."""
    for module in pkgutil.walk_packages(_pytest.__path__, "_pytest."):
        try:
            importlib.import_module(module.name)
        except ImportError:  # optional parts that need what is not installed
            continue


class Fork:
    """A plugin that waits in pytest's collection hook and returns from it in a forked child."""

    def __init__(self, wait, plugin):
        self._wait = wait
        self._plugin = plugin

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session):
        config = session.config
        capture = config.pluginmanager.getplugin("capturemanager")
        # The capture's files and descriptors belong to one process: stopped before the fork, started after it.
        capture.stop_global_capturing()
        folder, test_file = self._wait(self._plugin)
        self._settle(session, pathlib.Path(folder), test_file)
        capture.start_global_capturing()
        sys.stdin = open(os.devnull)

    @staticmethod
    def _settle(session, folder, test_file):
        config = session.config
        config._rootpath = folder
        config.pluginmanager._confcutdir = folder
        config.args = [test_file]
        config.args_source = config.ArgsSource.ARGS
        params = config.invocation_params
        config.invocation_params = type(params)(args=(test_file,), plugins=params.plugins, dir=folder)
        session.path = folder
        session._bestrelpathcache = type(session._bestrelpathcache)(folder)


def leave(status):
    """What the interpreter runs at its end, without tearing down thousands of modules one by one."""
    threading._shutdown()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            pass
    os._exit(status)


def main(control, serve, become, here, is_judge=False, modules=()):
    if is_judge:  # others need not have what this imports
        import prolings_split_suite as split
    del sys.path[0]  # our own folder is nothing that a learner imports from
    empty_ini = os.path.join(here, "pytest.ini")
    preload()
    plugin = report.Report(None, os.getcwd(), here, "")
    started, lines = [], []

    def wait(plugin):
        if modules:
            control.load(modules)
        control.ready()
        gc.collect()
        gc.freeze()
        _, records_fd, (test_file, *rest) = become(*serve(control))
        # Temporary folders are the job's, with names of its own.
        tempfile.tempdir = tempfile._name_sequence = None
        channel, folder, _ = records.begin(f"fd:{records_fd}")
        files = [word for word in rest if not word.startswith(SPLIT)]
        hidden.hide(folder, files)
        lines.extend(split.begin(told.removeprefix(SPLIT)) for told in rest if told.startswith(SPLIT))
        sys.argv[:] = [test_file]
        plugin.attach(channel, folder, test_file)
        started.append((channel, test_file))
        return folder, test_file

    if pytest.version_tuple[:2] in TESTED:
        arguments = [*report.options(empty_ini, os.getcwd()), os.path.join(here, "pytest.ini")]
        status = pytest.main(arguments, plugins=[Fork(wait, plugin), plugin])
    else:
        folder, test_file = wait(plugin)
        status = pytest.main([*report.options(empty_ini, folder), test_file], plugins=[plugin])
    if not started:  # pytest ended before it collected: the supervisor sees a server that never was ready
        sys.exit(3)
    for line in lines:
        line.close()
    started[0][0].send("finished", status=int(status))
    leave(int(status))
