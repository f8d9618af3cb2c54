import asyncio
import sys


async def main():
    async with asyncio.timeout(10):
        results = await asyncio.gather(*(asyncio.sleep(0.01, n) for n in range(10)))
    assert results == list(range(10))
    assert await asyncio.to_thread(sum, [1, 2]) == 3
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(6 * 7)", stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert out == b"42\n", out
    print("ok")


asyncio.run(main())
