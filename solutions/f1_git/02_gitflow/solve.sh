#!/usr/bin/env bash
set -euo pipefail

# 1. the feature
git switch develop
git merge --no-ff --no-edit feature/search
git branch --delete feature/search

# 2. the hotfix
git switch --create hotfix/1.0.1 main
sed 's/prices\[1:\]/prices/' shop.py > shop.new && mv shop.new shop.py
echo 1.0.1 > VERSION
git commit --all --message "mend the total"
git switch main
git merge --no-ff --no-edit hotfix/1.0.1
git tag --annotate v1.0.1 --message "version 1.0.1"
git switch develop
git merge --no-ff --no-edit hotfix/1.0.1
git branch --delete hotfix/1.0.1

# 3. the release
git switch --create release/1.1 develop
echo 1.1.0 > VERSION
git commit --all --message "version 1.1.0"
git switch main
git merge --no-ff --no-edit release/1.1
git tag --annotate v1.1.0 --message "version 1.1.0"
git switch develop
git merge --no-ff --no-edit release/1.1
git branch --delete release/1.1
