# tries: to crash with a child left
# holds: it is ended with the job

import os
import subprocess
import sys

subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'], start_new_session=True)
os.kill(os.getpid(), 9)
