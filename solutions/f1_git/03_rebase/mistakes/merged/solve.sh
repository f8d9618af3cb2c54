#!/usr/bin/env bash
set -euo pipefail

git fetch origin
git switch feature

if ! git merge origin/main; then
    cat > greet.py <<'PY'
def greet(name, greeting="Hello", shout=False):
    text = f"{greeting}, {name}"
    return text.upper() if shout else text
PY
    git add greet.py
    git commit --no-edit
fi

git push origin feature
