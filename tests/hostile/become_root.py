# tries: to become another user
# holds: the grader goes on

import os

for change in (os.setuid, os.setgid):
    if change(12345) is None:
        print('@BROKEN@')
