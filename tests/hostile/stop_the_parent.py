# tries: to stop its parent
# holds: the grader goes on

import os
import signal

for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGHUP, signal.SIGABRT):
    try:
        os.kill(os.getppid(), number)
    except OSError as error:
        print(error)
