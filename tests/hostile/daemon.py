# tries: to leave a daemon by forking twice
# holds: it is ended with the job

import os
import subprocess
import sys

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'])
    os._exit(0)
os.wait()
