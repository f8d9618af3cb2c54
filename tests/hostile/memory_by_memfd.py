# tries: to keep memory in a file that no folder has
# holds: such files cannot be made

import os

try:
    os.memfd_create('hoard')
    print('@BROKEN@')
except OSError as error:
    print(error)
