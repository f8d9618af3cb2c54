# Tries what each layer of the sandbox must prevent, and prints the names of those that did.
import sys

import _socket
import posix

shown, hidden, uid, grader, port = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])


def fails(call, *args):
    try:
        call(*args)
    except OSError:
        return True
    return False


def connect(family, kind, address):
    _socket.socket(family, kind).connect(address)


def serve_oneself():
    server = _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)
    server.bind(("127.0.0.1", 0))
    server.listen()
    connect(_socket.AF_INET, _socket.SOCK_STREAM, server.getsockname())


def sees_itself_alone():
    """Of processes in /proc; what is there can be read and not changed, and nothing of who watches over it."""
    pids = [name for name in posix.listdir("/proc") if name.isdigit()]
    posix.close(posix.open("/proc/self/status", READ))
    posix.close(posix.open("/proc/meminfo", READ))
    closed = ["/proc/1/environ", f"/proc/{posix.getppid()}/mem", "/proc/1/root/etc/passwd"]
    fixed = ["/proc/self/mem", "/proc/self/comm", "/proc/sysrq-trigger", "/proc/sys/kernel/hostname"]
    return (
        pids == [str(posix.getpid())]
        and all(fails(posix.open, path, READ) for path in closed)
        and all(path_is_fixed(path) for path in fixed)
    )


def path_is_fixed(path):
    """Not open for writing, or in the place of something else: the null device."""
    return fails(posix.open, path, WRITE) or posix.stat(path).st_rdev == posix.stat("/dev/null").st_rdev


READ, WRITE = posix.O_RDONLY, posix.O_WRONLY
if fails(posix.open, shown, READ) and fails(posix.open, shown, WRITE) and fails(posix.unlink, shown):
    print("landlock")
if (
    fails(_socket.socket, _socket.AF_NETLINK, _socket.SOCK_RAW)
    and fails(_socket.socket, _socket.AF_PACKET, _socket.SOCK_RAW)
    and fails(posix.kill, grader, 0)
    and fails(posix.kill, -1, 0)
):
    print("seccomp")
if posix.getuid() != uid and fails(posix.setuid, uid):
    print("uid")
if posix.getppid() == 1:
    print("pid")
if fails(posix.stat, hidden):
    print("mount")
if fails(connect, _socket.AF_INET, _socket.SOCK_STREAM, ("127.0.0.1", port)) and not fails(serve_oneself):
    print("net")
try:
    if sees_itself_alone():
        print("own_proc")
except OSError:  # there is none, or it is closed
    pass
