# tries: to adopt its own orphans instead of the supervisor
# holds: it is ended with the job

import ctypes
import os
import subprocess
import sys

PR_SET_CHILD_SUBREAPER = 36
if os.fork() == 0:
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    if os.fork() == 0:
        os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'])
    os.execv(sys.executable, [sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'])
