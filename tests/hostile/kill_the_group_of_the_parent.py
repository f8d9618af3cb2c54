# tries: to kill the parent's process group
# holds: the grader goes on

import os

group = os.getpgid(os.getppid())
if group > 1 and group != os.getpgrp():
    os.killpg(group, 9)
    print('@BROKEN@')
