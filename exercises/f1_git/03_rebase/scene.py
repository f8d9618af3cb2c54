"""Makes the repositories of this exercise: python scene.py FOLDER"""

import sys
from pathlib import Path

from repo import Repo

GREET = 'def greet(name):\n    return f"Hello, {name}"\n'
SHOUT = (
    "def greet(name, shout=False):\n"
    '    text = f"Hello, {name}"\n'
    "    return text.upper() if shout else text\n"
)
CHOICE = 'def greet(name, greeting="Hello"):\n    return f"{greeting}, {name}"\n'
TEST = (
    "from greet import greet\n\n\n"
    "def test_shout():\n"
    '    assert greet("Ada", shout=True) == "HELLO, ADA"\n'
)


def build(folder):
    """Make `origin.git`, a server, and `work`, your clone of it; return both."""
    folder = Path(folder)
    home = folder / "home"
    origin = Repo(folder / "origin.git", home)
    origin.git("init", "--quiet", "--bare")
    colleague = Repo(folder / "colleague", home)
    colleague.git("init", "--quiet")
    colleague.git("remote", "add", "origin", str(origin.path))
    colleague.commit("greet", greet__py=GREET, README__md="# greet\n")
    colleague.git("push", "--quiet", "origin", "main")

    # your feature, already pushed
    work = Repo(folder / "work", home)
    work.git("clone", "--quiet", str(origin.path), ".")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.git("switch", "--quiet", "--create", "feature")
    work.commit("add shout", greet__py=SHOUT)
    work.commit("document shout", README__md="# greet\n\nshout=True: in capitals\n")
    work.commit("fixup! add shout", test_greet__py=TEST)
    work.git("push", "--quiet", "--set-upstream", "origin", "feature")

    # meanwhile, somebody changes the same function on main
    colleague.clock = work.clock + 3600
    colleague.commit("let the caller choose the greeting", greet__py=CHOICE)
    colleague.git("push", "--quiet", "origin", "main")
    work.clock = colleague.clock + 3600
    return origin, work


if __name__ == "__main__":
    print("your clone is in", build(sys.argv[1])[1].path)
