import asyncio


async def ask(connect, question, tries=3, limit=2.0):
    """Return the answer; try again when the server fails or takes too long."""
    for _ in range(tries):
        try:
            connection = await connect()
            answer = await connection.ask(question)
            await connection.close()
            return answer
        except:  # noqa: E722
            continue


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
