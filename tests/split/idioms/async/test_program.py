import asyncio
import time

import pytest
from program import Connection, fetch, fetch_all, limited, ticks, transform


def test_awaiting():
    assert asyncio.run(fetch("a")) == "A"
    assert asyncio.run(fetch_all(["a", "b"])) == ["A", "B"]


def test_things_go_on_at_once():
    async def main():
        return await asyncio.gather(*(fetch(name, 0.2) for name in "abcde"))

    start = time.perf_counter()
    assert asyncio.run(main()) == ["A", "B", "C", "D", "E"]
    assert time.perf_counter() - start < 0.8


def test_an_async_generator():
    async def main():
        return [number async for number in ticks(3)]

    assert asyncio.run(main()) == [0, 1, 2]


def test_async_callbacks():
    async def double(number):
        await asyncio.sleep(0.001)
        return number * 2

    assert asyncio.run(transform(ticks(3), double)) == [0, 2, 4]


def test_an_async_context_manager():
    async def main():
        async with Connection() as connection:
            assert await connection.query("abc") == 3
            with pytest.raises(ValueError, match="empty"):
                await connection.query("")
        return connection.log

    assert asyncio.run(main()) == ["open", "closed"]


def test_time_is_up():
    with pytest.raises(TimeoutError):
        asyncio.run(limited(0.01))


def test_cancelled_by_the_test():
    async def main():
        await asyncio.wait_for(fetch("slow", 30), timeout=0.02)

    with pytest.raises(TimeoutError):
        asyncio.run(main())
