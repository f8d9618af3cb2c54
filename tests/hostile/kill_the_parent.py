# tries: to kill its parent
# holds: the grader goes on

import os
import time

try:
    os.kill(os.getppid(), 9)
except OSError as error:
    print(error)
time.sleep(0.2)
print('still here')
