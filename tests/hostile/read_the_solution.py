# tries: to read the course: solutions, tests, expected output
# holds: the canary is not read

import os

for folder, _, files in os.walk('@COURSE@'):
    for name in files:
        print(open(os.path.join(folder, name), errors='replace').read()[:200])
        print('@BROKEN@')
