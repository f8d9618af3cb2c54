# tries: to skip all tests
# holds: it does not pass
# check: pytest

import pytest

pytest.skip('no', allow_module_level=True)
