import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    print(f"started at {time.strftime('%X')}")

    task1 = asyncio.create_task(say_after(0.2, "hello"))
    asyncio.create_task(say_after(0.4, "world"))

    await task1

    print(f"finished at {time.strftime('%X')}")


if __name__ == "__main__":
    asyncio.run(main())
