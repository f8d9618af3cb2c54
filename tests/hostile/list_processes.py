# tries: to see the processes of others
# holds: there are none but its own

import os

try:
    others = [name for name in os.listdir('/proc') if name.isdigit() and name != str(os.getpid())]
    if others:
        print('@BROKEN@')
except OSError as error:
    print(error)
