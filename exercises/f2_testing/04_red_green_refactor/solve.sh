#!/usr/bin/env bash
set -euo pipefail

cat > years.py <<'PY'
def is_leap(year):
    """Tell whether a year of the Gregorian calendar has a 29 February."""
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0
PY

cat >> test_years.py <<'PY'


def test_centuries():
    assert not is_leap(1900)
    assert is_leap(2000)
PY

git commit --all --message "centuries"
