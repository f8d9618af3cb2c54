# tries: to rename a file outside, and to move it in
# holds: nothing outside changes

import os

for target in ('@CANARY@2', 'mine'):
    try:
        os.rename('@CANARY@', target)
        print('@BROKEN@')
    except OSError as error:
        print(error)
