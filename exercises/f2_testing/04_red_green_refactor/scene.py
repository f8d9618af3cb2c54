"""Makes the repository of this exercise: python scene.py FOLDER"""

import sys
from pathlib import Path

from repo import Repo

YEARS = '''\
def is_leap(year):
    """Tell whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0
'''
TESTS = """\
from years import is_leap


def test_every_fourth_year_is_a_leap_year():
    assert is_leap(2024)
    assert not is_leap(2023)
"""


def build(folder):
    """Make `work`, a repository with a function and its tests; return it."""
    folder = Path(folder)
    work = Repo(folder / "work", folder / "home")
    work.git("init", "--quiet")
    work.git("config", "user.name", "Learner")
    work.git("config", "user.email", "learner@example.invalid")
    work.commit("tell leap years", years__py=YEARS, test_years__py=TESTS)
    work.clock += 3600
    return work


if __name__ == "__main__":
    print("the repository is in", build(sys.argv[1]).path)
