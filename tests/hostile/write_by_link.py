# tries: to write outside through a link of its own
# holds: nothing outside changes

import os

os.symlink('@OUTSIDE@', 'link')
open('link/new', 'w').write('owned')
print('@BROKEN@')
