# tries: to leave a stopped child
# holds: it is ended with the job

import os
import signal
import subprocess
import sys

child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'], start_new_session=True)
os.kill(child.pid, signal.SIGSTOP)
