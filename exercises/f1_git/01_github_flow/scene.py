"""Makes the repositories of this exercise: python scene.py FOLDER"""

import sys
from pathlib import Path

from repo import Repo

HELLO = 'def hello(name):\n    return f"Hello, {name}"\n'
POLITE = 'def hello(name, greeting="Hello"):\n    return f"{greeting}, {name}"\n'
FAREWELL = 'def farewell(name):\n    return f"Goodbye, {name}"\n'


def build(folder):
    """Make `origin.git`, a server, and `work`, your clone of it; return both."""
    folder = Path(folder)
    home = folder / "home"
    origin = Repo(folder / "origin.git", home)
    origin.git("init", "--quiet", "--bare")
    colleague = Repo(folder / "colleague", home)
    colleague.git("init", "--quiet")
    colleague.git("remote", "add", "origin", str(origin.path))
    colleague.commit("say hello", hello__py=HELLO)
    colleague.git("push", "--quiet", "origin", "main")

    work = Repo(folder / "work", home)
    work.git("clone", "--quiet", str(origin.path), ".")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.clock = colleague.clock = colleague.clock + 3600

    # the server moves on: a commit on main, and a pull request
    colleague.commit("describe the project", README__md="# Greetings\n")
    colleague.git("push", "--quiet", "origin", "main")
    colleague.git("switch", "--quiet", "--create", "polite")
    colleague.commit("let the caller choose the greeting", hello__py=POLITE)
    colleague.git("push", "--quiet", "origin", "polite", "polite:refs/pull/7/head")

    work.write(farewell__py=FAREWELL)
    work.clock = colleague.clock + 3600
    return origin, work


if __name__ == "__main__":
    print("your clone is in", build(sys.argv[1])[1].path)
