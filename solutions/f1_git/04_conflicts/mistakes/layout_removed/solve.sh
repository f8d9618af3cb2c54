#!/usr/bin/env bash
set -euo pipefail

# the conflicts are expected
git merge currency || true

cat > prices.py <<'PY'
PRICES = {"tea": 350, "salt": 90}


def price(article, count, rate=1):
    """Return what so many cost, in cents of a currency; from 10 on, 10 % less."""
    total = PRICES[article] * count * rate
    return round(total * 9 / 10 if count >= 10 else total)
PY

printf '%s\n' attrs babel flask requests > requirements.txt
python make_lock.py

git rm layout.py
git add prices.py requirements.txt requirements.lock
git commit --no-edit
