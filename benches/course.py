"""Makes courses to measure with: always the same ones for the same seed.

A suite is an exercise with one pytest file of 10 to 20 tests over three to five small functions. Its twin in unittest's
form makes the same calls.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pool

IN_A_TOPIC = 50


@dataclass
class Case:
    """One test: a call, and what must come of it."""

    name: str
    function: str
    call: str
    expected: str | None
    raises: str | None
    fails_with_mistake: bool


@dataclass
class Suite:
    """An exercise of the generated course."""

    name: str
    tasks: list[pool.Task]
    cases: list[Case]
    shape: int

    @property
    def module(self) -> str:
        return self.name

    def solution(self) -> str:
        return joined(task.solution for task in self.tasks)

    def half_wrong(self) -> str:
        """The solution with as many functions wrong as make half of the tests fail, as nearly as can be."""
        wrong: set[str] = set()
        half, failing = len(self.cases) / 2, 0
        counts = {
            task.name: sum(c.fails_with_mistake for c in self.cases if c.function == task.name) for task in self.tasks
        }
        for name, count in sorted(counts.items(), key=lambda item: -item[1]):
            if abs(failing + count - half) < abs(failing - half):
                wrong.add(name)
                failing += count
        return joined(task.mistake if task.name in wrong else task.solution for task in self.tasks)


def joined(sources: Iterator[str]) -> str:
    return "\n\n".join(sources)


def come_of(source: str, function: str, args: tuple) -> tuple[str | None, str | None]:
    """The repr of what a call returns, or the name of the exception that it raises."""
    names: dict = {}
    exec(source, names)  # our own text, from pool.py
    try:
        return repr(names[function](*args)), None
    except Exception as error:
        return None, type(error).__name__


def cases_of(task: pool.Task, rng: Random) -> list[Case]:
    cases = []
    for number, args in enumerate(task.calls(rng), 1):
        call = f"{task.name}({', '.join(map(repr, args))})"
        expected, raises = come_of(task.solution, task.name, args)
        differs = come_of(task.mistake, task.name, args) != (expected, raises)
        cases.append(Case(f"{task.name}_{number}", task.name, call, expected, raises, differs))
    return cases


def suites(count: int, seed: int) -> list[Suite]:
    rng = Random(seed)
    made = []
    for index in range(1, count + 1):
        wanted = rng.randint(10, 20)
        tasks: list[pool.Task] = []
        cases: list[Case] = []
        for task in rng.sample(pool.TASKS, len(pool.TASKS)):
            new = cases_of(task, rng)
            if len(cases) + len(new) <= 20:
                tasks.append(task)
                cases += new
            if len(cases) >= wanted:
                break
        made.append(Suite(f"suite_{index:03}", tasks, cases, shape=index % 3))
    return made


def pytest_file(suite: Suite) -> tuple[str, list[str]]:
    """The test file, and the ids of its tests. Three shapes: plain functions, classes with a fixture, parametrised."""
    raised = sorted({case.raises for case in suite.cases if case.raises == "InsufficientFunds"})
    imports = ", ".join([*raised, *(task.name for task in suite.tasks)])
    lines, ids = ["import pytest", f"from {suite.module} import {imports}", ""], []
    for task in suite.tasks:
        cases = [case for case in suite.cases if case.function == task.name]
        plain = [case for case in cases if case.raises is None]
        if suite.shape == 2 and len(plain) > 2:
            lines += ["", "@pytest.mark.parametrize(", '    ("call", "expected"),', "    ["]
            lines += [f"        (lambda: {case.call}, {case.expected})," for case in plain]
            names = [case.name for case in plain]
            lines += ["    ],", f"    ids={names!r},", ")", f"def test_{task.name}(call, expected):"]
            lines += ["    assert call() == expected", ""]
            ids += [f"test_{task.name}[{name}]" for name in names]
            cases = [case for case in cases if case.raises]
        if suite.shape == 1 and cases:
            group = "Test" + task.name.title().replace("_", "")
            lines += [
                "",
                f"class {group}:",
                "    @pytest.fixture",
                "    def call(self):",
                f"        return {task.name}",
            ]
            for case in cases:
                lines += ["", f"    def test_{case.name}(self, call):"]
                lines += body(case, case.call.replace(task.name, "call", 1), "        ")
                ids.append(f"{group}::test_{case.name}")
            lines.append("")
            continue
        for case in cases:
            lines += ["", f"def test_{case.name}():", *body(case, case.call, "    "), ""]
            ids.append(f"test_{case.name}")
    return "\n".join(lines).rstrip() + "\n", ids


def body(case: Case, call: str, indent: str) -> list[str]:
    if case.raises:
        return [f"{indent}with pytest.raises({case.raises}):", f"{indent}    {call}"]
    if len(case.name) % 2:
        return [
            f"{indent}result = {call}",
            f'{indent}assert result == {case.expected}, "{case.function}: not what was asked for"',
        ]
    return [f"{indent}assert {call} == {case.expected}"]


def unittest_file(suite: Suite) -> str:
    lines = [
        "import unittest",
        "",
        f"from {suite.module} import *",
        "",
        "",
        f"class {suite.module.title()}(unittest.TestCase):",
    ]
    for case in suite.cases:
        lines.append(f"    def test_{case.name}(self):")
        if case.raises:
            lines += [f"        with self.assertRaises({case.raises}):", f"            {case.call}", ""]
        else:
            lines += [f"        self.assertEqual({case.call}, {case.expected})", ""]
    return "\n".join(lines)


def script(index: int, rng: Random) -> str:
    """A program that prints what a few functions give."""
    tasks = rng.sample(pool.TASKS, 3)
    calls = [case.call for task in tasks for case in cases_of(task, rng) if case.raises is None]
    return joined(task.solution for task in tasks) + "\n\n" + "".join(f"print({call})\n" for call in calls[:8])


class Course:
    """A course that is being written."""

    def __init__(self, root: Path, locks: Path) -> None:
        self.root = root
        self._place = root / "exercises"
        self._count = 0
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(locks, self._place / "requirements", ignore=shutil.ignore_patterns("[!c]*"))

    def _exercise(self, name: str, edit: str, check: str) -> Path:
        topic, number = divmod(self._count, IN_A_TOPIC)
        self._count += 1
        if number == 0:
            self._begin_topic(topic + 1)
        folder = self._place / f"t{topic + 1}_measured" / f"{number + 1:02}_{name}"
        folder.mkdir()
        (folder / "README.md").write_text(f"# {name}\n\nMake it right.\n")
        (folder / "exercise.yaml").write_text(
            f"title: {name}\nlevel: 1\nedit: [{edit}]\nchecks:\n{check}hints:\n  - One.\n  - Two.\n  - Three.\n"
        )
        return folder

    def _begin_topic(self, last: int) -> None:
        names = [f"t{number}_measured" for number in range(1, last + 1)]
        (self._place / names[-1]).mkdir()
        (self._place / names[-1] / "README.md").write_text("# Measured\n\nGenerated by benches/course.py.\n")
        (self._place / "course.yaml").write_text(
            f'format: 1\ntitle: Measured\npython: ">=3.11"\npath: [{", ".join(names)}]\n'
            "groups:\n  core: { summary: pytest }\nlimits: { time: 20s }\nwelcome: |\n  Hello.\nfinal: |\n  Bye.\n"
        )

    def suite(self, suite: Suite, learner: str) -> Path:
        text, ids = pytest_file(suite)
        listed = "".join(f"      - '{test}'\n" for test in ids)
        check = f"  - pytest: test_{suite.module}.py\n    tests:\n{listed}"
        folder = self._exercise(suite.name, f"{suite.module}.py", check)
        (folder / f"{suite.module}.py").write_text(learner)
        (folder / f"test_{suite.module}.py").write_text(text)
        return folder

    def output(self, name: str, source: str, stdout: str) -> Path:
        shown = "".join(f"      {line}\n" for line in stdout.splitlines())
        folder = self._exercise(name, f"{name}.py", f"  - output: {name}.py\n    stdout: |\n{shown}")
        (folder / f"{name}.py").write_text(source)
        return folder
