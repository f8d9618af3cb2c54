# tries: to signal its parent through a descriptor (signal 0)
# holds: the grader goes on

import os
import signal

parent = os.pidfd_open(os.getppid())
if os.getppid() != 1:
    signal.pidfd_send_signal(parent, 0)
    print('@BROKEN@')
