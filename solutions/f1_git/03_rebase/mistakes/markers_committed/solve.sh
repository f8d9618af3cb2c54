#!/usr/bin/env bash
set -euo pipefail

git fetch origin
git switch feature

export GIT_EDITOR=true GIT_SEQUENCE_EDITOR=true
if ! git rebase --interactive --autosquash origin/main; then
    git add greet.py
    git rebase --continue
fi

git push --force-with-lease origin feature
