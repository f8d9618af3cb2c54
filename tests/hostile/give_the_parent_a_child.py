# tries: to start a process as its parent's child, beside itself
# holds: it is not started, and nothing is left

import ctypes
import os
import platform
import time

CLONE_PARENT = 0x8000
SIGCHLD = 17
CLONE = {'x86_64': 56, 'aarch64': 220}[platform.machine()]

libc = ctypes.CDLL(None, use_errno=True)
pid = libc.syscall(CLONE, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0)
if pid == 0:
    time.sleep(20)
    os._exit(0)
if pid > 0:
    print('@BROKEN@')
