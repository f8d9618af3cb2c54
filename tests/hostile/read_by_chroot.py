# tries: to change the root and climb out
# holds: the canary is not read

import os

os.mkdir('jail')
os.chroot('jail')
print('@BROKEN@')
