# tries: to change its parent's limits
# holds: the grader goes on

import os
import resource

resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (1024, 1024))
print('@BROKEN@')
