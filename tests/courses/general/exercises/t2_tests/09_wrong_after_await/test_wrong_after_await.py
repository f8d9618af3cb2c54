import asyncio

from wrong_after_await import total


def test_total():
    assert asyncio.run(total()) == 3
