# tries: to fill memory through files in /dev/shm
# holds: they are small, or go away with the job

import os

written = 0
try:
    for n in range(40):
        with open(f'/dev/shm/prolings-hostile-{n}', 'wb') as file:
            file.write(b'x' * (16 << 20))
        written += 16
except OSError:
    pass
finally:
    for n in range(40):
        try:
            os.unlink(f'/dev/shm/prolings-hostile-{n}')
        except OSError:
            pass
print(written)
