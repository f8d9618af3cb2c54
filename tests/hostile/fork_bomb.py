# tries: to start 300 processes, each of which waits
# holds: processes are limited by name
# verdict: limit_exceeded:processes

import os
import time

for _ in range(300):
    try:
        if os.fork() == 0:
            time.sleep(8)
            os._exit(0)
    except OSError:
        time.sleep(0.05)
time.sleep(2)
