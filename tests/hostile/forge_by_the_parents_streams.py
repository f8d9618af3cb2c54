# tries: to write to the streams of its parents
# holds: it does not pass

import os

for fd in range(10):
    try:
        open(f'/proc/{os.getppid()}/fd/{fd}', 'w').write('{"event":"x"}')
        print('@BROKEN@')
    except OSError:
        pass
