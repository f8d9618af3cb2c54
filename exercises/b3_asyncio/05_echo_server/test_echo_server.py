import asyncio
import inspect
import struct
import sys
from socket import SO_LINGER, SOL_SOCKET

import pytest
from echo_server import EchoServer

LIMIT = 5  # seconds; nothing that works ever waits so long
failed = []
complete = []


def limit():
    return 0.5 if failed else LIMIT


async def within(awaitable, otherwise):
    """Wait for it, but not for ever."""
    try:
        return await asyncio.wait_for(awaitable, limit())
    except TimeoutError:
        failed.append(otherwise)  # the others need not wait so long
        pytest.fail(otherwise, pytrace=False)


class Client:
    def __init__(self, port):
        self.port = port

    async def __aenter__(self):
        address = "127.0.0.1", self.port
        self.reader, self.writer = await asyncio.open_connection(*address)
        return self

    async def __aexit__(self, *error):
        self.writer.close()
        try:
            await asyncio.wait_for(self.writer.wait_closed(), 1)
        except (OSError, TimeoutError):
            pass

    async def say(self, data):
        self.writer.write(data)
        await self.writer.drain()

    async def hear(self, size, otherwise):
        try:
            return await within(self.reader.readexactly(size), otherwise)
        except asyncio.IncompleteReadError as error:
            return error.partial
        except ConnectionError:
            return b""  # broken off

    async def rest(
        self, otherwise="after the client has closed, the connection never ends"
    ):
        try:
            return await within(self.reader.read(), otherwise)
        except ConnectionError:
            return b""  # broken off


def with_server(scene):
    """Play a scene with a server, and look whether anything of it is left."""

    async def main():
        server = EchoServer()
        port = await server.start()
        try:
            await scene(server, port)
        finally:
            for task in asyncio.all_tasks() - {asyncio.current_task()}:
                task.cancel()
            server._server.close()

    asyncio.run(main())


def test_what_comes_goes_back():
    async def scene(server, port):
        async with Client(port) as client:
            await client.say(b"one\ntwo\n\x00\xff and the rest")
            client.writer.write_eof()
            got = await client.rest()
            assert got == b"one\ntwo\n\x00\xff and the rest", (
                "the server does not echo everything that the client has sent"
            )
        complete.append(got)

    with_server(scene)


def test_an_echo_comes_at_once():
    async def scene(server, port):
        note = ", and not with the rest at the end" if complete else ""
        async with Client(port) as client:
            for word in (b"how", b"why", b"where\n"):
                await client.say(word)
                got = await client.hear(
                    len(word),
                    f"{word!r} must come back before the client has closed{note}",
                )
                assert got == word, f"{word!r} must come back before the talk goes on"

    with_server(scene)


def test_a_large_message():
    data = bytes(range(256)) * 4000

    async def scene(server, port):
        async with Client(port) as client:

            async def speak():
                try:
                    await client.say(data)
                    client.writer.write_eof()
                except ConnectionError:
                    pass

            speaking = asyncio.create_task(speak())
            got = await client.rest("a large message never comes back")
            speaking.cancel()
            assert len(got) == len(data), (
                f"of {len(data)} bytes, {len(got)} bytes came back"
            )
            assert got == data, "all bytes must come back as they were"

    with_server(scene)


def test_a_client_that_says_nothing():
    async def scene(server, port):
        async with Client(port) as client:
            client.writer.write_eof()
            got = await client.rest()
            assert got == b"", "who says nothing hears nothing"

    with_server(scene)


def test_twenty_clients_at_once():
    async def scene(server, port):
        everybody = asyncio.Barrier(20)

        async def talk(number):
            word = b"client %d" % number
            async with Client(port) as client:
                await within(everybody.wait(), "twenty clients must be able to connect")
                await client.say(word)
                got = await client.hear(len(word), "each of twenty must get its echo")
                await within(
                    everybody.wait(),
                    "all twenty must be served before any of them goes",
                )
                return got

        got = await asyncio.gather(*(talk(number) for number in range(20)))
        assert got == [b"client %d" % number for number in range(20)], (
            "each client must get its own echo"
        )

    with_server(scene)


def test_who_breaks_off_disturbs_nobody():
    problems = []

    async def scene(server, port):
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: problems.append(context))
        async with Client(port) as client, Client(port) as rude:
            await rude.say(b"x" * 100_000)
            pair = "hh" if sys.platform == "win32" else "ii"
            linger = struct.pack(pair, 1, 0)  # closing breaks the connection off
            sock = rude.writer.get_extra_info("socket")
            sock.setsockopt(SOL_SOCKET, SO_LINGER, linger)
            rude.writer.transport.abort()
            await client.say(b"hello")
            got = await client.hear(5, "the others must be served")
            assert got == b"hello", "when one breaks off, the others must be served"
        await server.stop(limit())
        await asyncio.sleep(0)

    with_server(scene)
    assert [problem["message"] for problem in problems] == [], (
        "a client that breaks off is no error of the server"
    )


async def refused(port):
    """Whether no new client is taken."""
    try:
        async with Client(port) as client:
            await client.say(b"x")
            return await client.hear(1, "a late client hangs") != b"x"
    except OSError:
        return True


def test_stop_keeps_new_clients_out():
    async def scene(server, port):
        await within(server.stop(), "stop() without any client waits for ever")
        out = await refused(port)
        assert out, "after stop() no new client may be served"

    with_server(scene)


def test_stop_waits_for_those_inside():
    async def scene(server, port):
        async with Client(port) as client:
            await client.say(b"before")
            await client.hear(6, "the client must get its echo")
            stopping = asyncio.create_task(server.stop(LIMIT))
            await asyncio.sleep(0.05)
            assert not stopping.done(), (
                "stop() must wait for a client that is in the middle of its talk"
            )
            out = await refused(port)
            assert out, "while it waits, no new client may be served"
            await client.say(b"after")
            got = await client.hear(5, "who is inside must be served to the end")
            assert got == b"after", (
                "stop() must not cut off a client in the middle of its talk"
            )
            client.writer.write_eof()
            rest = await client.rest()
            assert rest == b"", "there is nothing more"
            await within(stopping, "when the last client has gone, stop() must end")

    with_server(scene)


def test_stop_loses_patience():
    async def scene(server, port):
        before = asyncio.all_tasks()
        async with Client(port) as client:
            await client.say(b"hello")
            await client.hear(5, "the client must get its echo")
            try:
                async with asyncio.timeout(limit()):
                    await server.stop(0.05)
            except TimeoutError:
                pytest.fail(
                    "when a client does not go, stop() waits for ever", pytrace=False
                )
            left = asyncio.all_tasks() - before
            assert left == set(), "when stop() comes back, no task may be left"
            rest = await client.rest(
                "after its patience, stop() must end the connection"
            )
            assert rest == b"", "there is nothing more"

    with_server(scene)


def test_the_usual_patience():
    patience = inspect.signature(EchoServer.stop).parameters.get("patience")
    assert patience and patience.default == 5, (
        "stop() must wait for 5 seconds if nothing else is said"
    )


def test_who_does_not_listen_is_not_listened_to():
    async def scene(server, port):
        async with Client(port) as client:
            try:
                async with asyncio.timeout(1):
                    await client.say(bytes(32 * 1024 * 1024))
                taken = "all"
            except TimeoutError:
                taken = "as much as fits"
            client.writer.transport.abort()
        assert taken == "as much as fits", (
            "a client sends 32 MiB and reads nothing: the server must not read on while "
            "nobody takes the echo, or it fills its memory"
        )

    with_server(scene)


def test_two_servers():
    async def scene(server, port):
        other = EchoServer()
        try:
            other_port = await other.start()
        except OSError as error:
            pytest.fail(f"each server needs a port of its own: {error}", pytrace=False)
        assert other_port != port, "each server needs a port of its own"
        await other.stop()
        async with Client(port) as client:
            await client.say(b"hello")
            got = await client.hear(5, "stopping one server must not stop the other")
            assert got == b"hello", "stopping one server must not stop the other"

    with_server(scene)


def test_nothing_is_left_after_a_talk():
    async def scene(server, port):
        before = asyncio.all_tasks()
        async with Client(port) as client:
            await client.say(b"hello")
            client.writer.write_eof()
            await client.rest()
        await within(server.stop(), "when nobody is inside, stop() must end")
        left = asyncio.all_tasks() - before
        assert left == set(), "when stop() comes back, no task may be left"

    with_server(scene)
