"""What it costs to run tests apart from the learner's code: ordinary suites in both modes, in turns.

    python benches/split.py target/release/prolings [ROUNDS]

The suites are those of tests/split/idioms. Prints the time of each mode and the median of the ratios of all rounds.
PROLINGS_ENV_DIR keeps the Python environment between runs.
"""

import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COURSE = 'format: 1\ntitle: Split\npython: ">=3.11"\npath: [suites]\ngroups:\n  core: { summary: pytest }\n'


def lay(folder, is_split):
    """A course with each suite and a program that is right."""
    exercises = folder / "exercises"
    shutil.copytree(ROOT / "exercises/requirements", exercises / "requirements")
    (exercises / "course.yaml").write_text(COURSE)
    for number, idiom in enumerate(sorted((ROOT / "tests/split/idioms").iterdir()), 1):
        place = exercises / "suites" / f"{number:02}_{idiom.name}"
        place.mkdir(parents=True)
        tests = (idiom / "test_program.py").read_text()
        ids = (
            (idiom / "ids").read_text().split("\n")
            if (idiom / "ids").exists()
            else re.findall(r"^def (test_\w+)", tests, re.M)
        )
        check = {"pytest": "test_program.py", "tests": [one for one in ids if one]}
        if is_split:
            check["mode"] = "split"
            if (classes := idiom / "classes").exists():
                check["classes"] = classes.read_text().split()
        manifest = {"title": idiom.name, "level": 1, "edit": ["program.py"], "hints": ["None."], "checks": [check]}
        (place / "exercise.yaml").write_text(json.dumps(manifest))
        (place / "README.md").write_text("# A suite\n")
        (place / "test_program.py").write_text(tests)
        shutil.copy(idiom / "program.py", place)
    (exercises / "suites/README.md").write_text("# Suites\n")


def judged(prolings, folder, *options):
    """Seconds of all checks together, all of which must pass."""
    command = [prolings, "check", "--all", "--json", "--no-cache", "--jobs", "1", *options]
    text = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True).stdout
    events = [json.loads(line) for line in text.splitlines()]
    results = [event for event in events if event["event"] == "exercise_finished"]
    failed = [result["exercise"] for result in results if result["status"] != "passed"]
    if failed or not results:
        sys.exit(f"not passed: {', '.join(failed) or 'nothing was judged'}")
    return sum(check["seconds"] for result in results for check in result["checks"])


def main():
    prolings = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as work:
        together, apart = pathlib.Path(work, "together"), pathlib.Path(work, "apart")
        for folder in (together, apart):
            folder.mkdir()
            lay(folder, folder is apart)
        for name, options in (("warm", ()), ("cold", ("--isolation", "cold"))):
            times = [[judged(prolings, folder, *options) for folder in (together, apart)] for _ in range(rounds)]
            ratio = statistics.median(apart / together for together, apart in times)
            both = [statistics.median(side) for side in zip(*times, strict=True)]
            print(f"{name}: in-process {both[0]:.2f} s, split {both[1]:.2f} s, {ratio:.2f} times as long")


if __name__ == "__main__":
    main()
