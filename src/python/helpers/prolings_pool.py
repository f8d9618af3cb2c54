"""Waits, started already, for the one job that it will run, which then runs as if Python had been started for it.

    python -s -B -X faulthandler prolings_pool.py KIND

For systems that cannot fork: nothing here is only Unix's. KIND is `script`, `cases` or `pytest`; what such a job needs
of ours is imported while nobody waits. Standard output then says that it is ready (prolings_program.py); what follows
there is the job's. Standard input says the job, once: four bytes of length (big-endian) and JSON with `cwd`, `env` (the
variables that differ), `stdin` (a file, or null), `records` (the file for them) and `rest` (the file to run and what
follows it).
"""

import sys

del sys.path[0]  # our own folder is nothing that a learner imports from
BARE = frozenset(sys.modules)

import io
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = getattr(os, "O_BINARY", 0)

sys.path.insert(0, HERE)
import prolings_program as program

del sys.path[0]


class Grader:
    """The other end of standard output and standard input, until there is a job."""

    def ready(self):
        data = program.names()
        while data:
            data = data[os.write(1, data) :]

    def receive(self):
        """The job. A grader that is gone needs nobody who waits."""
        length = self._read(4)
        return json.loads(self._read(int.from_bytes(length, "big")))

    @staticmethod
    def _read(count):
        data = b""
        while len(data) < count:
            part = os.read(0, count - len(data))
            if not part:
                os._exit(0)
            data += part
        return data


def receive(grader):
    return (grader.receive(),)


def become(job):
    """Makes this process what a fresh one would be. Returns the descriptor for records and the rest."""
    os.chdir(job["cwd"])
    os.environ.update(job["env"])
    read_from(job["stdin"] or os.devnull)
    records_fd = os.open(job["records"], os.O_WRONLY | os.O_APPEND | BINARY)
    os.set_inheritable(records_fd, False)
    return None, records_fd, job["rest"]


def read_from(file):
    """Standard input is this file, as if it had been from the start."""
    fd = os.open(file, os.O_RDONLY | BINARY)
    os.dup2(fd, 0)
    os.close(fd)
    buffer = open(0, "rb", closefd=False)
    buffer.raw.name = "<stdin>"
    old = sys.__stdin__
    newline = None if sys.platform == "win32" else "\n"
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(buffer, old.encoding, old.errors, newline)
    sys.stdin.mode = "r"


def main():
    (kind,) = sys.argv[1:]
    grader = Grader()
    if kind == "pytest":
        sys.path.insert(0, HERE)
        import prolings_warm_pytest

        del sys.path[0]
        prolings_warm_pytest.main(grader, receive, become, HERE)
        return
    if kind == "cases":
        sys.path.insert(0, HERE)
        import prolings_cases  # takes our folder off sys.path again

        grader.ready()
        _, records_fd, rest = become(grader.receive())
        sys.argv[:] = ["prolings_cases.py", f"fd:{records_fd}", *rest]
        prolings_cases.main()
        return
    run = program.script_runner()
    program.hide(BARE)
    grader.ready()
    _, records_fd, (script, *args) = become(grader.receive())
    os.close(records_fd)
    run(script, args)


main()
