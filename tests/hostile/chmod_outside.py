# tries: to open a file outside to all
# holds: nothing outside changes

import os

os.chmod('@CANARY@', 0o777)
