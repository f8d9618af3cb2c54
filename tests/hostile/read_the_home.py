# tries: to list the user's home
# holds: the canary is not read

import os

print(os.listdir('@HOME@'))
print('@BROKEN@')
