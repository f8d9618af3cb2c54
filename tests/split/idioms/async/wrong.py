import asyncio


async def fetch(name, delay=0.0):
    await asyncio.sleep(delay)
    return name


async def fetch_all(names):
    return await asyncio.gather(*(fetch(name, 0.01) for name in names))


async def transform(source, function):
    return [await function(item) async for item in source]


async def ticks(count):
    for number in range(count):
        await asyncio.sleep(0)
        yield number


class Connection:
    def __init__(self):
        self.log = []

    async def __aenter__(self):
        await asyncio.sleep(0)
        self.log.append("open")
        return self

    async def __aexit__(self, *error):
        self.log.append("closed")

    async def query(self, text):
        if not text:
            raise ValueError("empty query")
        return len(text)


async def limited(seconds):
    async with asyncio.timeout(seconds):
        await asyncio.sleep(30)
