import slow


async def fingerprint(name):
    """Return the digest of a file."""
    data = await read(name)
    return await digest(data)


async def read(name):
    return slow.read(name)


async def digest(data):
    return slow.digest(data)


async def report(first, second):
    """Return the digests of two files."""
    return [await fingerprint(first), await fingerprint(second)]
