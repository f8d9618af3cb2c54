# tries: to reach everybody at once (with signal 0, which does nothing)
# holds: the grader goes on

import os

os.kill(-1, 0)
print('@BROKEN@')
