# tries: to close every descriptor
# holds: the grader goes on

import os

os.closerange(0, 1024)
