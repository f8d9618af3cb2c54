async def fetch():
    return [1, 2]


async def total():
    prices = fetch()
    return sum(prices)
