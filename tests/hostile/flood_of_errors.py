# tries: to write 64 MiB to the error stream
# holds: output is limited by name
# verdict: output_limit

import os

for _ in range(1024):
    os.write(2, b'y' * (1 << 16))
