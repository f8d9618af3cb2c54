"""Measures prolings against the ways in which one would run the same tests without it, and prints one table.

Started by benches/run, which makes what this needs.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import course
from measure import Programs, Sample, alternate, median, middle, ratio, spread, timed

SEED = 20_26
REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass
class Row:
    """One line of the table."""

    what: str
    measured: str
    spread: str = ""
    compared: str = ""
    target: str = ""
    met: bool | None = None


def say(text: str) -> None:
    print(f"  {text}", file=sys.stderr, flush=True)


class Bench:
    """What every section needs."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.work: Path = args.work
        self.prolings: Path = args.prolings.resolve()
        self.python: Path = args.venv / "bin" / "python"
        self.programs = Programs(args.environments, sys.executable)
        self._help: dict[str, str] = {}
        self.locks = REPOSITORY / "exercises" / "requirements"

    def course(self, name: str) -> course.Course:
        return course.Course(self.work / name, self.locks)

    def has(self, option: str, *command: str) -> bool:
        """Whether a command of this prolings has an option: some came later than this benchmark."""
        key = " ".join(command)
        if key not in self._help:
            self._help[key] = self.programs.run([self.prolings, *command, "--help"], REPOSITORY)
        return option in self._help[key]

    def check(self, *options: str) -> list[str | Path]:
        uncached = ["--no-cache"] if self.has("--no-cache", "check") else []
        return [self.prolings, "check", "--all", *uncached, *options]

    def checked(self, root: Path, *options: str, codes: tuple[int, ...] = (0,)) -> Callable[[], None]:
        def run() -> None:
            forget(root)
            self.programs.run(self.check(*options), root, codes)

        return run


def forget(root: Path) -> None:
    """Takes away what prolings remembers of a course, but its environments."""
    for entry in (root / ".prolings").glob("*"):
        if entry.is_symlink() or entry.is_file():
            entry.unlink()
        elif entry.name != "env":
            shutil.rmtree(entry)


# ---- 1. a course of pytest suites


def whole_course(bench: Bench) -> list[Row]:
    made = bench.course("passing")
    folders = {suite.name: made.suite(suite, suite.solution()) for suite in course.suites(bench.args.suites, SEED)}
    twins = bench.work / "unittest"
    shutil.rmtree(twins, ignore_errors=True)
    twins.mkdir()
    for suite in course.suites(bench.args.suites, SEED):
        (twins / f"{suite.module}.py").write_text(suite.solution())
        (twins / f"test_{suite.module}.py").write_text(course.unittest_file(suite))
    files = [folder / f"test_{name}.py" for name, folder in folders.items()]
    pytest = [bench.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    one_by_one = [([*pytest, file.name], file.parent) for file in files]
    plain = [([bench.python, "-m", "unittest", "-q", f"test_{name}"], twins) for name in folders]
    programs, root = bench.programs, made.root
    cold, two = "cold pytest, one after another", "cold pytest, two at a time"
    ours_one, ours_two = "prolings check --all -j 1", "prolings check --all -j 2"
    contenders = {
        cold: lambda: programs.each(one_by_one, 1),
        two: lambda: programs.each(one_by_one, 2),
        "cold unittest (twins of the suites), two at a time": lambda: programs.each(plain, 2),
        "one shared pytest session (no isolation)": lambda: programs.each([([*pytest, *files], root)], 1),
        "pytest-xdist -n 2 (no isolation)": lambda: programs.each(
            [([*pytest, "-p", "xdist", "-n", "2", *files], root)], 1
        ),
        ours_one: bench.checked(root, "-j", "1"),
        ours_two: bench.checked(root, "-j", "2"),
    }
    if bench.has("--isolation", "check"):
        contenders["prolings check --all -j 2 --isolation none"] = bench.checked(root, "-j", "2", "--isolation", "none")
    bench.checked(root, "-j", "2")()  # environments, bytecode and disk caches are there for all alike
    samples = alternate(contenders, bench.args.rounds, say)
    tests = sum(len(suite.cases) for suite in course.suites(bench.args.suites, SEED))
    rows = [Row(f"**{len(files)} suites, {tests} tests, all pass**", "", "", "", "")]
    targets = {
        ours_one: (cold, 10.0, "10 times cold, one worker each"),
        ours_two: (two, 5.0, "5 times cold, two workers each"),
    }
    for name, runs in samples.items():
        row = Row(name, seconds(runs), spread([run.wall for run in runs]))
        row.compared = f"{ratio(samples[cold], runs):.1f} times, {ratio(samples[two], runs):.1f} times"
        if name in targets:
            against, factor, row.target = targets[name]
            row.met = ratio(samples[against], runs) >= factor
        rows.append(row)
    return rows


def seconds(runs: list[Sample]) -> str:
    return f"{median([run.wall for run in runs]):.2f} s"


# ---- 2. overhead of one check


def overhead(bench: Bench) -> list[Row]:
    suites = course.suites(min(60, bench.args.suites), SEED)
    made = bench.course("overhead")
    files = [made.suite(suite, suite.solution()) / f"test_{suite.name}.py" for suite in suites]
    told = bench.programs.run([bench.python, "-B", "own_time.py", "pytest", *files], REPOSITORY / "benches")
    own = {Path(file).stem.removeprefix("test_"): spent for file, spent in last_json(told).items()}
    rows = overhead_rows(bench, made.root, own, "pytest", 0.040)
    made = bench.course("scripts")
    rng, own = Random(SEED), {}
    for index in range(1, 61):
        name, source = f"script_{index:03}", course.script(index, rng)
        stdout = subprocess.run([sys.executable, "-"], input=source, capture_output=True, text=True, check=True).stdout
        file = made.output(name, source, stdout) / f"{name}.py"
        runs = [
            bench.programs.run([bench.python, "own_time.py", "script", file], REPOSITORY / "benches") for _ in "123"
        ]
        own[name] = median([next(iter(last_json(run).values())) for run in runs])
    return rows + overhead_rows(bench, made.root, own, "output", 0.008)


def last_json(text: str) -> dict:
    return json.loads(text.splitlines()[-1])


def overhead_rows(bench: Bench, root: Path, own: dict[str, float], kind: str, target: float) -> list[Row]:
    """From `check --json`: the `seconds` of a check, and how long it took from its first event to its last."""
    inside, whole, beyond = [], [], []
    for _ in range(bench.args.rounds):
        begun, checked = {}, []
        for number, (came, event) in enumerate(events_of(bench, root, own)):
            if event["event"] == "job_started":
                begun[event["exercise"]] = (number, came)
            if event["event"] == "job_finished" and event["verdict"] != "passed":
                raise SystemExit(f"{event['exercise']} did not pass: {event}")
            if event["event"] == "job_finished" and begun[event["exercise"]][0] > 3:  # the first one starts the server
                checked.append(event["exercise"])
                inside.append(event["seconds"] - own[event["exercise"]])
                whole.append(came - begun[event["exercise"]][1])
                beyond.append(whole[-1] - own[event["exercise"]])
    its_own = "the tests' own time" if kind == "pytest" else "the script's own time"
    limit = f"{target * 1000:.0f} ms"
    return [
        Row(
            f"one warm `{kind}` check, from order to verdict, beyond {its_own}",
            f"{median(beyond) * 1000:.1f} ms",
            middle(beyond),
            f"of {median(whole) * 1000:.1f} ms in all; {median(inside) * 1000:.1f} ms by the events' `seconds`",
            limit,
            median(beyond) <= target,
        ),
    ]


def events_of(bench: Bench, root: Path, names: Iterable[str]) -> list[tuple[float, dict]]:
    forget(root)
    argv = [*bench.check("-j", "1", "--json"), *names]
    return bench.programs.events([part for part in argv if part != "--all"], root)


# ---- 3. submissions that fail


def failing(bench: Bench) -> list[Row]:
    """200 that all fail, as the target has it, and a class's 1,000 of which every other one does."""
    return submissions(bench, 200, 1, "30 a second") + submissions(bench, 1000, 2)


def submissions(bench: Bench, count: int, nth: int, target: str = "") -> list[Row]:
    """Every `nth` submission fails half of its tests."""
    made = bench.course(f"failing_{count}")
    files = []
    for index, suite in enumerate(course.suites(count, SEED + 1)):
        source = suite.solution() if index % nth else suite.half_wrong()
        files.append(made.suite(suite, source) / f"test_{suite.name}.py")
    some = files[:: count // 40]
    pytest = [bench.python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    jobs = [([*pytest, file.name], file.parent) for file in some]
    cold, ours = f"cold pytest, two at a time ({len(some)} of them)", "prolings check --all -j 2"
    contenders = {
        cold: lambda: bench.programs.each(jobs, 2, (0, 1)),
        ours: bench.checked(made.root, "-j", "2", codes=(1,)),
    }
    samples = alternate(contenders, bench.args.rounds, say)
    rates = {name: [judged / run.wall for run in samples[name]] for name, judged in ((cold, len(some)), (ours, count))}
    ratios = [fast / slow for fast, slow in zip(rates[ours], rates[cold], strict=True)]
    failing = "all" if nth == 1 else "half"
    rows = [Row(f"**{count} submissions, of which {failing} fail half of their tests**", "")]
    for name, per_second in rates.items():
        row = Row(name, f"{median(per_second):.1f} a second", spread(per_second, "a second"))
        if name == ours:
            row.compared, row.target = f"{median(ratios):.1f} times", target
            row.met = median(per_second) >= 30 if target else None
        rows.append(row)
    return rows


# ---- 4. starting, and memory


def version(bench: Bench) -> list[Row]:
    runs: dict[str, list[float]] = {"ours": [], "true": []}
    for _ in range(40):
        for name, argv in (("ours", [str(bench.prolings), "--version"]), ("true", [shutil.which("true") or "true"])):
            runs[name].append(timed(lambda argv=argv: subprocess.run(argv, stdout=subprocess.DEVNULL, check=True)).wall)
    ours, true = median(runs["ours"]), median(runs["true"])
    compared = f"`true`, started the same way: {true * 1000:.1f} ms"
    return [Row("`prolings --version`", f"{ours * 1000:.1f} ms", middle(runs["ours"]), compared, "5 ms", ours <= 0.005)]


SLEEPING_TEST = (
    "import time\nfrom sleeps import double\n\n\ndef test_double():\n    time.sleep(4)\n    assert double(2) == 4\n"
)


def memory(bench: Bench) -> list[Row]:
    if not Path("/proc/self/smaps_rollup").exists():
        return []
    made = bench.course("memory")
    suite = course.suites(1, SEED)[0]
    suite.name, suite.cases = "sleeps", []
    folder = made.suite(suite, "def double(number):\n    return 2 * number\n")
    (folder / "test_sleeps.py").write_text(SLEEPING_TEST)
    manifest = folder / "exercise.yaml"
    manifest.write_text(manifest.read_text().replace("    tests:\n", "    tests: [test_double]\n"))
    made.output("snores", 'import time\n\ntime.sleep(4)\nprint("awake")\n', "awake\n")
    process = subprocess.Popen(
        list(map(str, bench.check("-j", "2", "--json"))),
        cwd=made.root,
        env=bench.programs.env,
        stdout=subprocess.DEVNULL,
    )
    time.sleep(2.5)
    sizes: dict[str, int] = {"the grader": pss(process.pid)}
    for supervisor in children(process.pid):
        # With a sandbox, a process that is the first of its pid namespace stands in between.
        below = descendants(supervisor)
        kinds = [command(pid)[-2] for pid in below if "prolings_fork.py" in " ".join(command(pid))]
        sizes[f"a supervisor ({kinds[0]} worker)"] = pss(supervisor)
        sizes[f"all below it, Python's server and job ({kinds[0]} worker)"] = sum(map(pss, below))
    if process.wait() != 0:
        raise SystemExit("the course for memory did not pass")
    rows = []
    for what, size in sizes.items():
        limit = {"the grader": 30}.get(what, 60 if "Python" in what else None)
        target = f"{limit} MB" if limit else ""
        row = Row(f"memory of {what}", f"{size / 1000:.1f} MB", target=target)
        row.met = None if limit is None else size < limit * 1000
        rows.append(row)
    return rows


def pss(pid: int) -> int:
    """In kB: pages that are shared count by their share."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)[1])


def children(pid: int) -> list[int]:
    return [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]


def descendants(pid: int) -> list[int]:
    found = children(pid)
    return found + [below for child in found for below in descendants(child)]


def command(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().rstrip("\0").split("\0")


# ---- 5. our own course, and checks where nothing has changed


def own_course(bench: Bench) -> list[Row]:
    """Every solution of our own course, judged as a learner's files: cold, warm, and warm without the sandbox."""
    if not bench.has("--isolation", "check"):
        return []
    root = bench.work / "own"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(REPOSITORY / "exercises", root / "exercises")
    shutil.copytree(REPOSITORY / "solutions", root / "exercises", dirs_exist_ok=True)
    contenders = {
        f"all solutions of our own course, two workers, {name}": bench.checked(root, "--jobs", "2", "--isolation", mode)
        for name, mode in (("cold", "cold"), ("warm", "best"), ("warm, no sandbox", "none"))
    }
    next(iter(contenders.values()))()  # makes the environments
    samples = alternate(contenders, bench.args.rounds, say)
    cold = next(iter(samples.values()))
    return [
        Row(name, seconds(runs), spread([run.wall for run in runs]), f"{ratio(cold, runs):.1f} times cold")
        for name, runs in samples.items()
    ]


def unchanged(bench: Bench) -> list[Row]:
    if not bench.has("--no-cache", "check"):
        return []
    made = bench.course("unchanged")
    for index in range(170):
        made.output(f"script_{index:05}", f"print({index})\n", f"{index}\n")

    def check() -> None:
        bench.programs.run([bench.prolings, "check", "--all"], made.root)

    check()
    runs = [timed(check).wall for _ in range(15)]
    row = Row("unchanged `check --all` of 170 exercises", f"{median(runs) * 1000:.1f} ms", middle(runs))
    row.target, row.met = "20 ms", median(runs) <= 0.020
    return [row]


# ---- the table


def table(rows: list[Row]) -> str:
    heads = ["what", "median", "spread", "compared", "target", ""]
    cells = [heads] + [
        [
            row.what,
            row.measured,
            row.spread,
            row.compared,
            row.target,
            {None: "", True: "met", False: "missed"}[row.met],
        ]
        for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(len(heads))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def share_of_a_core() -> float:
    """How much of the time a process that always wants to run does run: less than all where others want to as well."""
    wall, cpu = time.perf_counter(), time.process_time()
    while time.perf_counter() < wall + 1:
        pass
    return (time.process_time() - cpu) / (time.perf_counter() - wall)


def version_text() -> str:
    return sys.version.split()[0]


SECTIONS: dict[str, Callable[[Bench], list[Row]]] = {
    "course": whole_course,
    "overhead": overhead,
    "failing": failing,
    "version": version,
    "memory": memory,
    "own": own_course,
    "unchanged": unchanged,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, prog="benches/run")
    parser.add_argument("--suites", type=int, default=140, help="how many suites the generated course has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each contender runs")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="a section, again for more (default: all)")
    for inner in ("--prolings", "--venv", "--work", "--environments"):
        parser.add_argument(inner, type=Path, required=True, help=argparse.SUPPRESS)
    args = parser.parse_args()
    bench = Bench(args)
    rows, shares = [], []
    for name in args.only or SECTIONS:
        shares.append(share_of_a_core())
        say(f"-- {name} (a busy loop gets {shares[-1]:.0%} of a core)")
        rows += SECTIONS[name](bench)
    shares.append(share_of_a_core())
    got = f"a busy loop got {min(shares):.0%} to {max(shares):.0%} of a core"
    print(f"{os.cpu_count()} cores, of which {got} beside other work. Python {version_text()}, {args.rounds} rounds.")
    print("Compared: how many times faster than cold pytest one after another, and two at a time.\n")
    print(table(rows))


if __name__ == "__main__":
    main()
