"""Runs contenders in turns and tells medians, spreads and ratios.

Other work may go on beside a measurement. So contenders alternate, and a ratio is the median of the ratios within each
round. Processor times are not told: what runs in a pid namespace is not in the times that its grader can read.
"""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Sample:
    """What one run cost, in seconds."""

    wall: float


Contender = Callable[[], None]


def timed(contender: Contender) -> Sample:
    start = time.perf_counter()
    contender()
    return Sample(time.perf_counter() - start)


def alternate(contenders: dict[str, Contender], rounds: int, say: Callable[[str], None]) -> dict[str, list[Sample]]:
    """Every contender once a round; the order turns around from round to round."""
    samples: dict[str, list[Sample]] = {name: [] for name in contenders}
    for number in range(rounds):
        names = list(contenders)
        for name in names if number % 2 == 0 else reversed(names):
            samples[name].append(timed(contenders[name]))
            say(f"round {number + 1}: {name}: {samples[name][-1].wall:.2f} s")
    return samples


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def spread(values: Sequence[float], unit: str = "s", scale: float = 1) -> str:
    """The least and the greatest."""
    return f"{min(values) * scale:.3g} to {max(values) * scale:.3g} {unit}"


def middle(values: Sequence[float], unit: str = "ms", scale: float = 1000) -> str:
    """Between which values the middle half lies."""
    low, _, high = statistics.quantiles(values, n=4)
    return f"{low * scale:.3g} to {high * scale:.3g} {unit}"


def ratio(of: list[Sample], to: list[Sample]) -> float:
    """How many times faster `of` is than `to`."""
    return median([slow.wall / fast.wall for slow, fast in zip(of, to, strict=True)])


class Programs:
    """How contenders are started: nothing of the user's environment but PATH and HOME."""

    def __init__(self, environments: Path, python: str) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.env = {
            **kept,
            "LANG": "C.UTF-8",
            "PROLINGS_ENV_DIR": str(environments),
            "PROLINGS_PYTHON": python,
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }

    def run(self, argv: Sequence[str | Path], cwd: Path, codes: Sequence[int] = (0,)) -> str:
        done = subprocess.run(list(map(str, argv)), cwd=cwd, env=self.env, capture_output=True, text=True, check=False)
        if done.returncode not in codes:
            told = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
            raise SystemExit(f"{' '.join(map(str, argv))}\nended with {done.returncode}\n{told}")
        return done.stdout

    def each(
        self, argvs: Sequence[tuple[Sequence[str | Path], Path]], at_once: int, codes: Sequence[int] = (0,)
    ) -> None:
        with ThreadPoolExecutor(at_once) as pool:
            for _ in pool.map(lambda job: self.run(job[0], job[1], codes), argvs):
                pass

    def events(self, argv: Sequence[str | Path], cwd: Path) -> list[tuple[float, dict]]:
        """The events of a `check --json`, each with the time at which it came."""
        process = subprocess.Popen(
            list(map(str, argv)), cwd=cwd, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        came = [(time.perf_counter(), json.loads(line)) for line in process.stdout]
        process.wait()
        return came
