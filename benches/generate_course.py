"""Writes a course of N exercises, as large as those of the real course, for benchmarks.

    python3 generate_course.py FOLDER N [--scripts-only]

Half of the exercises are scripts with an expected output, half are pytest suites (with --scripts-only all are scripts:
a first run of thousands of suites takes an hour). One in four fails. Nothing is random, so that two machines measure
the same course.
"""

import argparse
from pathlib import Path

PER_TOPIC = 100
COURSE = """\
format: 1
title: A generated course of {count} exercises
python: ">=3.11"
path: [{path}]
groups: {{ core: {{ summary: pytest }} }}
limits: {{ time: 10s, memory: 512MiB, processes: 64, output: 1MiB, network: none }}
"""
MANIFEST = """\
title: Shapes and their areas, number {number}
covers: [A1.{number}]
level: {level}
edit: [{name}.py]
groups: [core]
after: []
checks:
{check}hints:
  - Read the message of the failing line first. It names the value that was wanted, and the one that came.
  - "`total_area` must add up the areas of all shapes, and `describe` must name each shape once, in order."
  - "Start with `sum(shape.area() for shape in shapes)`, then print one line for each shape with an f-string."
mistakes:
  - name: off_by_one
    feedback: "The first shape is left out: indexes start at 0, so `range(1, len(shapes))` skips it."
    when: {{ {when} }}
  - name: rounds_too_early
    feedback: "Each area is rounded before the sum, and the errors add up. Round once, at the end."
    when: {{ {other} }}
"""
OUTPUT = """\
  - output: {name}.py
    stdout: |
      square 1: 1
      square 2: 4
      square 3: 9
      total of exercise {number}: 14
"""
PYTEST = """\
  - pytest: test_{name}.py
    tests:
{ids}
"""
PROGRAM = '''\
"""Squares and their areas: the total of exercise {number}."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Square:
    side: int

    def area(self) -> int:
        return self.side * self.side


def squares(count: int) -> list[Square]:
    return [Square(side) for side in range(1, count + 1)]


def total_area(shapes: list[Square]) -> int:
    return sum(shape.area() for shape in shapes{slip})


def describe(shapes: list[Square]) -> str:
    lines = [f"square {{shape.side}}: {{shape.area()}}" for shape in shapes]
    return "\\n".join(lines)


if __name__ == "__main__":
    shapes = squares(3)
    print(describe(shapes))
    print(f"total of exercise {number}: {{total_area(shapes)}}")
'''
TESTS = '''\
import pytest

from {name} import Square, describe, squares, total_area


@pytest.mark.parametrize("count", range(8))
def test_total(count):
    wanted = sum(side * side for side in range(1, count + 1))
    assert total_area(squares(count)) == wanted, f"the total area of {{count}} squares"


def test_area():
    assert Square(3).area() == 9, "the area of a square with side 3"


def test_describe():
    assert describe(squares(2)) == "square 1: 1\\nsquare 2: 4", "one line for each square"
'''
README = """\
# Shapes and their areas

A square knows its side and its area. `total_area` adds up the areas of a list of squares, and `describe` names each of
them in a line of its own. Something is missing in one of the two: find it, and mend it.

Run the program first, and compare what it prints with what it should print.
"""
# The environment is the real course's: its lock is copied by the caller.
IDS = [f"test_total[{count}]" for count in range(8)] + ["test_area", "test_describe"]


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def write_exercise(topic: Path, number: int, is_script: bool) -> None:
    name = f"shapes_{number:05}"
    folder = topic / f"{number % PER_TOPIC:02}_{name}"
    folder.mkdir()
    ids = "\n".join(f"      - {test}" for test in IDS)
    check = OUTPUT if is_script else PYTEST
    patterns = ("diff: 'total.*13'", "diff: 'total.*14[.]'") if is_script else ("test: test_area", "test: test_describe")
    manifest = MANIFEST.format(
        number=number,
        name=name,
        level=1 + number % 5,
        check=check.format(name=name, number=number, ids=ids),
        when=patterns[0],
        other=patterns[1],
    )
    write(folder / "exercise.yaml", manifest)
    write(folder / "README.md", README)
    slip = "[1:]" if number % 4 == 3 else ""
    write(folder / f"{name}.py", PROGRAM.format(number=number, slip=slip))
    write(folder / f"test_{name}.py", TESTS.format(name=name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--scripts-only", action="store_true")
    args = parser.parse_args()
    exercises = args.folder / "exercises"
    (exercises / "requirements").mkdir(parents=True)
    topics = [f"t{index:03}" for index in range(-(-args.count // PER_TOPIC))]
    write(exercises / "course.yaml", COURSE.format(count=args.count, path=", ".join(topics)))
    for index, name in enumerate(topics):
        topic = exercises / name
        topic.mkdir()
        write(topic / "README.md", f"# Topic {index}\n")
        for number in range(index * PER_TOPIC, min(args.count, (index + 1) * PER_TOPIC)):
            write_exercise(topic, number, args.scripts_only or number % 2 == 0)


if __name__ == "__main__":
    main()
