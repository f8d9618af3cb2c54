# tries: to overflow the stack of C
# holds: a crash is the program's own

import sys

sys.setrecursionlimit(1 << 30)


def f():
    return f()


f()
