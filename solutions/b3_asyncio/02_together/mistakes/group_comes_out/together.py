import asyncio


class Failed(Exception):
    """A section could not be fetched. Its cause is the error."""


async def load_page(fetch, names):
    """Return a dict of the names and what `fetch` gives for them."""
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(fetch(name)) for name in names}
    return {name: task.result() for name, task in tasks.items()}


if __name__ == "__main__":

    async def fetch(name):
        print(f"fetching {name}")
        await asyncio.sleep(0.2)
        print(f"fetched {name}")
        return name.upper()

    print(asyncio.run(load_page(fetch, ["head", "news", "foot"])))
