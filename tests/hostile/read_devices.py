# tries: to read disks and memory
# holds: the canary is not read

import glob

for device in ['/dev/mem', '/dev/kmem', '/dev/kmsg', *glob.glob('/dev/vd*'), *glob.glob('/dev/sd*')]:
    try:
        open(device, 'rb').read(1)
        print('@BROKEN@')
    except OSError:
        pass
