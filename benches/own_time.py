"""How long tests and scripts take by themselves, inside a Python that runs already: what no runner can save.

python own_time.py pytest FILE…     seconds of each file: its module's import, and setup, call, teardown of its tests
python own_time.py script FILE      seconds of a script, from its first line to its last
"""

import json
import sys
import time
from collections import defaultdict
from pathlib import Path


def executed(file: Path, name: str) -> float:
    source = file.read_text()
    start = time.perf_counter()
    exec(compile(source, str(file), "exec"), {"__name__": name, "__file__": str(file)})
    return time.perf_counter() - start


class Durations:
    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report) -> None:
        self.seconds[Path(report.nodeid.partition("::")[0]).name] += report.duration


def main() -> None:
    kind, *files = sys.argv[1:]
    if kind == "script":
        seconds = {files[0]: executed(Path(files[0]), "__main__")}
    else:
        import pytest

        durations = Durations()
        pytest.main(["-q", "-p", "no:cacheprovider", "--tb=no", *files], plugins=[durations])
        seconds = durations.seconds
        for file in map(Path, files):
            seconds[file.name] += executed(file.with_name(file.name.removeprefix("test_")), "learner")
    print("\n" + json.dumps(seconds))


main()
