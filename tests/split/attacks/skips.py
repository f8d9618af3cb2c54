# tries: skipping the tests
import pytest


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return lambda *args: pytest.skip("not today")
