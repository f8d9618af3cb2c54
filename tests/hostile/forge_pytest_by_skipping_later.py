# tries: to skip inside the tests
# holds: it does not pass
# check: pytest
# status: fault

import pytest


def double(n):
    pytest.skip('no')
