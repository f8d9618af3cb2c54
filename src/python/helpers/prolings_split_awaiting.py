"""What the learner's half of a split run does when tests await something of the learner's.

The tests' loop and the learner's take turns: each step of a test's `await` lets all that the learner's code has started go
on for a moment, so that things go on at once as they do in one loop. A loop of the tests' has one here for itself.
"""

import asyncio

SLICE = 0.005  # seconds that the learner's loop goes on at a time


class Awaiting:
    """The part of a worker that awaits."""

    _loop = _loop_number = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._tasks = {}

    def do_start(self, message, *_):
        if message["loop"] != self._loop_number:
            self._end_loop()
            self._loop, self._loop_number = asyncio.new_event_loop(), message["loop"]
            asyncio.set_event_loop(self._loop)
        number = len(self._tasks)
        self._tasks[number] = self._loop.create_task(self._awaiting(self._objects[message["id"]]))
        return number

    @staticmethod
    async def _awaiting(awaitable):
        return await awaitable

    def do_step(self, message, *_):
        task = self._tasks[message["task"]]
        if not task.done():
            self._loop.run_until_complete(asyncio.wait({task}, timeout=SLICE))
        return task.done()

    def do_cancel(self, message, *_):
        task = self._tasks[message["task"]]
        task.cancel()
        self._loop.run_until_complete(asyncio.wait({task}, timeout=1))

    def do_result(self, message, *_):
        return self._tasks[message["task"]].result()

    def do_close(self, message, *_):
        self._objects[message["id"]].close()

    def _end_loop(self):
        """What `asyncio.run` does at its end."""
        if self._loop is not None:
            left = asyncio.all_tasks(self._loop)
            for task in left:
                task.cancel()
            if left:
                self._loop.run_until_complete(asyncio.wait(left, timeout=1))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()
