import asyncio


async def work():
    print("working")


async def main():
    work()
    print("done")


asyncio.run(main())
