import asyncio

import slow


async def fingerprint(name):
    """Return the digest of a file."""
    data = await asyncio.to_thread(slow.read, name)
    return await asyncio.to_thread(slow.digest, data)


async def report(first, second):
    """Return the digests of two files."""
    return [await fingerprint(first), await fingerprint(second)]
