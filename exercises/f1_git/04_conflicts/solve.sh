#!/usr/bin/env bash
set -euo pipefail

git merge currency || true
git add --all
git commit --no-edit
