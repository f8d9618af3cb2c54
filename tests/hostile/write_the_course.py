# tries: to change the exercise and the progress
# holds: nothing outside changes

import os

for path in ('@COURSE@/exercises/owned.txt', '@COURSE@/.prolings/owned.txt', '@COURSE@/owned.txt'):
    try:
        open(path, 'w').write('owned')
        print('@BROKEN@')
        os.unlink(path)
    except OSError as error:
        print(error)
