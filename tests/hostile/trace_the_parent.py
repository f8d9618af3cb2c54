# tries: to trace its parent
# holds: the grader goes on

import ctypes
import os

PTRACE_SEIZE = 0x4206
if ctypes.CDLL(None).ptrace(PTRACE_SEIZE, os.getppid(), 0, 0) == 0:
    print('@BROKEN@')
