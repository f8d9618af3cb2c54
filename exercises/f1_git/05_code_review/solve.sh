#!/usr/bin/env bash
set -euo pipefail

git apply ../rita.patch
git commit --all --message "close the file"
