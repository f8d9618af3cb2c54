import asyncio

import slow


async def fingerprint(name):
    """Return the digest of a file."""
    data = await asyncio.to_thread(slow.read, name)
    return await asyncio.to_thread(slow.digest, data)


async def report(first, second):
    """Return the digests of two files."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fingerprint(name)) for name in (first, second)]
    return [task.result() for task in tasks]
