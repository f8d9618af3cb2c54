#!/usr/bin/env bash
set -euo pipefail

git fetch origin
git switch feature

export GIT_EDITOR=true GIT_SEQUENCE_EDITOR=true
if ! git rebase origin/main; then
    cat > greet.py <<'PY'
def greet(name, greeting="Hello", shout=False):
    text = f"{greeting}, {name}"
    return text.upper() if shout else text
PY
    git add greet.py
    git rebase --continue
fi

git push --force-with-lease origin feature
