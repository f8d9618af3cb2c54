# tries: to reach files through /proc
# holds: the canary is not read

import os

for root in ('/proc/self/root', '/proc/1/root', f'/proc/{os.getppid()}/root', f'/proc/{os.getppid()}/cwd'):
    try:
        print(open(root + '@CANARY@').read())
    except OSError as error:
        print(error)
