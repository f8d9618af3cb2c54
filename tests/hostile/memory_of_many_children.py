# tries: to take 200 MiB in each of six children, each below the limit of a process
# holds: the limit counts all of them
# verdict: limit_exceeded:memory

import os
import time

for _ in range(6):
    if os.fork() == 0:
        kept = bytearray(b'x') * (200 << 20)
        time.sleep(5)
        os._exit(0)
time.sleep(5)
print('@BROKEN@')
