# tries: to run for ever with every signal ignored
# holds: the time limit by name
# verdict: timed_out

import signal

for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except OSError:
        pass
while True:
    pass
