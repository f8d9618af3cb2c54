# tries: to print more after the program has ended
# holds: it does not pass

import os
import time

if os.fork() == 0:
    time.sleep(1)
    print('late')
