"""Makes the repository of this exercise: python scene.py FOLDER"""

import sys
from pathlib import Path

from repo import Repo

SHOP = "def total(prices):\n    return sum(prices[1:])\n"
MENDED = "def total(prices):\n    return sum(prices)\n"
SEARCH = "def search(articles, text):\n    return [a for a in articles if text in a]\n"
SORT = "def by_name(articles):\n    return sorted(articles)\n"


def build(folder):
    """Make `work`, a repository with main, develop and a feature; return it."""
    folder = Path(folder)
    work = Repo(folder / "work", folder / "home")
    work.git("init", "--quiet")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.commit("the shop", VERSION="1.0.0\n", shop__py=SHOP)
    work.git("tag", "--annotate", "v1.0.0", "--message", "version 1.0.0")
    work.git("switch", "--quiet", "--create", "develop")
    work.commit("sort by name", sort__py=SORT)
    work.git("switch", "--quiet", "--create", "feature/search")
    work.commit("begin a search", search__py="def search(articles, text):\n    ...\n")
    work.commit("finish the search", search__py=SEARCH)
    work.git("switch", "--quiet", "develop")
    work.clock += 3600
    return work


if __name__ == "__main__":
    print("the repository is in", build(sys.argv[1]).path)
