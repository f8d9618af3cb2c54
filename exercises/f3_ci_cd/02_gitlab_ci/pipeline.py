"""Reads gitlab-ci.yml as GitLab does, as far as this exercise needs it."""

import re
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("gitlab-ci.yml")
RESERVED = {"default", "stages", "workflow", "variables", "include", "image", "cache"}

# what GitLab sets for each kind of event
EVENTS = {
    "merge request": {"CI_PIPELINE_SOURCE": "merge_request_event"},
    "default branch": {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main"},
    "other branch": {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "feature"},
    "tag": {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_TAG": "v1.0"},
}

TOKEN = re.compile(
    r'\s*(?:(\$\w+)|("[^"]*"|\'[^\']*\')|(null)|(&&|\|\||==|!=|\(|\)|=~|!~)|(/.*?/))'
)


class Unknown(Exception):
    """Something that this reader does not understand."""


def holds(condition, variables):
    """Whether an `if:` of GitLab holds."""
    tokens, place = [], 0
    while condition[place:].strip():
        match = TOKEN.match(condition, place)
        if not match:
            raise Unknown(f"the condition {condition!r} cannot be read")
        tokens.append(match)
        place = match.end()

    def value():
        token = tokens.pop(0)
        if token[1]:
            return variables.get(token[1][1:])
        return token[2][1:-1] if token[2] else None

    def comparison():
        if tokens[0][4] == "(":
            tokens.pop(0)
            result = either()
            tokens.pop(0)
            return result
        left = value()
        sign = tokens[0][4] if tokens else None
        if sign not in ("==", "!=", "=~", "!~"):
            return bool(left)
        tokens.pop(0)
        if sign in ("=~", "!~"):
            found = re.search(tokens.pop(0)[5][1:-1], left or "") is not None
            return found == (sign == "=~")
        return (left == value()) == (sign == "==")

    def both():
        result = comparison()
        while tokens and tokens[0][4] == "&&":
            tokens.pop(0)
            result = comparison() and result
        return result

    def either():
        result = both()
        while tokens and tokens[0][4] == "||":
            tokens.pop(0)
            result = both() or result
        return result

    return either()


def decision(rules, variables):
    """What the first rule that holds says: never, on_success, manual, …"""
    for rule in rules:
        unknown = set(rule) - {"if", "when", "allow_failure", "variables"}
        if unknown:
            raise Unknown(f"rules with {', '.join(unknown)} are not needed here")
        if holds(rule.get("if", '"yes"'), variables):
            return rule.get("when", "on_success")
    return "never"


def load():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def jobs(pipeline):
    return {
        name: job
        for name, job in pipeline.items()
        if name not in RESERVED and not name.startswith(".")
    }


def runs(pipeline, event):
    """The jobs that an event brings about: {name: when}."""
    variables = {"CI_DEFAULT_BRANCH": "main", **EVENTS[event]}
    workflow = (pipeline.get("workflow") or {}).get("rules")
    if workflow and decision(workflow, variables) == "never":
        return {}
    found = {}
    for name, job in jobs(pipeline).items():
        if "only" in job or "except" in job:
            raise Unknown(f"{name}: only and except are the old way; use rules")
        if "rules" in job:
            when = decision(job["rules"], variables)
        elif not workflow and event == "merge request":
            when = "never"  # without any rules, GitLab makes pipelines for pushes only
        else:
            when = job.get("when", "on_success")
        if when != "never":
            found[name] = when
    return found


if __name__ == "__main__":
    for event in EVENTS:
        print(f"{event}: {runs(load(), event) or 'nothing'}")
