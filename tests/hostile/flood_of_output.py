# tries: to write 64 MiB to standard output
# holds: output is limited by name
# verdict: output_limit

import os

for _ in range(1024):
    os.write(1, b'y' * (1 << 16))
