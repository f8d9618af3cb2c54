# tries: to run into the time limit with children left
# holds: it is ended with the job
# verdict: timed_out

import subprocess
import sys

for _ in range(3):
    subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)', '@MARK@'], start_new_session=True)
while True:
    pass
