import asyncio

from another_error_first import total


def test_total():
    assert asyncio.run(total()) == 3
