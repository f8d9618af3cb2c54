# tries: to leave a child in a process group of its own
# holds: it is ended with the job

import subprocess
import sys

subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'], process_group=0)
