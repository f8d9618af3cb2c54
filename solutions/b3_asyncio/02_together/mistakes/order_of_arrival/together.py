import asyncio


class Failed(Exception):
    """A section could not be fetched. Its cause is the error."""


async def load_page(fetch, names):
    """Return a dict of the names and what `fetch` gives for them."""
    failure = None
    try:
        async with asyncio.TaskGroup() as group:
            page = {}

            async def put(name):
                page[name] = await fetch(name)

            for name in names:
                group.create_task(put(name))
    except* OSError as errors:
        failure = errors.exceptions[0]
    if failure:
        raise Failed from failure
    return page


if __name__ == "__main__":

    async def fetch(name):
        print(f"fetching {name}")
        await asyncio.sleep(0.2)
        print(f"fetched {name}")
        return name.upper()

    print(asyncio.run(load_page(fetch, ["head", "news", "foot"])))
