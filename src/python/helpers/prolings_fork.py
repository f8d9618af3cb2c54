"""Waits with a warm interpreter and forks one child a job, which then runs as if it had been started cold.

    python -s -B -X faulthandler prolings_fork.py CONTROL_FD KIND MEMORY_FILES

KIND `plain` keeps the interpreter bare, for scripts and calls; `pytest` and `judge` have imported pytest
(prolings_warm_pytest.py), `learner` what the learner's half of a split run needs (prolings_split_worker.py).
MEMORY_FILES (/dev/shm) are this server's `own`, and removed before each job, or `shared` with other programs.

Control socket, from the supervisor: four bytes of length (big-endian) and the job's fields joined by NUL, sent together
with four descriptors (stdin, stdout, stderr, records). To the supervisor: `R` and the names of the loaded modules once;
then for each job `P` and the child's pid, `X` and its wait status, numbers as eight bytes.

A learner must not see what this program imported: everything that a bare interpreter has not is taken out of
`sys.modules` again. Their own imports find it anew.
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


def hide():
    for name in [name for name in sys.modules if name not in BARE]:
        del sys.modules[name]


class Control:
    """The supervisor's end of the line."""

    def __init__(self, fd, own_memory_files):
        self._socket = _socket.socket(fileno=fd)
        posix.set_inheritable(fd, False)
        self._owner = posix.getuid() if own_memory_files else None

    def ready(self):
        names = "\0".join(sorted({name.partition(".")[0] for name in sys.modules})).encode()
        self._socket.sendall(b"R" + len(names).to_bytes(8, "big") + names)

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


def fresh_main():
    main = type(sys)("__main__")
    main.__builtins__ = sys.modules["builtins"]
    sys.modules["__main__"] = main
    return main


def prepare_script(rest):
    """What `python SCRIPT ARGS` sets before the first line runs."""
    script, *args = rest
    path = os.path.join(os.getcwd(), script)
    sys.path.insert(0, os.path.dirname(path))
    sys.argv[:] = [script, *args]
    sys.orig_argv[:] = [*sys.orig_argv[:5], script, *args]
    main = fresh_main()
    main.__annotations__ = {}
    main.__loader__ = sys.modules["_frozen_importlib"].BuiltinImporter
    return os.fsencode(path)


def run_calls(records_fd, rest, here):
    """The program for `cases` checks, in this child."""
    sys.path.insert(0, here)
    import prolings_cases  # takes our folder off sys.path again

    sys.argv[:] = ["prolings_cases.py", f"fd:{records_fd}", *rest]
    prolings_cases.main()


def main():
    control_fd, kind, memory_files = sys.argv[1:]
    here = os.path.dirname(os.path.abspath(__file__))
    control = Control(int(control_fd), memory_files == "own")
    if kind == "learner":
        sys.path.insert(0, here)
        import prolings_split_worker

        del sys.path[0]
        control.ready()
        _, records_fd, rest = become(*serve(control))
        posix.close(records_fd)
        prolings_split_worker.serve(*rest)
        return
    if kind in ("pytest", "judge"):
        sys.path.insert(0, here)
        import prolings_warm_pytest

        prolings_warm_pytest.main(control, serve, become, here, kind == "judge")
        return
    run_file = ctypes.pythonapi.PyRun_SimpleFileExFlags
    run_file.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
    LIBC.fopen.restype = ctypes.c_void_p
    import gc

    hide()
    control.ready()
    gc.collect()
    gc.freeze()
    kind, records_fd, rest = become(*serve(control))
    if kind == "cases":
        run_calls(records_fd, rest, here)
        return
    posix.close(records_fd)
    path = prepare_script(rest)
    # The interpreter's own way to run a file: tracebacks, SystemExit and exit codes are its own, without our frames.
    failed = run_file(LIBC.fopen(path, b"rb"), path, 1, None)
    if failed and getattr(sys, "last_type", None) is not KeyboardInterrupt:
        sys.exit(1)


main()
