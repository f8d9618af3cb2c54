"""The grade of record: which pull requests are graded (`choose`), and what is written down of it (`publish`).

Between the two, each pull request is graded in a job of its own, by a workflow and a course that belong to the base. What
those jobs hand on is read as strictly as what a pull request hands on: their machines have run learners' programs.
"""

import csv
import io
import json
import os
import re
import sys

from api import Api, Unusable
from comment import pull_request, say
from report import exercises_of, number, read

CONTEXT = "prolings/record"
ARTIFACT = "prolings-record-{number}"
# As many jobs as one matrix may have.
MOST = 256
COLUMNS = (
    "pull_request",
    "author",
    "commit",
    "outcome",
    "earned",
    "possible",
    "exercises",
    "course",
    "not_forgery_proof",
)
STATES = {"passed": "success", "failed": "failure", "unjudged": "error"}


def choose(api):
    """Output `matrix`: numbers and commits of the open pull requests that were asked for and go to this branch."""
    wanted = wanted_numbers(api)
    branch = os.environ["BRANCH"]
    chosen = [
        {"number": int(pull["number"]), "commit": pull["head"]["sha"]}
        for pull in api.pages("pulls", state="open", base=branch)
        if wanted is None or pull["number"] in wanted
    ]
    for missing in sorted((wanted or set()) - {one["number"] for one in chosen}):
        say(
            "warning",
            f"pull request {missing} is not graded: it is not open, or goes to another branch than the course's",
        )
    for one in chosen:
        if not re.fullmatch(r"[0-9a-f]{40,64}", one["commit"]):
            raise Unusable("the API gave a commit that is none")
    if len(chosen) > MOST:
        say(
            "warning",
            f"only the first {MOST} pull requests are graded: name the others in a run of their own",
        )
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as output:
        matrix = json.dumps({"include": chosen[:MOST]}, separators=(",", ":"))
        output.write(f"matrix={matrix}\ncount={len(chosen[:MOST])}\n")


def wanted_numbers(api):
    """The pull requests that the event names; `None` means all that are open."""
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
        event = json.load(file)
    if "workflow_run" in event:
        number = pull_request(api, event["workflow_run"])
        return set() if number is None else {number}
    text = ((event.get("inputs") or {}).get("pull-requests") or "all").strip()
    if text == "all":
        return None
    if not re.fullmatch(r"[0-9]{1,10}([ ,]+[0-9]{1,10})*", text):
        raise Unusable("pull-requests takes numbers, such as `12 15`, or `all`")
    return {int(one) for one in re.split(r"[ ,]+", text)}


def publish(api):
    """A status on each commit, and a table of all: in the summary, and as grades.csv."""
    chosen = json.loads(os.environ["MATRIX"])["include"]
    known = exercises_of(os.environ.get("COURSE") or ".")
    artifacts = {one["name"]: one for one in api.artifacts(int(os.environ["GITHUB_RUN_ID"]))}
    rows = [row(api, one, artifacts.get(ARTIFACT.format(**one)), known) for one in chosen]
    for entry in rows:
        api.call("POST", f"statuses/{entry['commit']}", status(entry))
    table = io.StringIO()
    writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    with open(os.environ["GRADES"], "w", encoding="utf-8") as file:
        file.write(table.getvalue())
    with open(os.environ["GITHUB_STEP_SUMMARY"], "a", encoding="utf-8") as file:
        file.write(summary(rows))


def row(api, chosen, artifact, known):
    """A row always, also where there is no report: nobody is left out silently."""
    number_, commit = int(chosen["number"]), chosen["commit"]
    pull = api.call("GET", f"pulls/{number_}")
    author = (pull["user"] or {}).get("login") or ""
    entry = dict.fromkeys(COLUMNS, "")
    entry |= {"pull_request": number_, "commit": commit, "outcome": "unjudged"}
    entry["author"] = author if re.fullmatch(r"[A-Za-z0-9-]{1,39}(\[bot\])?", author) else "unknown"
    if artifact is None:
        say("error", f"pull request {number_} has no report: see its job")
        return entry
    try:
        report = read(api.report(artifact), known, commit)
    except Unusable as unusable:
        say("error", f"the report of pull request {number_} cannot be used: {unusable}")
        return entry
    return entry | {
        "outcome": report.outcome,
        "earned": number(report.earned),
        "possible": number(report.possible),
        "exercises": len(report.results),
        "course": report.course,
        "not_forgery_proof": " ".join(report.unproved or []),
    }


def status(entry):
    described = {
        "unjudged": "could not be judged: ask your teacher",
    }.get(entry["outcome"], f"{entry['earned']} of {entry['possible']} points")
    body = {
        "state": STATES[entry["outcome"]],
        "context": CONTEXT,
        "description": described,
    }
    server, run = os.environ.get("GITHUB_SERVER_URL"), os.environ["GITHUB_RUN_ID"]
    if server:
        body["target_url"] = f"{server}/{os.environ['GITHUB_REPOSITORY']}/actions/runs/{run}"
    return body


def summary(rows):
    lines = [
        "## Grades of record",
        "",
        "| pull request | author | outcome | points |",
        "|---:|---|---|---:|",
    ]
    for one in rows:
        points = f"{one['earned']} / {one['possible']}" if one["course"] else ""
        forgeable = len(one["not_forgery_proof"].split())
        outcome = f"{one['outcome']}, {forgeable} not forgery-proof" if forgeable else one["outcome"]
        lines.append(f"| {one['pull_request']} | `{one['author']}` | {outcome} | {points} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    try:
        {"choose": choose, "publish": publish}[sys.argv[1]](Api())
    except Unusable as unusable:
        say("error", str(unusable))
        sys.exit(1)
    except OSError as error:
        say("error", f"the API cannot be used: {error}")
        sys.exit(1)
