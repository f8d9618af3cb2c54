import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def main():
    now = time.strftime("%X")
    print(f"started at {now}")

    task1 = asyncio.create_task(say_after(0.2, "hello"))
    task2 = asyncio.create_task(say_after(0.4, "world"))

    await task1
    await task2

    print(f"finished at {now}")


if __name__ == "__main__":
    asyncio.run(main())
