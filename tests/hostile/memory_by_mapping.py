# tries: to map and touch 1 GiB outside Python's own memory
# holds: the limit by name
# verdict: raised limit_exceeded:memory

import mmap

view = mmap.mmap(-1, 1 << 30)
for place in range(0, 1 << 30, 4096):
    view[place] = 1
print('@BROKEN@')
