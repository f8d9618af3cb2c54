async def fetch():
    return 3


async def total():
    return await fetch() + 3
