import multiprocessing
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

HERE = Path(__file__).parent
LAST_LINE = "All processes finished"

# unbuffered processes would write into each other's lines
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}


def python(*arguments):
    """Run a Python of its own in this folder."""
    done = subprocess.run(
        [sys.executable, "-s", "-B", *arguments],
        cwd=HERE,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines(), done.stderr.splitlines()


def run_with(method):
    lines, errors = python("run_with.py", method, "--calls")
    calls = [line.split()[1:] for line in errors if line.startswith("calls:")]
    errors = [line for line in errors if not line.startswith("calls:")]
    return SimpleNamespace(
        lines=lines, errors="\n".join(errors), calls=calls[-1] if calls else []
    )


def error_in(errors):
    """The last exception in what was written to stderr, on one line."""
    found = re.findall(r"^\w+Error\b.*", errors, re.MULTILINE)
    return f" ({found[-1].partition(' on <')[0]})" if found else ""


def check_run(method):
    run = run_with(method)
    ran_again = "bootstrapping phase" in run.errors
    assert not ran_again, (
        f"with '{method}', each child ran the whole script again and was stopped "
        "when it tried to start processes of its own"
    )
    own_method = (
        "context has already been set" in run.errors
        or "no attribute 'fork'" in run.errors
    )
    assert not own_method, (
        f"the script insists on a start method, but it has to work with '{method}', "
        "too: not every system has every method"
    )
    lines = run.lines
    assert lines, f"with '{method}', the script printed nothing and did nothing"

    work_done_here = "work" in run.calls
    assert not work_done_here, (
        "cpu_task ran in the main program: each call of it must run in a process of "
        "its own"
    )
    before_first_join = " ".join(run.calls).partition("join")[0].split()
    assert before_first_join == ["start"] * 3, (
        "three processes must be started before the script waits for the first: "
        "they are to work at the same time"
    )
    ends = lines.count(LAST_LINE)
    assert ends <= 1, (
        f"with '{method}', '{LAST_LINE}' was printed {ends} times: the children "
        "came to that line, too"
    )
    for i in range(3):
        mine = [line for line in lines if line.startswith(f"Process {i} ")]
        assert mine == [f"Process {i} starting", f"Process {i} finishing"], (
            f"with '{method}', process {i} did not do its work{error_in(run.errors)}"
        )
    assert lines[-1] == LAST_LINE, (
        f"with '{method}', '{LAST_LINE}' must be the last line"
    )


def test_runs_with_spawn():
    check_run("spawn")


@pytest.fixture(scope="module")
def imported():
    """What happens when somebody imports the file, as every child does."""
    lines, errors = python(
        "-c", "import main_guard as m; print(callable(getattr(m, 'cpu_task', 0)))"
    )
    return SimpleNamespace(lines=lines, errors=errors)


def test_the_children_find_their_task(imported):
    found = imported.lines[-1:] == ["True"]
    assert found, (
        "a child imports this file to find cpu_task in it, so cpu_task must be defined "
        "whenever the file is imported"
    )


def test_importing_the_file_does_nothing(imported):
    printed = "\n".join(imported.lines[:-1])
    assert printed == "", (
        "a child imports this file to find cpu_task: importing it must not start or "
        "print anything"
    )


def test_runs_with_fork_where_there_is_one():
    if "fork" in multiprocessing.get_all_start_methods():
        check_run("fork")
