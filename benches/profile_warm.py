"""Where the time of a warm pytest check goes: a profile of the forked child, over the suites of `benches/run`.

    benches/run --only course --rounds 1                      # makes the suites and the virtual environment
    target/bench/venv/bin/python -s -B benches/profile_warm.py

The children are forked as the worker forks them, one after another and without a sandbox, and profiled in processor time
from the fork to the end of pytest. A profiler slows calls down, so only the shares mean something.
"""

import cProfile
import os
import pstats
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HELPERS = ROOT / "src/python/helpers"
SUITES = ROOT / "target/bench/passing/exercises"

sys.path[:1] = [str(HELPERS)]
import prolings_warm_pytest as warm

# What the shares are of: functions whose cumulative times do not overlap, but for those that are set in.
SHARES = [
    ("running the tests: pytest's hooks, fixtures, reports and the tests themselves", "main.py", "pytest_runtestloop"),
    ("    the tests' own functions", "python.py", "pytest_pyfunc_call"),
    ("collecting", "main.py", "perform_collect"),
    ("    loading the test file: rewriting its asserts, importing what it imports", "python.py", "importtestmodule"),
]


class Control:
    """Nobody orders jobs here."""

    def ready(self) -> None:
        pass


class Forks:
    """Stands for the supervisor: one child a suite. In the child `serve` returns."""

    def __init__(self, folders: list[Path], out: Path) -> None:
        self.folders, self.out = folders, out
        self.profile = cProfile.Profile(time.process_time)

    def serve(self, _control: Control) -> tuple[Path, int]:
        for folder in self.folders:
            receiver, sender = os.pipe()
            if (pid := os.fork()) == 0:
                os.close(receiver)
                self.profile.enable()
                return folder, sender
            os.close(sender)
            while os.read(receiver, 1 << 16):
                pass
            os.close(receiver)
            os.waitpid(pid, 0)
        show(self.out)
        os._exit(0)

    def become(self, folder: Path, records: int) -> tuple[str, int, list[str]]:
        os.chdir(folder)
        return "pytest", records, [next(folder.glob("test_*.py")).name]

    def leave(self, status: int) -> None:
        self.profile.disable()
        self.profile.dump_stats(self.out / str(os.getpid()))
        os._exit(status)


def show(folder: Path) -> None:
    files = list(map(str, folder.iterdir()))
    stats = pstats.Stats(*files)
    cumulative = {(Path(file).name, name): times[3] for (file, _, name), times in stats.stats.items()}
    print(f"{len(files)} suites; shares of the processor time from the fork to the end of pytest:", file=sys.__stderr__)
    for what, file, name in SHARES:
        print(f"{cumulative.get((file, name), 0) / stats.total_tt:6.0%}  {what}", file=sys.__stderr__)


def main() -> None:
    folders = sorted(folder.parent for folder in SUITES.glob("*/*/exercise.yaml"))
    if not folders:
        sys.exit("no suites: run `benches/run --only course --rounds 1` first")
    with tempfile.TemporaryDirectory() as out, tempfile.TemporaryDirectory() as here:
        Path(here, "pytest.ini").write_text("[pytest]\n")
        forks = Forks(folders, Path(out))
        warm.leave = forks.leave
        warm.main(Control(), forks.serve, forks.become, here)


main()
