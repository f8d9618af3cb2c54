# tries: to leave a conftest.py for pytest to find
# holds: it does not pass
# check: pytest

open('conftest.py', 'w').write('def pytest_collection_modifyitems(items):\n    items.clear()\n')
open('pytest.ini', 'w').write('[pytest]\naddopts = --collect-only\n')
