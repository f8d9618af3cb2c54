#!/usr/bin/env bash
set -euo pipefail

git fetch origin
git switch feature

git reset --soft origin/main
cat > greet.py <<'PY'
def greet(name, greeting="Hello", shout=False):
    text = f"{greeting}, {name}"
    return text.upper() if shout else text
PY
git add greet.py test_greet.py
git commit --message "add shout" greet.py test_greet.py
git commit --all --message "document shout"

git push --force-with-lease origin feature
