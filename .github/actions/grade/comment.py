"""Puts the result of a pull request's run into one comment of it, and keeps that comment up to date.

Runs for `workflow_run`, with a token that may write comments. The run that it tells of belonged to the pull request, which
may have changed its workflow: which pull request it is comes from the API, and its report is taken as `report.py` takes it.
"""

import json
import os
import re
import sys

from api import Api, Unusable
from report import exercises_of, markdown, read

MARK = "<!-- prolings: grade -->"
ARTIFACT = "prolings-report"
NOTE = (
    "This tells the learner how it stands. It is not the grade of record: a pull request may change how it was made.\n"
)


def main():
    api = Api()
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
        run = json.load(file)["workflow_run"]
    pull = pull_request(api, run)
    if pull is None:
        say(
            "notice",
            "no open pull request is at this run's commit: nothing to comment on",
        )
        return
    try:
        text = markdown(report(api, run), "Graded") + f"\n{NOTE}"
    except Unusable as unusable:
        text = f"## Not graded\n\nThis run left no report that can be read: {unusable}. Its log says more.\n"
    put(api, pull, f"{MARK}\n{text}")


def pull_request(api, run):
    """The number of the open pull request whose newest commit the run was for. The event does not name those of forks."""
    head, repository = run["head_sha"], run["head_repository"]
    if run["event"] != "pull_request" or not re.fullmatch(r"[0-9a-f]{40,64}", head):
        return None
    owner, branch = repository["owner"]["login"], run["head_branch"]
    for pull in api.pages("pulls", state="open", head=f"{owner}:{branch}"):
        theirs = pull["head"]
        if theirs["sha"] == head and (theirs["repo"] or {}).get("id") == repository["id"]:
            return int(pull["number"])
    return None


def report(api, run):
    found = [one for one in api.artifacts(int(run["id"])) if one["name"] == ARTIFACT]
    if len(found) != 1:
        raise Unusable("it has not one artifact of the name that is looked for")
    known = exercises_of(os.environ.get("COURSE") or ".")
    return read(api.report(found[0]), known, run["head_sha"])


def put(api, pull, text):
    """Changes our own comment, or writes it."""
    ours = os.environ.get("COMMENT_AUTHOR") or "github-actions[bot]"
    for comment in api.pages(f"issues/{pull}/comments"):
        if (comment["user"] or {}).get("login") == ours and comment["body"].startswith(MARK):
            api.call("PATCH", f"issues/comments/{int(comment['id'])}", {"body": text})
            say("notice", f"the comment of pull request {pull} is up to date")
            return
    api.call("POST", f"issues/{pull}/comments", {"body": text})
    say("notice", f"pull request {pull} has a comment")


def say(kind, text):
    print(f"::{kind} title=prolings::{text}")


if __name__ == "__main__":
    try:
        main()
    except Unusable as unusable:
        say("error", str(unusable))
        sys.exit(1)
    except OSError as error:
        say("error", f"the API cannot be used: {error}")
        sys.exit(1)
