# tries: to end the process well inside the call
# holds: it does not pass
# check: cases

import os


def secret():
    os._exit(0)
