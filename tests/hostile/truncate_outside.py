# tries: to empty a file outside
# holds: nothing outside changes

import os

os.truncate('@CANARY@', 0)
print('@BROKEN@')
