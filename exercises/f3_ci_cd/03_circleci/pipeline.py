"""Reads config.yml as CircleCI does, as far as this exercise needs it."""

import itertools
import re
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("config.yml")


class Wrong(Exception):
    """CircleCI would refuse the file."""


def load():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def filled(value, given):
    """A value with `<< parameters.NAME >>` replaced, however deep inside."""
    if isinstance(value, dict):
        return {key: filled(inner, given) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, given) for inner in value]
    if not isinstance(value, str):
        return value

    def replace(match):
        if match[1] not in given:
            raise Wrong(f"there is no parameter {match[1]} here")
        return str(given[match[1]])

    return re.sub(r"<<\s*parameters\.([\w-]+)\s*>>", replace, value)


def with_parameters(what, thing, given):
    """The arguments of a command or job, defaults included."""
    declared = thing.get("parameters", {})
    extra = set(given) - set(declared)
    if extra:
        raise Wrong(f"{what} has no parameter {', '.join(sorted(extra))}")
    missing = [n for n, p in declared.items() if n not in given and "default" not in p]
    if missing:
        raise Wrong(f"{what} needs the parameter {', '.join(missing)}")
    defaults = {n: p["default"] for n, p in declared.items() if "default" in p}
    return {**defaults, **given}


def steps_of(config, steps, given):
    """Steps with the commands of the file unfolded, as (name, details)."""
    for step in filled(steps, given):
        name, details = (
            (step, {}) if isinstance(step, str) else next(iter(step.items()))
        )
        command = config.get("commands", {}).get(name)
        if command is None:
            yield name, details
        else:
            arguments = with_parameters(f"the command {name}", command, details or {})
            yield from steps_of(config, command["steps"], arguments)


def image_of(config, job, given):
    executor = job.get("executor")
    if executor is not None:
        details = {"name": executor} if isinstance(executor, str) else dict(executor)
        details = filled(details, given)
        name = details.pop("name")
        if name not in config.get("executors", {}):
            raise Wrong(f"there is no executor {name}")
        job = config["executors"][name]
        given = with_parameters(f"the executor {name}", job, details)
    return filled(job.get("docker", [{}])[0].get("image", "nothing"), given)


def runs(config):
    """Each job that the workflow runs, with all that is reused filled in."""
    entries = []
    for entry in next(iter(config["workflows"].values()))["jobs"]:
        name, details = (
            (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        )
        entries.append((name, dict(details or {})))
    found = {}
    for name, details in entries:
        if name not in config["jobs"]:
            raise Wrong(f"the workflow names the job {name}, which does not exist")
        job = config["jobs"][name]
        matrix = details.pop("matrix", {}).get("parameters", {})
        requires = details.pop("requires", [])
        filters = details.pop("filters", {})
        title = details.pop("name", name)
        for row in itertools.product(*matrix.values()):
            values = dict(zip(matrix, row, strict=True))
            given = with_parameters(f"the job {name}", job, {**details, **values})
            found["-".join([title, *map(str, row)])] = {
                "job": title,
                "image": image_of(config, job, given),
                "steps": list(steps_of(config, job["steps"], given)),
                "requires": list(requires),
                "filters": filters,
            }
    known = {run["job"] for run in found.values()} | set(found)
    for title, run in found.items():
        for required in run["requires"]:
            if required not in known:
                raise Wrong(f"{title} requires {required}, which does not exist")
    return found


if __name__ == "__main__":
    print(yaml.safe_dump(runs(load()), sort_keys=False))
