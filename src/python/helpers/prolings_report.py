"""A pytest plugin that reports each test as a record, and the options that make pytest ours.

No configuration, conftest or plugin of the learner's is read. pytest's terminal output is for nobody: verdicts come
from the records alone.
"""

import os
import pprint
import sys

import _pytest
import pluggy
import pytest
from _pytest.outcomes import Failed

import prolings_records as records

NO_RAISE = "DID NOT RAISE"
KEPT_SIDE = 8_000


class Report:
    """A pytest plugin: collects what each phase of a test says and sends one record a test."""

    def __init__(self, channel, folder, here, test_file):
        self._hidden = [here, os.path.dirname(_pytest.__file__), os.path.dirname(pluggy.__file__)]
        self._hidden += [os.path.dirname(pytest.__file__), "<frozen importlib"]
        self.attach(channel, folder, test_file)
        self._compared = None
        self._test = None
        self._load_failed = False

    def attach(self, channel, folder, test_file):
        """Says where this run happens and where its records go."""
        self._channel = channel
        self._folder = folder
        self._describe = records.Describer(folder, self._hidden).exception
        self._test_file = os.path.join(folder, test_file)

    # ---- collection

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config):
        # Its text is for nobody: the records tell everything.
        config.pluginmanager.unregister(name="terminalreporter")

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self):
        # pytest refuses to read while it captures, with advice for its own users; a learner's program finds no input.
        sys.stdin = open(os.devnull)

    def pytest_exception_interact(self, call, report):
        if isinstance(report, pytest.CollectReport):
            error = call.excinfo.value
            # pytest wraps syntax and import errors in an exception that holds only text.
            self._send_load_failure(error.__cause__ or error)

    def pytest_internalerror(self, excinfo):
        self._send_load_failure(excinfo.value)

    def pytest_collectreport(self, report):
        if report.skipped:  # `pytest.skip` while the module is loaded: by whom, the place tells
            file, line, reason = report.longrepr
            frame = {"file": records.relative(file, self._folder), "line": line, "function": "<module>"}
            message = reason.removeprefix("Skipped: ")
            self._send_load_failure({"class": "Skipped", "message": message, "frames": [frame]})

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self):
        try:
            return (yield)
        except SystemExit as error:
            self._send_load_failure(error)
            # pytest would take it for an error of its own and say so on the error stream.
            pytest.exit("the program called sys.exit while it was loaded", returncode=3)

    def _send_load_failure(self, error):
        if not self._load_failed:
            self._load_failed = True
            described = error if isinstance(error, dict) else self._describe(error)
            self._channel.send("load_failed", exception=described)

    def pytest_collection_finish(self, session):
        if not self._load_failed:
            self._channel.send("collected", tests=[test_id(item.nodeid) for item in session.items])

    # ---- tests

    def pytest_assertrepr_compare(self, op, left, right):
        self._compared = {"op": op, "left": side(left, right), "right": side(right, left)}

    def pytest_runtest_logstart(self, nodeid):
        self._compared = None
        self._test = {
            "id": test_id(nodeid),
            "outcome": "passed",
            "phase": "call",
            "exception": None,
            "message": None,
            "comparison": None,
            "explanation": None,
            "stdout": "",
            "stderr": "",
            "seconds": 0.0,
        }

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        # pytest would write out each traceback, which costs more than the test; the records are made from the exception.
        item.repr_failure = item._repr_failure_py = nothing
        report = yield
        if report.failed and self._test is not None and self._test["outcome"] == "passed":
            self._test["phase"] = report.when
            self._test["outcome"] = "failed" if report.when == "call" else "error"
            self._explain(call.excinfo)
        elif report.skipped and self._test is not None and self._test["outcome"] == "passed":
            self._test["outcome"] = "skipped"
            self._test["phase"] = report.when
            if self._skipped_by_learner(report):
                self._test["outcome"] = "failed"
                self._test["exception"] = self._describe(call.excinfo.value)
        return report

    def pytest_runtest_logreport(self, report):
        if self._test is None:
            return
        self._test["seconds"] += report.duration
        if report.when == "teardown":
            self._test["stdout"] = records.shorten(report.capstdout)
            self._test["stderr"] = records.shorten(report.capstderr)
            test, self._test = self._test, None
            self._channel.send("test", **test)

    def _explain(self, excinfo):
        """Sorts what failed a test: the author's message, the comparison, or an exception."""
        error, test = excinfo.value, self._test
        text = records.safe_text(str, error)
        if isinstance(error, Failed):  # pytest.fail, or pytest.raises that saw nothing raised
            test["message"] = records.shorten(reword(text))
        elif isinstance(error, AssertionError) and self._raised_in_test(excinfo):
            message, explanation = split_assertion(text)
            test["message"] = records.shorten(message) if message else None
            test["explanation"] = records.shorten(explanation) if explanation else None
            test["comparison"] = self._compared
        else:
            test["exception"] = self._describe(error)

    def _skipped_by_learner(self, report):
        """A suite may skip its own tests; the code that is tested may not."""
        if not isinstance(report.longrepr, tuple):
            return False
        place = os.path.abspath(str(report.longrepr[0]))
        return place != self._test_file and place.startswith(self._folder + os.sep)

    def _raised_in_test(self, excinfo):
        last = excinfo.traceback[-1]
        return os.path.abspath(str(last.path)) == self._test_file


def nothing(*_args, **_kwargs):
    return ""


def test_id(nodeid):
    return nodeid.partition("::")[2] or nodeid


def split_assertion(text):
    """The author's message and pytest's explanation of a rewritten `assert`."""
    if text.startswith("assert "):
        return None, text
    message, found, explanation = text.partition("\nassert ")
    return message, f"assert {explanation}" if found else None


def reword(text):
    if text.startswith(NO_RAISE):
        wanted = text[len(NO_RAISE) :].strip().removeprefix("<class '").removesuffix("'>")
        return f"{wanted} should have been raised, but nothing was"
    return text


def side(value, other):
    """One side of a comparison as text; long or nested values over several lines."""
    if type(value) is str and type(other) is str and ("\n" in value or "\n" in other):
        return records.shorten(value, KEPT_SIDE)
    text = records.safe_text(repr, value)
    if len(text) > 72 and type(value) in (dict, list, tuple, set, frozenset):
        text = records.safe_text(pretty, value)
    return records.shorten(text, KEPT_SIDE)


def pretty(value):
    return pprint.pformat(value, width=72)


def options(empty_ini, folder):
    """Command-line options that leave pytest nothing to find."""
    ours = ["-c", empty_ini, "--rootdir", folder, "--noconftest", "--import-mode=prepend", "--tb=native", "-q"]
    return ours + ["-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", "no:junitxml", "-p", "no:pastebin"]
