# tries: to send records of success over every descriptor
# holds: it does not pass
# check: cases

import os

for fd in range(3, 1024):
    try:
        os.write(fd, b'{"record":"finished","status":0}\n' * 3)
    except OSError:
        pass


def secret():
    os._exit(0)
