# tries: to pass by ending well without printing
# holds: it does not pass

import os

os._exit(0)
