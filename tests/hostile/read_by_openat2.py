# tries: to read by a call that few know
# holds: the canary is not read

import ctypes

how = (ctypes.c_uint64 * 3)(0, 0, 0)
libc = ctypes.CDLL(None)
fd = libc.syscall(437, -100, b'@CANARY@', how, 24)
buffer = ctypes.create_string_buffer(100)
libc.read(fd, buffer, 100)
print(fd, buffer.value)
