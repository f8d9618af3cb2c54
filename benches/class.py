"""A class of 1,000 submissions with 20 exercises each: submissions a second and core, and memory over time.

    python3 benches/class.py [--submissions N] [--jobs N]

It generates course and class below target/bench/class, always the same, and takes the prolings that PROLINGS_BIN names or
builds one. Memory is the proportional set size of prolings and everything below it, in the course of the run: it must
not grow with the number of submissions.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target/bench/class"

MANIFEST = "title: Number {n}\nlevel: 1\nedit: [e{n:02}.py]\nchecks:\n{checks}hints: [a, b, c]\n"
OUTPUT = '  - output: e{n:02}.py\n    stdout: "{total}\\n"\n'
CASES = "  - cases: e{n:02}.py\n    table:\n      - {{ call: f, args: [2], returns: {two} }}\n      - {{ call: f, args: [5], returns: {five} }}\n"
PYTEST = "  - pytest: test_e{n:02}.py\n    tests: [test_two, test_five]\n"
SUITE = "from e{n:02} import f\n\n\ndef test_two():\n    assert f(2) == {two}\n\n\ndef test_five():\n    assert f(5) == {five}\n"


def kind(n):
    """Half scripts, a quarter calls, a quarter suites."""
    return ("output", "cases", "output", "pytest")[n % 4]


def answer(n, right=True):
    factor = n + 1 if right else n
    if kind(n) == "output":
        return f"print(sum(number * {factor} for number in range(100)))\n"
    return f"def f(value):\n    return value * {factor}\n"


def starter(n):
    return "print('start here')\n" if kind(n) == "output" else "def f(value):\n    return None\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def make_course(course, exercises):
    write(
        course / "exercises/course.yaml",
        'format: 1\ntitle: A class\npython: ">=3.11"\npath: [t1_all]\ngroups:\n  core: { summary: pytest }\n',
    )
    shutil.copytree(ROOT / "exercises/requirements", course / "exercises/requirements")
    write(course / "exercises/t1_all/README.md", "# All\n")
    for n in range(exercises):
        folder = f"t1_all/{n + 1:02}_e{n:02}"
        values = {"n": n, "total": 4950 * (n + 1), "two": 2 * (n + 1), "five": 5 * (n + 1)}
        checks = {"output": OUTPUT, "cases": CASES, "pytest": PYTEST}[kind(n)].format(**values)
        write(course / "exercises" / folder / "exercise.yaml", MANIFEST.format(n=n, checks=checks))
        write(course / "exercises" / folder / "README.md", f"# Number {n}\n")
        write(course / "exercises" / folder / f"e{n:02}.py", starter(n))
        if kind(n) == "pytest":
            write(course / "exercises" / folder / f"test_e{n:02}.py", SUITE.format(**values))
        write(course / "solutions" / folder / f"e{n:02}.py", answer(n))
        write(course / "solutions" / folder / "NOTES.md", "It multiplies.\n")


def make_class(place, submissions, exercises):
    """Of a hundred answers 70 are right, 20 wrong and 10 untouched."""
    random.seed(7)
    judged = 0
    for number in range(submissions):
        for n in range(exercises):
            draw = random.random()
            text = answer(n) if draw < 0.7 else answer(n, right=False) if draw < 0.9 else starter(n)
            judged += draw < 0.9
            write(place / f"learner-{number:04}/exercises/t1_all/{n + 1:02}_e{n:02}/e{n:02}.py", text)
    return judged


def tree(pid):
    """The process and everything below it."""
    found = [pid]
    for child in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            for below in child.read_text().split():
                found += tree(int(below))
        except OSError:
            pass
    return found


def memory(pid):
    """Proportional set sizes, in MiB: of prolings itself, and of all together."""
    sizes = []
    for process in tree(pid):
        try:
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            sizes.append(next(int(line.split()[1]) for line in lines if line.startswith("Pss:")))
        except (OSError, StopIteration):
            sizes.append(0)
    return sizes[0] / 1024, sum(sizes) / 1024


def rows(journal):
    try:
        with open(journal, "rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) - 1
    except OSError:
        return 0


def measure(command, cwd, journal, total):
    marks = [0.02, 0.1, 0.25, 0.5, 0.75, 0.98]
    samples = []
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while process.poll() is None:
        if marks and rows(journal) >= marks[0] * total:
            # Workers come and go: the median of some looks.
            looks = sorted(memory(process.pid) for _ in range(5))
            samples.append((marks.pop(0), *looks[2]))
        time.sleep(0.2)
    if process.returncode:
        sys.exit(f"prolings ended with {process.returncode}: {process.stderr.read().decode()}")
    return time.monotonic() - start, samples


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--submissions", type=int, default=1000)
    parser.add_argument("--exercises", type=int, default=20)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    options = parser.parse_args()
    prolings = os.environ.get("PROLINGS_BIN")
    if not prolings:
        subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
        prolings = ROOT / "target/release/prolings"
    prolings = str(Path(prolings).resolve())
    shutil.rmtree(WORK, ignore_errors=True)
    make_course(WORK / "course", options.exercises)
    judged = make_class(WORK / "class", options.submissions, options.exercises)
    os.environ.setdefault("PROLINGS_ENV_DIR", str(ROOT / "target/bench/env"))
    course = WORK / "course"
    # Makes the environment.
    subprocess.run([prolings, "check", "e00"], cwd=course, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command = [prolings, "grade", "--submissions", str(WORK / "class"), "--output", str(WORK / "grades")]
    command += ["--seed", "7", "--jobs", str(options.jobs)]
    wall, samples = measure(command, course, WORK / "grades/journal.jsonl", options.submissions)
    again = time.monotonic()
    subprocess.run(command, cwd=course, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    again = time.monotonic() - again
    print(f"{options.submissions} submissions, {options.exercises} exercises, {judged} judged, {options.jobs} at once")
    print(f"{wall:.1f} s: {judged / wall / options.jobs:.1f} exercises and", end=" ")
    print(f"{options.submissions / wall / options.jobs:.2f} submissions a second and core")
    print(f"again, with nothing changed: {again:.2f} s")
    print("graded   prolings   all processes (PSS)")
    for share, own, everything in samples:
        print(f"{share:5.0%}   {own:6.1f} MiB   {everything:6.1f} MiB")


if __name__ == "__main__":
    main()
