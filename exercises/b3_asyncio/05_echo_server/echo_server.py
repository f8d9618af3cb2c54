import asyncio


class EchoServer:
    """Sends back what it gets."""

    async def start(self):
        """Listen on a free port; return it."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self._server.sockets[0].getsockname()[1]

    async def _serve(self, reader, writer):
        """Runs as a task for each client."""
        line = await reader.readline()
        writer.write(line)
        writer.close()

    async def stop(self, patience=5.0):
        self._server.close()
