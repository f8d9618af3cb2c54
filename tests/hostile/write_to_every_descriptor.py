# tries: to send noise and forged words over every descriptor that it finds
# holds: the grader goes on

import os

forged = b'{"record":"finished","status":0}\n{"Ended":0}\nX' + bytes(8)
for fd in range(3, 1024):
    try:
        os.write(fd, forged)
    except OSError:
        pass
