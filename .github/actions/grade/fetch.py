"""Brings a pull request's files here as data (outputs `submission`, `commit`).

Nothing is checked out: regular files are read from git's objects, one by one, so that no filter, hook, attribute,
submodule or link of the learner's has any effect. A link becomes a link to nowhere, which prolings refuses by name.
"""

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path

# What grading looks at; the rest of the repository is only compared.
FOLDERS = ("exercises", "solutions")
# A job takes files up to 1 MiB; a larger one is written as so many zeros, so that the job says what is wrong.
LARGEST = 1024 * 1024 + 1
MOST_FILES = 20_000
MOST_BYTES = 256 * 1024 * 1024
LISTED = 50


class Refused(Exception):
    """What keeps a pull request from being fetched, in words for the log."""


def main():
    number = os.environ.get("PULL_REQUEST", "")
    if not re.fullmatch(r"[1-9][0-9]{0,9}", number):
        raise Refused("the input pull-request must be a number")
    wanted = os.environ.get("COMMIT", "")
    if wanted and not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", wanted):
        raise Refused("the input commit must be a whole commit id")
    commit = fetch(number, wanted)
    submission = Path(os.environ["RUNNER_TEMP"]) / "prolings" / "submission"
    lay_out(commit, submission)
    tell_other_changes(os.environ.get("BASE") or "HEAD", commit)
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as output:
        output.write(f"submission={submission}\ncommit={commit}\n")


def fetch(number, wanted):
    """The pull request's newest commit, which must be the wanted one where one is."""
    place = f"refs/prolings/pull/{number}"
    remote = os.environ.get("REMOTE") or "origin"
    git(
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-recurse-submodules",
        "--depth=1",
        "--end-of-options",
        remote,
        f"+refs/pull/{number}/head:{place}",
        with_token=True,
    )
    commit = git("rev-parse", "--verify", f"{place}^{{commit}}").decode().strip()
    if wanted and commit != wanted:
        raise Refused(
            f"pull request {number} has moved on from {wanted[:12]} to {commit[:12]}: the newer commit has a run of its own"
        )
    return commit


def lay_out(commit, folder):
    """Writes the commit's files below `folder`, and a repository beside them that names the commit and nothing else."""
    folder.mkdir(parents=True)
    git("init", "--quiet", "--template=", str(folder))
    objects = Path(git("rev-parse", "--git-path", "objects").decode().strip()).resolve()
    alternates = folder / ".git" / "objects" / "info" / "alternates"
    alternates.parent.mkdir(parents=True, exist_ok=True)
    alternates.write_text(f"{objects}\n", encoding="utf-8")
    git("-C", str(folder), "update-ref", "--no-deref", "HEAD", commit)
    total = 0
    entries = list(listing(commit))
    if len(entries) > MOST_FILES:
        raise Refused(f"the pull request has more than {MOST_FILES} files")
    with Objects() as stored:
        for mode, name, size, path in entries:
            place = os.path.join(os.fsencode(folder), path)
            if mode == b"120000":
                place_at(place, lambda: os.symlink("nowhere", place))
            elif mode in (b"100644", b"100755"):
                total += min(size, LARGEST)
                if total > MOST_BYTES:
                    raise Refused(f"the pull request's files are larger than {MOST_BYTES} bytes")
                content = stored.read(name) if size < LARGEST else bytes(LARGEST)
                place_at(place, lambda: write_new(place, content))


def listing(commit):
    """Mode, id, size and path of each entry below the folders that count."""
    tree = git("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *FOLDERS)
    for entry in tree.split(b"\0"):
        about, tab, path = entry.partition(b"\t")
        if tab and is_plain(path):
            mode, _, name, size = about.split()
            yield mode, name, int(size) if size.isdigit() else 0, path


def is_plain(path):
    """Whether a path stays where it belongs. git would not make another one; somebody else's program might."""
    return all(part not in (b"", b".", b"..") and part.lower() != b".git" for part in path.split(b"/"))


def place_at(place, make):
    try:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        make()
    except OSError:
        # A name that this system cannot have, or one that is there already: as if it had not been handed in.
        print("a file of the pull request was left out: its name cannot be used here")


def write_new(place, content):
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(place, flags, 0o644), "wb") as file:
        file.write(content)


class Objects:
    """Reads git's objects by their ids."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [*GIT, "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=surroundings(),
        )
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def read(self, name):
        self.process.stdin.write(name + b"\n")
        self.process.stdin.flush()
        head = self.process.stdout.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            raise Refused("git has not all files of the pull request")
        content = self.process.stdout.read(int(head[2]))
        self.process.stdout.read(1)
        return content


def tell_other_changes(base, commit):
    """Names in log and summary what the pull request has otherwise beside the exercises: none of it is used."""
    names = git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, commit)
    outside = [
        name
        for name in names.split(b"\0")
        if name and not name.startswith(tuple(f"{top}/".encode() for top in FOLDERS))
    ]
    if not outside:
        return
    lines = [shown(name) for name in outside[:LISTED]]
    if len(outside) > LISTED:
        lines.append(f"and {len(outside) - LISTED} more")
    title = f"{len(outside)} files beside the exercises are not as the course has them. None of them is used:"
    print("\n".join([title, *(f"  {line}" for line in lines)]))
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with open(summary, "a", encoding="utf-8") as file:
            file.write("\n".join([f"{title}\n", "```text", *lines, "```\n\n"]))


def shown(name):
    """A file's name in quotes, in ASCII: neither a command of the runner's nor markup can come of it."""
    text = json.dumps(name.decode("utf-8", "backslashreplace")[:200])
    return text.replace("`", "\\u0060").replace("##[", "#\\u0023[")


GIT = ("git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false")


def surroundings(with_token=False):
    env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    token = env.pop("TOKEN", "")
    if with_token and token:
        secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
        server = env.get("GITHUB_SERVER_URL", "https://github.com").rstrip("/")
        # In the environment, since other programs can read a command line.
        env |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{server}/.extraheader",
            "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {secret}",
        }
    return env


def git(*arguments, with_token=False):
    done = subprocess.run([*GIT, *arguments], capture_output=True, env=surroundings(with_token))
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "backslashreplace").strip()
        raise Refused(f"git {arguments[0]} failed: {said}")
    return done.stdout


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        text = str(refused).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::error title=prolings::{text}")
        sys.exit(1)
