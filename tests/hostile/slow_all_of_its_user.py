# tries: to lower the priority of all processes of its user, the grader's helpers among them
# holds: the grader goes on

import os

os.setpriority(os.PRIO_USER, 0, 19)
print('@BROKEN@')
