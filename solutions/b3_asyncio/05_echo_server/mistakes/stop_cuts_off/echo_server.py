import asyncio


class EchoServer:
    """Sends back what it gets."""

    def __init__(self):
        self._tasks = set()

    async def start(self):
        """Listen on a free port; return it."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self._server.sockets[0].getsockname()[1]

    async def _serve(self, reader, writer):
        """Runs as a task for each client."""
        task = asyncio.current_task()
        self._tasks.add(task)
        try:
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass  # the client has broken off, or stop() has lost its patience
        finally:
            self._tasks.discard(task)
            writer.close()

    async def stop(self, patience=5.0):
        self._server.close()
        if self._tasks:
            late = set(self._tasks)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
