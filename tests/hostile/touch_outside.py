# tries: to change the times of a file outside
# holds: nothing outside changes

import os

os.utime('@CANARY@', (1, 1))
