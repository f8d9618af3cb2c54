# tries: to open a file by its handle
# holds: the canary is not read

import ctypes

libc = ctypes.CDLL(None)
handle = ctypes.create_string_buffer(b'\x80\0\0\0', 200)
mount = ctypes.c_int()
if libc.syscall(303, -100, b'@CANARY@', handle, ctypes.byref(mount), 0) == 0:
    print('@BROKEN@')
