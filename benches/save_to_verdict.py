"""From a save to the verdict on the screen of `prolings watch`, on a terminal of its own.

    python3 benches/save_to_verdict.py [--prolings target/release/prolings] [--saves 30] [--ways best none fresh pool]

A copy of the fixture course `small` is watched. Each save is a program that gives a marker away in its verdict; the
time runs from just before the file is written until the marker is read from the terminal: the system's notice, the
debounce, hashing, the job, the verdict and the drawing are all in it. Environments are made where PROLINGS_ENV_DIR
says, or in a folder that is thrown away. The ways `fresh` and `pool` are those of systems that cannot fork: a Python
started for each check, and one that has started before. The last column compares with the slowest way of a check.
"""

import argparse
import os
import pathlib
import pty
import select
import shutil
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests/courses/small"
CHECKS = [
    ("output", "greeting", "t1_first/01_greeting/greeting.py", "print({marker!r})\n"),
    ("pytest", "doubling", "t1_first/02_doubling/doubling.py", "def double(value):\n    return {marker!r}\n"),
    ("cases", "area", "t2_second/01_area/area.py", "def area(width, height):\n    return {marker!r}\n"),
]
WAYS = {
    "best": ["--isolation", "best"],
    "none": ["--isolation", "none"],
    "cold": ["--isolation", "cold"],
    "fresh": ["--without-fork", "--isolation", "cold"],
    "pool": ["--without-fork"],
}
PATIENCE = 120.0


class Watch:
    """A watch on a pseudo-terminal."""

    def __init__(self, prolings: str, course: pathlib.Path, name: str, options: list[str]) -> None:
        self.seen = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(course)
            os.environ["TERM"] = "xterm-256color"
            os.execv(prolings, [prolings, "watch", name, *options, "--no-color"])

    def until(self, marker: str) -> None:
        """Reads until the marker is on the terminal."""
        end = time.monotonic() + PATIENCE
        while marker.encode() not in self.seen:
            if not select.select([self.terminal], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit(f"no {marker!r} within {PATIENCE} s in\n{self.seen[-2000:].decode(errors='replace')}")
            self.seen += os.read(self.terminal, 65536)

    def rest(self, seconds: float) -> None:
        """Reads for a while, whatever comes."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.terminal], [], [], left)[0]:
                self.seen += os.read(self.terminal, 65536)

    def quit(self) -> None:
        os.write(self.terminal, b"\x03")
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def measure(watch: Watch, file: pathlib.Path, program: str, saves: int) -> list[float]:
    """Milliseconds from save to verdict; the first one, which starts a worker, is left out."""
    times = []
    for number in range(saves + 1):
        # Longer than a debounce, and as a learner saves: seldom.
        watch.rest(0.15)
        marker = f"mark-{number}-"
        start = time.perf_counter()
        file.write_text(program.format(marker=marker), encoding="utf-8")
        watch.until(marker)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times[1:])


def watched(prolings: str, way: str, name: str, path: str, program: str, saves: int) -> list[float]:
    with tempfile.TemporaryDirectory(prefix="prolings-bench-") as folder:
        course = pathlib.Path(folder)
        shutil.copytree(SMALL, course, dirs_exist_ok=True)
        shutil.copytree(ROOT / "exercises/requirements", course / "exercises/requirements")
        watch = Watch(prolings, course, name, WAYS[way])
        watch.until("Welcome")
        os.write(watch.terminal, b"\r")
        watch.until("failed")
        times = measure(watch, course / "exercises" / path, program, saves)
        watch.quit()
        return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prolings", default=str(ROOT / "target/release/prolings"))
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--ways", nargs="+", default=["best", "none", "fresh", "pool"], choices=WAYS)
    arguments = parser.parse_args()
    prolings = str(pathlib.Path(arguments.prolings).resolve())
    print(f"{'check':<8}{'way':<8}{'median':>8}{'90 %':>8}{'least':>8}{'faster':>9}   ms from save to verdict")
    for check, name, path, program in CHECKS:
        times = {way: watched(prolings, way, name, path, program, arguments.saves) for way in arguments.ways}
        medians = {way: statistics.median(of) for way, of in times.items()}
        for way, of in times.items():
            columns = [medians[way], of[int(len(of) * 0.9)], of[0]]
            faster = max(medians.values()) / medians[way]
            print(f"{check:<8}{way:<8}" + "".join(f"{column:8.1f}" for column in columns) + f"{faster:8.1f}×")


if __name__ == "__main__":
    main()
