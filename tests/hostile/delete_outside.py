# tries: to delete a file outside
# holds: nothing outside changes

import os

os.unlink('@CANARY@')
print('@BROKEN@')
