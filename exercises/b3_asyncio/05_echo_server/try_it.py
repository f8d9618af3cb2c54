"""Talks to the server: python try_it.py"""

import asyncio

from echo_server import EchoServer


async def talk(port, *pieces):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
    writer.write_eof()
    print(await reader.read())
    writer.close()


async def main():
    server = EchoServer()
    port = await server.start()
    await talk(port, b"one\n", b"two\n", b"and the rest")
    await server.stop()


if __name__ == "__main__":
    asyncio.run(main())
