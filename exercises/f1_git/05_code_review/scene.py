"""Makes the repository of this exercise: python scene.py FOLDER"""

import sys
from pathlib import Path

from repo import Repo

HERE = Path(__file__).parent
BEFORE = (HERE / "orders_before.py").read_text(encoding="utf-8")
AFTER = (HERE / "orders.py").read_text(encoding="utf-8")

MENDED = AFTER.replace(
    '        file = open(path, "w", newline="", encoding="utf-8")\n'
    "        writer = csv.writer(file)\n"
    '        writer.writerow(["article", "count", "price"])\n'
    '        writer.writerows(self.db.execute("SELECT * FROM orders"))\n',
    '        with open(path, "w", newline="", encoding="utf-8") as file:\n'
    "            writer = csv.writer(file)\n"
    '            writer.writerow(["article", "count", "price"])\n'
    '            writer.writerows(self.db.execute("SELECT * FROM orders"))\n',
)


def build(folder):
    """Make `work`, a repository with a branch export, and a patch beside it."""
    folder = Path(folder)
    home = folder / "home"
    work = Repo(folder / "work", home)
    work.git("init", "--quiet")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.commit("keep orders", orders__py=BEFORE)
    work.git("switch", "--quiet", "--create", "export")
    work.commit("export and report orders", orders__py=AFTER)

    # the reviewer works on a copy, and sends a patch
    reviewer = Repo(folder / "reviewer", home)
    reviewer.clock = work.clock + 3600
    reviewer.git("clone", "--quiet", "--branch", "export", str(work.path), ".")
    reviewer.git("config", "user.name", "Rita Reviewer")
    reviewer.git("config", "user.email", "rita@example.invalid")
    reviewer.commit("close the file of an export", orders__py=MENDED)
    reviewer.git(
        "format-patch", "--quiet", "--output", str(folder / "rita.patch"), "-1"
    )

    # meanwhile, you have changed lines close by
    work.clock = reviewer.clock + 3600
    later = AFTER.replace("def export(self, path)", "def export(self, path: str)")
    work.commit("say that a path is a text", orders__py=later)
    work.clock += 3600
    return work


if __name__ == "__main__":
    print("the repository is in", build(sys.argv[1]).path)
