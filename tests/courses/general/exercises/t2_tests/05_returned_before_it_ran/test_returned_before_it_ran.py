import asyncio

from returned_before_it_ran import total


def test_total():
    assert asyncio.run(total()) == 3
