# tries: to declare failures as expected
# holds: it does not pass
# check: pytest
# status: fault

import pytest


def double(n):
    pytest.xfail('no')
