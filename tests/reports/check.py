"""Reads reports as others would, and compares what they read: `check.py FOLDER RUN…`.

Each check counts what it has looked at; one that has looked at nothing is an error.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import junitparser
import xunitparser
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = Path(__file__).resolve().parent / "schemas"
CHECKED = Counter()
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
LIMITS = {"junit": 8 << 20, "markdown": 65_535, "github": 1 << 20}


class Run:
    """One run's reports, and what must be in each: the `json` report is what others are compared with."""

    def __init__(self, folder):
        self.folder = folder
        self.name = folder.name
        self.report = self.json("json")
        self.results = self.report["results"]
        self.by_status = Counter(result["status"] for result in self.results)

    def bytes(self, name):
        content = (self.folder / name).read_bytes()
        assert len(content) <= LIMITS.get(name, 64 << 20), f"{self.name}/{name} is too large: {len(content)}"
        return content

    def text(self, name):
        text = self.bytes(name).decode("utf-8")
        found = HIDDEN.search(text.replace("\n", ""))
        assert not found, f"{self.name}/{name} has {found.group()!r}"
        return text

    def json(self, name):
        return json.loads(self.text(name), parse_constant=lambda word: sys.exit(f"{name}: {word} is not JSON"))

    def earned(self):
        return sum(result["score"]["earned"] for result in self.results if result["status"] in ("passed", "failed"))


def validator(path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def must_hold(schema, value, what):
    problems = [f"{error.json_path}: {error.message[:300]}" for error in schema.iter_errors(value)]
    assert not problems, f"{what}: {problems[:5]}"
    CHECKED[what.split("/")[-1]] += 1


def check_json(run):
    must_hold(validator(ROOT / "docs/schema/report.schema.json"), run.report, f"{run.name}/json")
    assert run.report["complete"], f"{run.name}: also a run that is stopped comes to its end"
    assert (run.by_status["cancelled"] > 0) == (run.name == "stopped"), run.by_status


def check_jsonl(run):
    schema = validator(ROOT / "docs/schema/event.schema.json")
    lines = run.text("jsonl").splitlines()
    events = [json.loads(line) for line in lines]
    for event in events:
        must_hold(schema, event, f"{run.name}/jsonl")
    finished = [event for event in events if event["event"] == "exercise_finished"]
    done = [result for result in finished if result["status"] != "cancelled"]
    assert len(done) == sum(result["status"] != "cancelled" for result in run.results), run.name


def check_junit(run):
    run.text("junit")
    path = str(run.folder / "junit")
    counts = (len(run.results), run.by_status["failed"], run.by_status["fault"])
    skipped = run.by_status["skipped"] + run.by_status["cancelled"]

    suites = junitparser.JUnitXml.fromfile(path)
    cases = [case for suite in suites for case in suite]
    names = [(case.classname, case.name) for case in cases]
    assert len(set(names)) == len(names), f"{run.name}: two cases of one name"
    assert {name for _, name in names} == {result["exercise"] for result in run.results}, names
    kinds = Counter(type(one).__name__ for case in cases for one in case.result)
    assert (len(cases), kinds["Failure"], kinds["Error"]) == counts and kinds["Skipped"] == skipped, kinds
    sums = [sum(getattr(suite, name) or 0 for suite in suites) for name in ("tests", "failures", "errors")]
    assert tuple(sums) == counts, f"{run.name}: the suites say {sums}, not {counts}"
    CHECKED["junitparser"] += len(cases)

    with open(path, encoding="utf-8") as file:
        read, _ = xunitparser.parse(file)
    results = Counter(case.result for suite in read for case in flat(suite))
    assert (sum(results.values()), results["failure"], results["error"]) == counts, results
    assert results["skipped"] == skipped, results
    CHECKED["xunitparser"] += sum(results.values())


def flat(suite):
    return [case for one in suite for case in flat(one)] if hasattr(suite, "__iter__") else [suite]


def check_gradescope(run):
    report = run.json("gradescope")
    must_hold(validator(SCHEMAS / "gradescope.schema.json"), report, f"{run.name}/gradescope")
    assert abs(report["score"] - run.earned()) < 1e-9, report["score"]
    judged = [test for test in report["tests"] if "score" in test]
    assert len(judged) == run.by_status["passed"] + run.by_status["failed"], "only what was judged has a score"


def check_classroom(run):
    report = run.json("classroom")
    must_hold(validator(SCHEMAS / "classroom.schema.json"), report, f"{run.name}/classroom")
    every = sum(test["score"] for test in report["tests"])
    of_passed = sum(test["score"] for test in report["tests"] if test["status"] == "pass")
    assert abs(every - run.earned()) < 1e-9 and abs(of_passed - run.earned()) < 1e-9, (every, of_passed)


def check_exercism(run):
    report = run.json("exercism")
    must_hold(validator(SCHEMAS / "exercism.schema.json"), report, f"{run.name}/exercism")
    wanted = {"hostile": "error", "failing": "fail", "passing": "pass"}.get(run.name, report["status"])
    assert report["status"] == wanted, report["status"]


def check_markdown(run):
    text = run.text("markdown")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    markup = [token.content for token in tokens if token.type == "html_block"]
    inline = [child for token in tokens for child in token.children or []]
    markup += [child.content for child in inline if child.type == "html_inline"]
    words = "failed|could not be judged|nicht bestanden|nicht zu beurteilen"
    ours = re.compile(rf"(</?(details|summary|sub)>|[a-z_0-9]+ ({words})|\s)*")
    for piece in markup:
        assert ours.fullmatch(piece) or piece.startswith("<sub>prolings"), f"{run.name}: {piece!r}"
    assert not [child for child in inline if child.type in ("link_open", "image")], run.name
    assert "@everyone" not in "".join(child.content for child in inline if child.type == "text"), run.name
    CHECKED["markdown"] += len(tokens)
    for part in ["github"]:
        assert run.text(part), f"{run.name} has no summary"


def check_proof(run):
    """What is no proof is named where proof is wanted, in the place that each format has, and nowhere else."""
    unproved = run.report.get("not_forgery_proof")
    assert (unproved is not None) == (run.name == "proof"), run.name
    said = {
        case.name
        for suite in junitparser.JUnitXml.fromfile(str(run.folder / "junit"))
        for case in suite
        if case.system_out
    }
    assert said == set(unproved or []), said
    hidden = [test for test in run.json("gradescope")["tests"] if test["visibility"] == "hidden"]
    assert len(hidden) == (unproved is not None) and all("score" not in test for test in hidden), hidden
    if unproved:
        CHECKED["proof"] += len(unproved)
        names = [test["name"] for test in run.json("classroom")["tests"] if "not forgery-proof" in test["message"]]
        assert names == unproved, names
        output = [test["name"] for test in run.json("exercism")["tests"] if test.get("output") == "not forgery-proof"]
        assert [name.split(":")[0] for name in output] == unproved, output
        extra = run.json("ctrf")["results"]["extra"]
        assert extra == {"not_forgery_proof": unproved}, extra
        for name in ("markdown", "github"):
            assert f"Not forgery-proof: `{unproved[0]}`" in run.text(name), run.text(name)


def check_german(run):
    """What people read is in their language, what programs read is not."""
    comment, junit = run.text("markdown"), run.text("junit")
    assert "nicht bestanden" in comment and "|---|" in comment and "failed" not in comment, comment[:2000]
    assert "could not be judged" in junit and "nicht" not in junit, junit[:2000]
    CHECKED["german"] += 1


def check_log(run):
    """What GitHub's runner would obey of the log."""
    off, obeyed = None, []
    for line in run.bytes("log").decode("utf-8", "replace").splitlines():
        line = line.lstrip()
        if off is not None:
            off = None if line == f"::{off}::" else off
        elif line.startswith("::stop-commands::"):
            off = line.removeprefix("::stop-commands::")
        elif line.startswith("::") or "##[" in line:
            obeyed.append(line)
    assert all(re.match("::(error|warning) (file=|title=)", line) for line in obeyed), obeyed
    kinds = Counter(line.split()[0] for line in obeyed)
    assert kinds["::error"] == run.by_status["failed"] and kinds["::warning"] == run.by_status["fault"], kinds
    assert off is None, f"{run.name}: commands are still off"
    CHECKED["github"] += len(obeyed)


def main(folder, names):
    runs = [Run(Path(folder) / name) for name in names]
    checks = [check_json, check_jsonl, check_junit, check_gradescope, check_classroom, check_exercism]
    for run in runs:
        for check in [*checks, check_markdown, check_proof, check_log]:
            check(run)
    check_german(next(run for run in runs if run.name == "german"))
    hostile = next(run for run in runs if run.name == "hostile")
    assert set(hostile.by_status) == {"passed", "failed", "fault", "skipped"}, hostile.by_status
    assert 0 < hostile.earned() % 1 or hostile.earned() > hostile.by_status["passed"], "partial credit was earned"
    wanted = [
        "json",
        "jsonl",
        "junitparser",
        "xunitparser",
        "gradescope",
        "classroom",
        "exercism",
        "markdown",
        "github",
        "proof",
        "german",
    ]
    idle = [name for name in wanted if not CHECKED[name]]
    assert not idle, f"nothing was checked by {idle}"
    # Each schema notices that something is missing: one that takes everything would say nothing.
    for name, field in [("gradescope", "score"), ("classroom", "status"), ("exercism", "status")]:
        broken = {**hostile.json(name), field: {"of": "another type"}}
        assert not validator(SCHEMAS / f"{name}.schema.json").is_valid(broken), f"{name}'s schema takes anything"
    assert not validator(ROOT / "docs/schema/report.schema.json").is_valid({**hostile.report, "results": [{}]})
    print("reports: " + ", ".join(f"{name} {CHECKED[name]}" for name in wanted))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
