# tries: to mount the old tree again
# holds: the canary is not read

import ctypes
import os

libc = ctypes.CDLL(None)
os.mkdir('here')
if libc.mount(b'/', b'here', None, 4096, None) == 0:
    print('@BROKEN@')
    print(open('here@CANARY@').read())
