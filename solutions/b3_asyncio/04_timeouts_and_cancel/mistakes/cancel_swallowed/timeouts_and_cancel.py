import asyncio


async def ask(connect, question, tries=3, limit=2.0):
    """Return the answer; try again when the server fails or takes too long."""
    for number in range(1, tries + 1):
        try:
            async with asyncio.timeout(limit):
                connection = await connect()
                try:
                    return await connection.ask(question)
                finally:
                    await connection.close()
        except (OSError, asyncio.CancelledError):
            if number == tries:
                raise


if __name__ == "__main__":

    class Silent:
        async def ask(self, question):
            await asyncio.sleep(1000)

        async def close(self):
            print("closed")

    async def connect():
        print("connected")
        return Silent()

    async def main():
        task = asyncio.create_task(ask(connect, "how"))
        for _ in range(2):
            await asyncio.sleep(0.1)
            task.cancel()
        await asyncio.wait([task], timeout=1)
        print(task)

    asyncio.run(main())
