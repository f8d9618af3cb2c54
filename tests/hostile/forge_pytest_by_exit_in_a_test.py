# tries: to end the test run well inside a test
# holds: it does not pass
# check: pytest

import os


def double(n):
    os._exit(0)
