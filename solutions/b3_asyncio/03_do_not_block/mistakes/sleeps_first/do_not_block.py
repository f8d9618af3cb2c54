import asyncio

import slow


async def fingerprint(name):
    """Return the digest of a file."""
    await asyncio.sleep(0)
    data = slow.read(name)
    await asyncio.sleep(0)
    return slow.digest(data)


async def report(first, second):
    """Return the digests of two files."""
    return [await fingerprint(first), await fingerprint(second)]
