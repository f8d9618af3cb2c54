# tries: to make a folder, a link and a pipe outside
# holds: nothing outside changes

import os

for make in (os.mkdir, os.mkfifo, lambda path: os.symlink('/', path)):
    try:
        make('@OUTSIDE@/made')
        print('@BROKEN@')
    except OSError as error:
        print(error)
