# tries: to have the grader read a file, as the source line of a frame where the program hung
# holds: the canary is not read
# verdict: timed_out

import os
import signal
import time

os.symlink('/', 'root')
ways = [f'{os.getcwd()}/../../../../..@CANARY@', f'{os.getcwd()}/root@CANARY@']


def last_words(*_):
    frames = ''.join(f'  File "{way}", line 1 in f\n' for way in ways)
    os.write(2, f'Fatal Python error: Aborted\n\nCurrent thread 0x1 (most recent call first):\n{frames}'.encode())
    time.sleep(60)


signal.signal(signal.SIGABRT, last_words)
while True:
    time.sleep(1)
