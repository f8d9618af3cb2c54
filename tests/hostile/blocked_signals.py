# tries: to run for ever with every signal blocked
# holds: the time limit by name
# verdict: timed_out

import signal

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
while True:
    pass
