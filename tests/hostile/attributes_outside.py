# tries: to add attributes to a file outside
# holds: nothing outside changes

import os

os.setxattr('@CANARY@', 'user.owned', b'1')
