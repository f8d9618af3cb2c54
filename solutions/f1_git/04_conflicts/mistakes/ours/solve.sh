#!/usr/bin/env bash
set -euo pipefail

# the conflicts are expected
git merge currency || true

git checkout --ours prices.py

printf '%s\n' attrs babel flask requests > requirements.txt
python make_lock.py

git add prices.py layout.py requirements.txt requirements.lock
git commit --no-edit
