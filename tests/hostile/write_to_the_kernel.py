# tries: to change the kernel's settings and its own limits by files in /proc
# holds: nothing can be opened for writing

import os

for name in ('sys/kernel/hostname', 'sys/vm/drop_caches', 'self/oom_score_adj', 'self/mem', 'self/comm', 'self/uid_map'):
    try:
        os.close(os.open(f'/proc/{name}', os.O_WRONLY))
        print('@BROKEN@')
    except OSError as error:
        print(error)
for name in ('sysrq-trigger', 'kcore', 'kmsg', 'keys'):
    try:
        with open(f'/proc/{name}', 'rb') as file:
            if file.read(1):
                print('@BROKEN@')
    except OSError as error:
        print(error)
