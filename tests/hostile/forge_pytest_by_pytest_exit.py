# tries: to ask pytest to stop
# holds: it does not pass
# check: pytest

import pytest


def double(n):
    pytest.exit('done', 0)
