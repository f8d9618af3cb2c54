# tries: to flood from a child that outlives the program
# holds: output is limited, the child ended

import os

if os.fork() == 0:
    os.setsid()
    for _ in range(1024):
        os.write(1, b'y' * (1 << 16))
    os._exit(0)
