# tries: to lower its parent's priority
# holds: the grader goes on

import os

if os.getppid() != 1:
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)
    print('@BROKEN@')
