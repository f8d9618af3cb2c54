# tries: to have the kernel signal its parent when a descriptor is ready
# holds: the grader goes on

import fcntl
import os

reading, writing = os.pipe()
fcntl.fcntl(reading, fcntl.F_SETOWN, os.getppid())
print('@BROKEN@')
