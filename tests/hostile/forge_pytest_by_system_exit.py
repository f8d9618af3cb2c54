# tries: to leave the test run
# holds: it does not pass
# check: pytest

import sys

sys.exit(0)
