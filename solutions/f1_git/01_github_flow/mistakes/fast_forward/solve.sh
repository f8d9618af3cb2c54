#!/usr/bin/env bash
set -euo pipefail

# 1. a farewell
git fetch origin
git switch --create farewell --no-track origin/main
git add farewell.py
git commit -m "add a farewell"
git push --set-upstream origin farewell

# 2. pull request 7
git switch main
git merge --ff-only origin/main
git fetch origin refs/pull/7/head
git merge FETCH_HEAD
git push origin main

# 3. and 4. tidy up
git push origin --delete polite
