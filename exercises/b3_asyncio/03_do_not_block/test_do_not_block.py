import asyncio
import threading
from pathlib import Path

import do_not_block
import pytest
import slow
from do_not_block import fingerprint, report

LIMIT = 5  # seconds; nothing that works ever waits so long
waited = []


class Heart:
    """Beats in the event loop; others can wait in their threads until it has beaten."""

    def __init__(self):
        self.beats = 0
        self.changed = threading.Condition()

    async def beat(self):
        while True:
            with self.changed:
                self.beats += 1
                self.changed.notify_all()
            await asyncio.sleep(0.001)

    def beats_on(self):
        """Whether it beats three times more while somebody waits in here."""
        with self.changed:
            wanted = self.beats + 3
            limit = 0.3 if waited else LIMIT
            if self.changed.wait_for(lambda: self.beats >= wanted, limit):
                return True
            waited.append(wanted)  # it has failed; others need not wait so long
            return False


def run(make):
    """Run the coroutine while a heart is beating."""
    heart = Heart()

    async def main():
        beating = asyncio.create_task(heart.beat())
        try:
            await asyncio.sleep(0)
            return await make(heart)
        finally:
            beating.cancel()

    return asyncio.run(main())


def why():
    """What a look at the file says."""
    source = Path(do_not_block.__file__).read_text(encoding="utf-8")
    if "asyncio.sleep" in source:
        return "; asyncio.sleep lets it beat only before it"
    if source.count("async def") > 2:
        return "; an async function around it does not help"
    return ""


def test_the_heart_beats_while_the_disk_is_read(monkeypatch):
    async def main(heart):
        def read(name):
            alive.append(heart.beats_on())
            return b"data"

        monkeypatch.setattr(slow, "read", read)
        monkeypatch.setattr(slow, "digest", lambda data: "digest")
        await fingerprint("a.txt")

    alive = []
    run(main)
    if alive != [True]:
        pytest.fail(
            f"while slow.read waited for the disk, the heart stood still{why()}",
            pytrace=False,
        )


def test_the_heart_beats_while_a_digest_is_computed(monkeypatch):
    async def main(heart):
        def digest(data):
            alive.append(heart.beats_on())
            return "digest"

        monkeypatch.setattr(slow, "read", lambda name: b"data")
        monkeypatch.setattr(slow, "digest", digest)
        await fingerprint("a.txt")

    alive = []
    run(main)
    if alive != [True]:
        moved = ", although reading no longer stops it" if len(waited) == 1 else ""
        pytest.fail(
            f"the heart stood still while digest computed{moved}", pytrace=False
        )


def test_real_computing_leaves_the_heart_its_turns(monkeypatch):
    """Compute, with Python code and without any waiting, until the heart has beaten."""

    async def main(heart):
        def digest(data):
            wanted = heart.beats + 3
            for _ in range(300 if waited else 20_000):
                sum(range(10_000))
                if heart.beats >= wanted:
                    return "went on"
            return "stood still"

        monkeypatch.setattr(slow, "read", lambda name: b"data")
        monkeypatch.setattr(slow, "digest", digest)
        return await fingerprint("a.txt")

    assert run(main) == "went on", (
        "while one thread computes, the loop must get its turns as well"
    )


def test_both_files_are_read_at_the_same_time(monkeypatch):
    both = threading.Barrier(2)

    def read(name):
        try:
            both.wait(0.3 if waited else LIMIT)
        except threading.BrokenBarrierError:
            return b"alone"
        return name.encode()

    monkeypatch.setattr(slow, "read", read)
    monkeypatch.setattr(slow, "digest", lambda data: data.decode())
    got = run(lambda heart: report("a.txt", "b.txt"))
    if "alone" in got:
        well = ", although nothing stops the loop any more" if not waited else ""
        waited.append("alone")
        pytest.fail(f"the files are not read at the same time{well}", pytrace=False)
    assert got == ["a.txt", "b.txt"], (
        "report must return both, in the order of the names"
    )


def test_the_order_is_that_of_the_names(monkeypatch):
    second_is_done = threading.Event()

    def read(name):
        if name == "slow":
            second_is_done.wait(0.3 if waited else LIMIT)
        else:
            second_is_done.set()
        return name.encode()

    monkeypatch.setattr(slow, "read", read)
    monkeypatch.setattr(slow, "digest", lambda data: data.decode().upper())
    assert run(lambda heart: report("slow", "quick")) == ["SLOW", "QUICK"], (
        "the digests must be in the order of the names, whichever comes first"
    )


def test_the_real_digest(monkeypatch):
    monkeypatch.setattr(slow, "read", lambda name: name.encode())
    monkeypatch.setattr(slow, "digest", lambda data: f"digest of {data.decode()}")
    assert run(lambda heart: fingerprint("a.txt")) == "digest of a.txt", (
        "fingerprint must return the digest of what was read"
    )


def test_an_error_reaches_the_caller(monkeypatch):
    def read(name):
        raise FileNotFoundError(name)

    monkeypatch.setattr(slow, "read", read)
    with pytest.raises(FileNotFoundError, match="a.txt"):
        run(lambda heart: fingerprint("a.txt"))


def test_no_thread_is_left(monkeypatch):
    monkeypatch.setattr(slow, "read", lambda name: b"data")
    monkeypatch.setattr(slow, "digest", lambda data: "digest")
    before = threading.active_count()
    run(lambda heart: report("a.txt", "b.txt"))
    assert threading.active_count() <= before, (
        "when the loop has ended, no thread may be left"
    )
