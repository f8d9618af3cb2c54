# tries: to leave a large core file
# holds: none is written
# verdict: signaled

import os

kept = bytearray(b'x') * (50 << 20)
os.abort()
