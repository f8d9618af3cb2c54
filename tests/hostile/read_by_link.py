# tries: to read a file outside through a link
# holds: the canary is not read

import os

os.symlink('@CANARY@', 'link')
print(open('link').read())
