"""Git repositories for practice: fixed dates, and none of your own settings."""

import json
import os
import subprocess
import sys
from pathlib import Path

SETTINGS = """\
[user]
    name = Learner
    email = learner@example.invalid
[init]
    defaultBranch = main
[advice]
    detachedHead = false
[core]
    autocrlf = false
"""


class Repo:
    """A repository in a folder, and the git commands that are run in it."""

    def __init__(self, path, home):
        self.path, self.home = Path(path), Path(home)
        self.path.mkdir(parents=True, exist_ok=True)
        self.home.mkdir(parents=True, exist_ok=True)
        (self.home / ".gitconfig").write_text(SETTINGS, encoding="utf-8")
        self.clock = 1_772_000_000

    def environment(self, **more):
        date = f"{self.clock} +0000"
        return {
            **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
            "PATH": os.pathsep.join(
                [str(Path(sys.executable).parent), os.environ["PATH"]]
            ),
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home),
            "GIT_CONFIG_GLOBAL": str(self.home / ".gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(self.path.parent),
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_EDITOR": "true",
            "GIT_AUTHOR_DATE": date,
            "GIT_COMMITTER_DATE": date,
            "LC_ALL": "C.UTF-8",
            **more,
        }

    def git(self, *arguments, check=True):
        """Run git and return what it prints."""
        self.clock += 60
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=20,
        )
        if check and done.returncode != 0:
            raise RuntimeError(f"git {' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip()

    def write(self, **files):
        """Write files: `shop__py="…"` is shop.py, and None removes one."""
        for name, text in files.items():
            path = self.path / name.replace("__", ".")
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8", newline="\n")

    def commit(self, message, **files):
        """Write files and commit everything; return the id of the commit."""
        self.write(**files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def commits(self, *arguments):
        """The ids of commits, the oldest first."""
        return self.git("rev-list", "--reverse", "--topo-order", *arguments).split()

    def subjects(self, *arguments):
        """The first lines of the messages of commits, the oldest first."""
        log = self.git("log", "--reverse", "--topo-order", "--format=%s", *arguments)
        return log.splitlines()

    def id(self, name):
        """The commit that a name stands for, or None."""
        found = self.git(
            "rev-parse", "--quiet", "--verify", f"{name}^{{commit}}", check=False
        )
        return found or None

    def parents(self, name):
        return self.git("rev-list", "--parents", "--max-count=1", name).split()[1:]

    def branches(self):
        return self.git(
            "for-each-ref", "--format=%(refname:short)", "refs/heads"
        ).split()

    def run(self, script):
        """Run a learner's script; return (exit code, what it printed)."""
        done = subprocess.run(
            ["bash", str(script)],
            cwd=self.path,
            env=self.environment(GIT_TRACE2_EVENT=str(self.home / "trace")),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=30,
        )
        return done.returncode, done.stdout

    def commands(self):
        """The git commands of the script, as lists of arguments."""
        trace = self.home / "trace"
        lines = trace.read_text(encoding="utf-8").splitlines() if trace.exists() else []
        events = [json.loads(line) for line in lines]
        return [
            event["argv"][1:]
            for event in events
            if event["event"] == "start" and "/" not in event["sid"]
        ]
