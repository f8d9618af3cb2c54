#!/usr/bin/env bash
set -euo pipefail

git fetch origin
git switch feature
git merge origin/main
git push origin feature
