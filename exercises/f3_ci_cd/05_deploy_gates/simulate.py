"""Plays GitHub: which jobs of deploy.yml run for an event, and in which order."""

import re
from fnmatch import fnmatch
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("deploy.yml")

# name: (event, ref)
EVENTS = {
    "push to main": ("push", "refs/heads/main"),
    "started by hand": ("workflow_dispatch", "refs/heads/main"),
    "tag v1.2.0": ("push", "refs/tags/v1.2.0"),
    "push to feature": ("push", "refs/heads/feature"),
    "tag nightly": ("push", "refs/tags/nightly"),
    "pull request": ("pull_request", "refs/pull/7/merge"),
}

TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|(&&|\|\||==|!=|!|\(|\)|,)|([\w.-]+))")
STATES = {"always", "success", "failure", "cancelled"}


class Unknown(Exception):
    """Something that this reader does not understand."""


def load():
    workflow = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    if True in workflow:  # YAML reads the word `on` as true
        workflow["on"] = workflow.pop(True)
    return workflow


def starts(workflow, event, ref):
    """Whether an event starts the workflow at all."""
    events = workflow["on"]
    if not isinstance(events, dict):
        return event in ([events] if isinstance(events, str) else events)
    if event not in events:
        return False
    filters = events[event] or {}
    if event != "push":
        return True
    _, kind, name = ref.split("/", 2)
    key, other = ("branches", "tags") if kind == "heads" else ("tags", "branches")
    if key in filters:
        return any(fnmatch(name, pattern) for pattern in filters[key])
    return other not in filters


class Condition:
    """An `if:` of a job, with what it can ask about."""

    def __init__(self, written, known, succeeded):
        text = re.sub(r"^\$\{\{|\}\}$", "", str(written).strip())
        self.known, self.succeeded = known, succeeded
        self.tokens, place = [], 0
        while text[place:].strip():
            match = TOKEN.match(text, place)
            if not match:
                raise Unknown(f"the condition {text!r} cannot be read")
            self.tokens.append(match)
            place = match.end()

    def holds(self):
        asks_state = any(token[3] in STATES for token in self.tokens)
        result = bool(self.either())
        return result if asks_state else result and self.succeeded

    def next_is(self, sign):
        if self.tokens and self.tokens[0][2] == sign:
            self.tokens.pop(0)
            return True
        return False

    def either(self):
        result = self.both()
        while self.next_is("||"):
            result = self.both() or result
        return result

    def both(self):
        result = self.comparison()
        while self.next_is("&&"):
            other = self.comparison()
            result = result and other
        return result

    def comparison(self):
        left = self.value()
        if self.next_is("=="):
            return str(left).lower() == str(self.value()).lower()
        if self.next_is("!="):
            return str(left).lower() != str(self.value()).lower()
        return left

    def value(self):
        if self.next_is("!"):
            return not self.value()
        if self.next_is("("):
            result = self.either()
            self.next_is(")")
            return result
        token = self.tokens.pop(0)
        if token[1] is not None:
            return token[1].replace("''", "'")
        name = token[3]
        if not self.next_is("("):
            if name in ("true", "false"):
                return name == "true"
            if name not in self.known:
                raise Unknown(f"{name} is not known here")
            return self.known[name]
        arguments = []
        while not self.next_is(")"):
            arguments.append(self.either())
            self.next_is(",")
        return self.call(name, *arguments)

    def call(self, name, *arguments):
        if name in STATES:
            return {
                "always": True,
                "success": self.succeeded,
                "failure": not self.succeeded,
                "cancelled": False,
            }[name]
        texts = [str(argument).lower() for argument in arguments]
        if name == "startsWith":
            return texts[0].startswith(texts[1])
        if name == "endsWith":
            return texts[0].endswith(texts[1])
        if name == "contains":
            return texts[1] in texts[0]
        raise Unknown(f"the function {name} is not known here")


def needs_of(job):
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs


def runs(workflow, event, ref, failing=()):
    """The jobs that run, in order. A job in `failing` runs and fails."""
    if not starts(workflow, event, ref):
        return []
    known = {
        "github.ref": ref,
        "github.ref_name": ref.split("/", 2)[2],
        "github.ref_type": "tag" if ref.startswith("refs/tags/") else "branch",
        "github.event_name": event,
    }
    order, good, waiting = [], {}, dict(workflow["jobs"])
    while waiting:
        ready = [
            n for n, job in waiting.items() if all(x in good for x in needs_of(job))
        ]
        if not ready:
            raise Unknown(f"these jobs wait for each other: {', '.join(waiting)}")
        for name in ready:
            job = waiting.pop(name)
            succeeded = all(good[needed] for needed in needs_of(job))
            run = Condition(job.get("if", "true"), known, succeeded).holds()
            good[name] = run and name not in failing
            if run:
                order.append(name)
    return order


if __name__ == "__main__":
    for name, event in EVENTS.items():
        print(f"{name}: {', '.join(runs(load(), *event)) or 'nothing'}")
    for job in ("build", "staging", "smoke"):
        print(f"tag v1.2.0, {job} fails:", *runs(load(), *EVENTS["tag v1.2.0"], [job]))
