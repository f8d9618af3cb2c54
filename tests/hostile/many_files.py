# tries: to make 30000 files
# holds: their number is limited by name
# verdict: limit_exceeded:files timed_out

import os
import time

for folder in range(30):
    os.mkdir(f'd{folder}')
    for n in range(1000):
        open(f'd{folder}/{n}', 'w').close()
time.sleep(1)
print('@BROKEN@')
