# tries: to load programs into the kernel
# holds: the grader goes on

import ctypes

libc = ctypes.CDLL(None)
for number in (321, 298, 323, 175, 246, 248):
    if libc.syscall(number, 0, ctypes.create_string_buffer(128), 0, 0, 0) >= 0:
        print('@BROKEN@')
