# tries: to take its parent's open files
# holds: the grader goes on

import ctypes
import os

try:
    parent = os.pidfd_open(os.getppid())
    if ctypes.CDLL(None).syscall(438, parent, 1, 0) >= 0:
        print('@BROKEN@')
except OSError as error:
    print(error)
