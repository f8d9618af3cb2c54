# tries: to make a file outside its own by a hard link
# holds: the canary is not read

import os

os.link('@CANARY@', 'link')
print(open('link').read())
