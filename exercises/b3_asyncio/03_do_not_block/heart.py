"""Lets a heart beat while report is at work: python heart.py"""

import asyncio

from do_not_block import report


async def heart():
    while True:
        print("beat", flush=True)
        await asyncio.sleep(0.1)


async def main():
    beating = asyncio.create_task(heart())
    await asyncio.sleep(0)
    print(await report("a.txt", "b.txt"))
    beating.cancel()


if __name__ == "__main__":
    asyncio.run(main())
