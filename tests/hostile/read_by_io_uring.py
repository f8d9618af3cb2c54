# tries: to let the kernel's rings read
# holds: the canary is not read

import ctypes

libc = ctypes.CDLL(None)
if libc.syscall(425, 4, ctypes.create_string_buffer(120)) >= 0:
    print('@BROKEN@')
