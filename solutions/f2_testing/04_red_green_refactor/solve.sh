#!/usr/bin/env bash
set -euo pipefail

cat >> test_years.py <<'PY'


def test_a_century_is_no_leap_year():
    assert not is_leap(1900)


def test_every_fourth_century_is_a_leap_year():
    assert is_leap(2000)
PY
git commit --all --message "red: a century is a leap year only if 400 divides it"

cat > years.py <<'PY'
def is_leap(year):
    """Tell whether a year of the Gregorian calendar has a 29 February."""
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0
PY
git commit --all --message "green: treat centuries apart"

cat > years.py <<'PY'
def is_leap(year):
    """Tell whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
PY
git commit --all --message "refactor: say it in one expression"
