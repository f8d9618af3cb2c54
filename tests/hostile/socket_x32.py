# tries: to open a socket by the numbers of another interface
# holds: it connects to nothing outside

import ctypes

libc = ctypes.CDLL(None)
if libc.syscall(0x40000000 | 41, 2, 1, 0) >= 0:
    print('@BROKEN@')
