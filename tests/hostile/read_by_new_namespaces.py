# tries: to become root in namespaces of its own
# holds: the canary is not read

import ctypes

libc = ctypes.CDLL(None)
for flags in (0x10000000, 0x10020000, 0x20000000):
    if libc.unshare(flags) == 0:
        print('@BROKEN@')
