# tries: to skip inside the tests
# holds: it does not pass
# check: pytest

import pytest


def double(n):
    pytest.skip('no')
