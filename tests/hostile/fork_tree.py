# tries: to double processes eight times
# holds: processes are limited by name
# verdict: limit_exceeded:processes

import os
import time

for _ in range(8):
    try:
        os.fork()
    except OSError:
        break
time.sleep(3)
