# tries: to give a file outside to another user
# holds: nothing outside changes

import os

os.chown('@CANARY@', 12345, 12345)
