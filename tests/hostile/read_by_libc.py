# tries: to read by libc instead of Python
# holds: the canary is not read

import ctypes

libc = ctypes.CDLL(None)
fd = libc.open(b'@CANARY@', 0)
buffer = ctypes.create_string_buffer(100)
libc.read(fd, buffer, 100)
print(buffer.value)
