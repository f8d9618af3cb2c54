# tries: to wait for ever
# holds: the time limit by name
# verdict: timed_out

import time

while True:
    time.sleep(1000)
