# tries: to leave a child in a session of its own
# holds: it is ended with the job

import subprocess
import sys

subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'], start_new_session=True)
