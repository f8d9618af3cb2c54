# tries: to write 480 MiB in files of 16 MiB
# holds: all that is written is limited by name
# verdict: limit_exceeded:written timed_out

import time

for n in range(30):
    with open(f'part{n}', 'wb') as file:
        file.write(b'x' * (16 << 20))
    time.sleep(0.05)
time.sleep(1)
print('@BROKEN@')
