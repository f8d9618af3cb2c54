# tries: to start 400 threads
# holds: processes and threads are limited by name
# verdict: limit_exceeded:processes

import threading
import time

threading.stack_size(1 << 16)
for _ in range(400):
    try:
        threading.Thread(target=time.sleep, args=(6,), daemon=True).start()
    except RuntimeError:
        time.sleep(0.05)
time.sleep(2)
