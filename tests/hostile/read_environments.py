# tries: to read the environment and memory map of its parents
# holds: the canary is not read

import os

for pid in {'1', '2', str(os.getppid())} - {str(os.getpid())}:
    for name in ('environ', 'maps', 'cmdline', 'status', 'fd', 'root', 'cwd', 'exe'):
        try:
            os.close(os.open(f'/proc/{pid}/{name}', os.O_RDONLY))
            print('@BROKEN@')
        except OSError as error:
            print(error)
