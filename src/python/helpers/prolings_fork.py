"""Waits with a warm interpreter and forks one child a job, which then runs as if it had been started cold.

    python -s -B -X faulthandler prolings_fork.py CONTROL_FD KIND MEMORY_FILES [MODULE...]

KIND `plain` keeps the interpreter bare, for scripts and calls; `pytest` and `judge` have imported pytest
(prolings_warm_pytest.py), `learner` what the learner's half of a split run needs (prolings_split_worker.py). MEMORY_FILES
(/dev/shm) are this server's `own`, and removed before each job, or `shared` with other programs. The modules are imported
too, if a process may be forked after that (prolings_preload.py).

Control socket, from the supervisor: four bytes of length (big-endian) and the job's fields joined by NUL, sent together
with four descriptors (stdin, stdout, stderr, records). To the supervisor: `R` and the names of the loaded modules once, or
`N`, a module that must not be preloaded and why;
then for each job `P` and the child's pid, `X` and its wait status, numbers as eight bytes.

What a job needs of ours to become a program is in prolings_program.py.
"""

import sys

del sys.path[0]  # our own folder is nothing that a learner imports from
BARE = frozenset(sys.modules)

import _socket
import ctypes
import os
import posix
import resource

FDS = 4
PR_SET_DUMPABLE = 4
MEMORY_FILES = "/dev/shm"
LIBC = ctypes.CDLL(None)
HERE = os.path.dirname(os.path.abspath(__file__))

sys.path.insert(0, HERE)
import prolings_preload as preload
import prolings_program as program

del sys.path[0]


class Control:
    """The supervisor's end of the line."""

    def __init__(self, fd, own_memory_files):
        self._socket = _socket.socket(fileno=fd)
        posix.set_inheritable(fd, False)
        self._owner = posix.getuid() if own_memory_files else None

    def ready(self):
        self._socket.sendall(program.names())

    def load(self, modules):
        """Imports what is preloaded. A server that cannot be forked after that says why, and ends."""
        try:
            preload.load(modules)
        except preload.Unfit as unfit:
            self._socket.sendall(program.said(b"N", unfit.args))
            posix._exit(1)

    def tell(self, what, number):
        self._socket.sendall(what + number.to_bytes(8, "big", signed=True))

    def receive(self):
        """A job's fields and descriptors, or None when the supervisor is gone."""
        head, ancillary, _, _ = self._socket.recvmsg(4, _socket.CMSG_SPACE(FDS * 4))
        while 0 < len(head) < 4:
            head += self._socket.recv(4 - len(head)) or posix._exit(1)
        if not head:
            return None
        rest, body = int.from_bytes(head, "big"), b""
        while len(body) < rest:
            part = self._socket.recv(rest - len(body))
            if not part:
                return None
            body += part
        fds = [data for level, kind, data in ancillary if kind == _socket.SCM_RIGHTS]
        numbers = [int.from_bytes(fds[0][i : i + 4], sys.byteorder) for i in range(0, FDS * 4, 4)]
        return [field.decode("utf-8", "surrogateescape") for field in body.split(b"\0")], numbers

    def close(self):
        self._socket.close()

    def clean(self):
        """Nothing of the last job is left to the next: no ended process to be reaped, no memory file."""
        try:
            while posix.waitpid(-1, posix.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass
        if self._owner is not None:
            for entry in posix.scandir(MEMORY_FILES):
                if entry.stat(follow_symlinks=False).st_uid == self._owner:
                    remove(entry)


def remove(entry):
    if not entry.is_dir(follow_symlinks=False):
        posix.unlink(entry.path)
        return
    posix.chmod(entry.path, 0o700)
    for inner in posix.scandir(entry.path):
        remove(inner)
    posix.rmdir(entry.path)


def show_to_own_user(shown):
    """Whether other processes of the same user may look into this one (/proc): a job must not look into the server."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_DUMPABLE, int(shown), 0, 0, 0)


def serve(control):
    """Forks a child for each job. Returns in the child alone, with its fields; the server never returns."""
    show_to_own_user(False)
    while True:
        job = control.receive()
        if job is None:
            posix._exit(0)
        fields, fds = job
        control.clean()
        pid = posix.fork()
        if pid == 0:
            control.close()
            show_to_own_user(True)
            preload.after_fork()
            return fields, fds
        for fd in fds:
            posix.close(fd)
        control.tell(b"P", pid)
        control.tell(b"X", posix.waitpid(pid, 0)[1])


def lower(what, soft, hard):
    most = resource.getrlimit(what)[1]
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    resource.setrlimit(what, (soft, hard))


def become(fields, fds):
    """Makes this forked child what a fresh process would be. Returns the kind, the records' descriptor and the rest."""
    data, cpu, file_size, open_files, processes, kind, cwd, home, tmp, *rest = fields
    posix.setsid()
    for target, fd in enumerate(fds[:3]):
        posix.dup2(fd, target)
        posix.close(fd)
    limits = [(resource.RLIMIT_DATA, int(data)), (resource.RLIMIT_CORE, 0)]
    limits += [(resource.RLIMIT_FSIZE, int(file_size)), (resource.RLIMIT_NOFILE, int(open_files))]
    if processes:
        limits.append((resource.RLIMIT_NPROC, int(processes)))
    for what, limit in limits:
        lower(what, limit, limit)
    # A second between the signal that says what was used up and the one that nobody survives.
    lower(resource.RLIMIT_CPU, int(cpu), int(cpu) + 1)
    posix.chdir(cwd)
    os.environ["HOME"], os.environ["TMPDIR"] = home, tmp
    return kind, fds[3], rest


def run_calls(records_fd, rest):
    """The program for `cases` checks, in this child."""
    sys.path.insert(0, HERE)
    import prolings_cases  # takes our folder off sys.path again

    sys.argv[:] = ["prolings_cases.py", f"fd:{records_fd}", *rest]
    prolings_cases.main()


def main():
    control_fd, kind, memory_files, *modules = sys.argv[1:]
    control = Control(int(control_fd), memory_files == "own")
    if kind == "learner":
        sys.path.insert(0, HERE)
        import gc

        import prolings_split_worker

        del sys.path[0]
        control.load(modules)
        control.ready()
        gc.collect()
        gc.freeze()
        _, records_fd, rest = become(*serve(control))
        posix.close(records_fd)
        prolings_split_worker.serve(*rest)
        return
    if kind in ("pytest", "judge"):
        sys.path.insert(0, HERE)
        import prolings_warm_pytest

        prolings_warm_pytest.main(control, serve, become, HERE, kind == "judge", modules)
        return
    run = program.script_runner()
    import gc

    program.hide(BARE)
    control.load(modules)
    control.ready()
    gc.collect()
    gc.freeze()
    kind, records_fd, rest = become(*serve(control))
    if kind == "cases":
        run_calls(records_fd, rest)
        return
    posix.close(records_fd)
    script, *args = rest
    run(script, args)


main()
