# tries: to nest folders so deeply that they cannot be removed by path
# holds: they are removed all the same

import os

for _ in range(500):
    os.mkdir('a' * 100)
    os.chdir('a' * 100)
