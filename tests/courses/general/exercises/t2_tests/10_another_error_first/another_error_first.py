import asyncio


async def fetch(number):
    return number


async def total():
    return sum(await asyncio.gather(fetch(1), fetch(1 // 0)))
