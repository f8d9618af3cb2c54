"""A report that nobody trusts, read strictly, and told again in words of our own.

Owns what is taken of a report: numbers within bounds, names that the course has, texts cut and without power. Everything
else of it is left behind.
"""

import json
import math
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from api import Unusable

STATUSES = ("passed", "failed", "fault", "skipped", "cancelled")
MOST_EXERCISES = 2_000
MOST_POINTS = 1_000_000
TOLD = 25
NAMED = 50
LINES = 12
COLUMNS = 200
# A comment holds 65,536 characters.
COMMENT = 60_000

SIGNS = {
    "passed": ("✅", "passed"),
    "failed": ("❌", "failed"),
    "fault": ("⚠️", "could not be judged"),
    "skipped": ("➖", "skipped"),
    "cancelled": ("➖", "not reached"),
}


@dataclass
class Result:
    exercise: str
    status: str
    earned: float
    possible: float
    lines: list = field(default_factory=list)


@dataclass
class Report:
    version: str
    course: str
    commit: str
    complete: bool
    altered: int
    results: list
    # The exercises whose pass is no proof; None where nobody asked for proof.
    unproved: list | None = None

    def counted(self):
        """Those that count: what could not be judged is never zero points."""
        return [one for one in self.results if one.status in ("passed", "failed")]

    @property
    def earned(self):
        return math.fsum(one.earned for one in self.counted())

    @property
    def possible(self):
        return math.fsum(one.possible for one in self.counted())

    @property
    def outcome(self):
        """`passed`, `failed` or `unjudged`, as prolings' exit code says it."""
        statuses = {one.status for one in self.results}
        if not self.complete or statuses & {"fault", "cancelled"}:
            return "unjudged"
        return "failed" if "failed" in statuses else "passed"


def exercises_of(course):
    """The names of the exercises of a course on the disk."""
    folders = (path.parent.name for path in Path(course).glob("exercises/*/*/exercise.yaml"))
    return {re.sub(r"^[0-9]+_", "", name) for name in folders}


def read(content, known, commit):
    """The report in `content`, on this commit and on no exercises but those that are known."""
    try:
        document = json.loads(content.decode("utf-8"), parse_constant=refuse_constant)
        return taken(document, known, commit)
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ):
        raise Unusable("the report is not of the form that prolings writes") from None


def refuse_constant(_):
    raise ValueError("not a number of JSON")


def taken(document, known, commit):
    if type(document["version"]) is not int or document["version"] != 1:
        raise Unusable("the report is of another version of the format")
    origin = document["provenance"]
    if origin is None:
        raise Unusable("the report breaks off before its beginning")
    if origin["submission_commit"] != commit:
        raise Unusable("the report is about another commit")
    results = [result(entry, known) for entry in of_type(document["results"], list)]
    if len(results) > MOST_EXERCISES or len({one.exercise for one in results}) < len(results):
        raise Unusable("the report has too many results, or two of one exercise")
    return Report(
        version=matching(origin["prolings"], r"[0-9A-Za-z.+-]{1,40}"),
        course=matching(origin["course_commit"] or "unknown", r"[0-9a-f]{40,64}|unknown"),
        commit=commit,
        complete=of_type(document["complete"], bool),
        altered=len(of_type(origin["altered"], list)),
        results=results,
        unproved=unproved(document, results),
    )


def unproved(document, results):
    """The exercises whose pass is no proof, each of which must have passed; None where nobody asked for proof."""
    if document.get("not_forgery_proof") is None:
        return None
    names = {of_type(name, str) for name in of_type(document["not_forgery_proof"], list)}
    passed = [one.exercise for one in results if one.status == "passed"]
    if not names <= set(passed):
        raise ValueError("a pass that is none")
    return [name for name in passed if name in names]


def result(entry, known):
    exercise = of_type(entry["exercise"], str)
    if exercise not in known:
        raise Unusable("the report has an exercise that the course has not")
    status = of_type(entry["status"], str)
    if status not in STATUSES:
        raise ValueError(status)
    earned, possible = (points(entry["score"][name]) for name in ("earned", "possible"))
    if earned > possible + 1e-9:
        raise ValueError("more points than there are")
    lines = explained(entry) if status in ("failed", "fault") else []
    return Result(exercise, status, earned, possible, lines)


def points(value):
    if type(value) not in (int, float) or not 0 <= value <= MOST_POINTS:
        raise ValueError("points")
    return float(value)


def of_type(value, wanted):
    if type(value) is not wanted:
        raise TypeError(wanted.__name__)
    return value


def matching(value, pattern):
    if not re.fullmatch(pattern, of_type(value, str)):
        raise ValueError(pattern)
    return value


def explained(entry):
    """What the first check that did not pass says, in a few lines."""
    for check in of_type(entry["checks"], list):
        if check["verdict"] == "failed":
            lines = [told(one) for one in of_type(check["mismatches"], list)[:3]]
            if check.get("feedback"):
                lines.append(of_type(check["feedback"]["text"], str))
            return [line for text in lines for line in harmless(text)][:LINES]
        if check["verdict"] == "fault":
            return harmless(of_type(check["what"], str))[:LINES]
    return []


def told(mismatch):
    kind = of_type(mismatch["kind"], str)
    if kind == "output":
        return f"the output differs, first in line {of_type(mismatch['diff']['first'], int)}"
    if kind in ("raised", "syntax", "import"):
        return raised(mismatch["exception"])
    if kind == "call":
        wanted, came = mismatch["expected"], mismatch["actual"]
        return f"{mismatch['call']}\n  wanted: {wanted}\n  came: {came}"
    if kind == "test":
        return f"{mismatch['id']}: {mismatch['message'] or mismatch['outcome']}"
    if kind == "tests_missing":
        return f"{len(of_type(mismatch['tests'], list))} tests did not report: {mismatch['how']}"
    if kind == "tool":
        return f"{mismatch['command']}\n{mismatch['output']}"
    if kind == "timed_out":
        return f"still running after {float(mismatch['seconds']):g} s"
    if kind == "refused":
        return f"{mismatch['file']}: {mismatch['why']}"
    return kind.replace("_", " ")


def raised(exception):
    return f"{exception['class']}: {exception['message']}"


def harmless(text):
    """Lines of visible characters, cut to a width. They still stand in a fence that they cannot close."""
    lines = []
    for line in of_type(text, str)[: COLUMNS * LINES].split("\n")[:LINES]:
        shown = "".join(character if is_harmless(character) else "\ufffd" for character in line)
        lines.append(shown if len(shown) <= COLUMNS else f"{shown[:COLUMNS]}…")
    return lines


def is_harmless(character):
    """Neither a control character nor one that is invisible or turns the text's direction."""
    return character == "\t" or unicodedata.category(character) not in (
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Cn",
        "Zl",
        "Zp",
    )


def markdown(report, title):
    """The report as a comment, within the service's limit."""
    parts = [f"## {title}: {number(report.earned)} of {number(report.possible)} points\n\n"]
    if not report.complete:
        parts.append("The run ended before everything was graded.\n\n")
    if report.unproved is not None:
        parts.append(f"{proof(report.unproved)}\n\n")
    if not report.results:
        parts.append("No learner's file was changed: nothing was graded.\n\n")
    else:
        parts.append("| | exercise | result | points |\n|---|---|---|---:|\n")
    size = sum(map(len, parts))
    for index, one in enumerate(report.results):
        sign, word = SIGNS[one.status]
        score = f"{number(one.earned)} / {number(one.possible)}" if one.status in ("passed", "failed") else ""
        row = f"| {sign} | `{one.exercise}` | {word} | {score} |\n"
        if size + len(row) > COMMENT // 2:
            parts.append(f"\n+{len(report.results) - index} more exercises\n")
            break
        size += len(row)
        parts.append(row)
    parts.extend(sections(report, COMMENT - size - 1_000))
    if report.altered:
        parts.append(f"\n{report.altered} of the course's own files differ in the submission; none was used.\n")
    course = report.course[:12]
    parts.append(f"\n<sub>prolings {report.version}, course {course}, submission {report.commit[:12]}</sub>\n")
    return "".join(parts)


def proof(names):
    if not names:
        return "Every pass is forgery-proof."
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"Not forgery-proof: {', '.join(f'`{name}`' for name in names[:NAMED])}{more}."


def sections(report, most):
    problems = [one for one in report.results if one.lines]
    for index, one in enumerate(problems):
        fence = "`" * (max(map(len, re.findall("`+", "\n".join(one.lines))), default=0) + 3)
        word = SIGNS[one.status][1]
        body = "\n".join([f"{fence}text", *one.lines, fence])
        text = f"\n<details><summary>{one.exercise} {word}</summary>\n\n{body}\n\n</details>\n"
        most -= len(text)
        if index == TOLD or most < 0:
            yield f"\n+{len(problems) - index} more that did not pass\n"
            return
        yield text


def number(value):
    return f"{round(value, 2):g}"
