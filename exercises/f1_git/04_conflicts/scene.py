"""Makes the repository of this exercise: python scene.py FOLDER"""

import subprocess
import sys
from pathlib import Path

from repo import Repo

PRICES = '''\
PRICES = {"tea": 350, "salt": 90}


def price(article, count):
    """Return what so many cost, in cents."""
    return PRICES[article] * count
'''
WITH_DISCOUNT = '''\
PRICES = {"tea": 350, "salt": 90}


def price(article, count):
    """Return what so many cost, in cents; from 10 on, 10 % less."""
    total = PRICES[article] * count
    return total * 9 // 10 if count >= 10 else total
'''
WITH_RATE = '''\
PRICES = {"tea": 350, "salt": 90}


def price(article, count, rate=1):
    """Return what so many cost, in cents of a currency with this rate."""
    return round(PRICES[article] * count * rate)
'''
PAD = '''\
def pad(text):
    """Make a text ten characters wide."""
    return text.ljust(10)


def line(*texts):
    """Put texts side by side."""
    return "".join(pad(text) for text in texts).rstrip()
'''
REPORT = '''\
from layout import line
from prices import PRICES, price


def report(count):
    """Return a line for each article."""
    return [line(article, str(price(article, count))) for article in PRICES]
'''
MAKE_LOCK = '''\
"""Writes requirements.lock from requirements.txt: python make_lock.py"""

import hashlib
from pathlib import Path


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:20]


names = sorted(Path("requirements.txt").read_text(encoding="utf-8").split())
lines = [f"# all: {digest(' '.join(names))}"]
lines += [f"{name} {digest(name)}" for name in names]
text = "".join(f"{line}\\n" for line in lines)
Path("requirements.lock").write_text(text, encoding="utf-8", newline="\\n")
'''


def lock(repo):
    subprocess.run([sys.executable, "make_lock.py"], cwd=repo.path, check=True)


def build(folder):
    """Make `work`, a repository with main and currency; return it."""
    folder = Path(folder)
    work = Repo(folder / "work", folder / "home")
    work.git("init", "--quiet")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.write(make_lock__py=MAKE_LOCK, requirements__txt="flask\nrequests\n")
    lock(work)
    work.commit("the shop", prices__py=PRICES, util__py=PAD)

    work.git("switch", "--quiet", "--create", "currency")
    work.commit("let the caller choose a currency", prices__py=WITH_RATE)
    work.commit("remove what nobody uses", util__py=None)
    work.write(requirements__txt="flask\nrequests\nbabel\n")
    lock(work)
    work.commit("require babel")

    work.git("switch", "--quiet", "main")
    work.commit("a discount for ten or more", prices__py=WITH_DISCOUNT)
    work.git("mv", "util.py", "layout.py")
    work.commit("a report, with the layout in a module", report__py=REPORT)
    work.write(requirements__txt="flask\nrequests\nattrs\n")
    lock(work)
    work.commit("require attrs")
    work.clock += 3600
    return work


if __name__ == "__main__":
    print("the repository is in", build(sys.argv[1]).path)
