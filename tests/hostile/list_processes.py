# tries: to see the processes of others
# holds: the canary is not read

import os

try:
    os.listdir('/proc')
    print('@BROKEN@')
except OSError as error:
    print(error)
