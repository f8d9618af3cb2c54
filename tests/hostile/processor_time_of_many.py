# tries: to use more processor time than several cores have, by 24 busy children
# holds: processor time or time is limited by name
# verdict: timed_out limit_exceeded:cpu

import os

for _ in range(24):
    if os.fork() == 0:
        break
while True:
    pass
