# tries: to trace even a child
# holds: the grader goes on

import ctypes

if ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0:
    print('@BROKEN@')
