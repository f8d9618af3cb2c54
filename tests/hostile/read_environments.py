# tries: to read the environment and memory map of its parents
# holds: the canary is not read

import os

for pid in ('self', '1', os.getppid()):
    for name in ('environ', 'maps', 'cmdline'):
        try:
            if open(f'/proc/{pid}/{name}', 'rb').read():
                print('@BROKEN@')
        except OSError as error:
            print(error)
