"""Lets processes compute while a heart beats in the event loop of this one."""

import asyncio
import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

from choose_the_tool import answer_all
from jobs import slow_square


async def main():
    beats = 0

    async def heart():
        nonlocal beats
        while True:
            beats += 1
            await asyncio.sleep(0.001)

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        beating = asyncio.create_task(heart())
        await asyncio.sleep(0)
        pids = await answer_all([None, None], whoami, executor)
        answers = await answer_all([300_000, 200], slow_square, executor)
        beating.cancel()
    here = os.getpid() in pids
    print(json.dumps({"answers": answers, "beats": beats, "here": here}))


def whoami(question):
    return os.getpid()


if __name__ == "__main__":
    asyncio.run(main())
