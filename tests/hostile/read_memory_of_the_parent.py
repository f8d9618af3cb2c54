# tries: to read its parent's memory
# holds: the grader goes on

import ctypes
import os

libc = ctypes.CDLL(None)
buffer = ctypes.create_string_buffer(8)
iovec = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 8)
if libc.process_vm_readv(os.getppid(), iovec, 1, iovec, 1, 0) > 0:
    print('@BROKEN@')
try:
    open(f'/proc/{os.getppid()}/mem', 'rb')
    print('@BROKEN@')
except OSError as error:
    print(error)
